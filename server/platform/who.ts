import type { Actor, Role } from './actor.ts';
import { rolesOf } from './actor.ts';
import type { Db } from './db.ts';
import { Problem } from './problem.ts';

/** Where an operation takes place, to be compared with where a role reaches. */
export interface Reach {
	place?: string;
	/** An area's path, `1.24.337`: from the country down. */
	area?: string;
}

export interface Asking<Input> {
	actor: Actor;
	db: Db;
	input: Input;
}

/** The policy of an operation: who may call it. Every operation must name one. */
export interface Who<Input = unknown> {
	/** In plain words, for the API's documentation. */
	readonly words: string;
	/** Whether the policy lets this call through. May look things up. */
	allows(asking: Asking<Input>): boolean | Promise<boolean>;
}

export const anyone: Who = { words: 'anyone', allows: () => true };

/** Somebody signed in by phone. */
export const account: Who = { words: 'a person signed in by phone', allows: ({ actor }) => actor.kind === 'account' };

/** Anyone in the staff of an authority, whatever their role. */
export const staff: Who = { words: 'staff', allows: ({ actor }) => actor.kind === 'staff' };

/** A phone that stands at a gate. */
export const device: Who = { words: 'a device at a gate', allows: ({ actor }) => actor.kind === 'device' };

export const system: Who = { words: 'the installation itself', allows: ({ actor }) => actor.kind === 'system' };

/** A person acting for themself or for someone they declared for. */
export function self<Input>(personOf: (input: Input) => string | undefined): Who<Input> {
	return {
		words: 'the person',
		allows: ({ actor, input }) => {
			const person = personOf(input);
			return actor.kind === 'account' && person !== undefined && actor.persons.includes(person);
		},
	};
}

/**
 * Someone whose role reaches where the operation takes place: `role(['controller'], (input) => ({ place: input.place }))`.
 * Without `reachOf`, having the role anywhere is enough, and the operation itself keeps to the roles' reach.
 */
export function role<Input>(
	names: string[],
	reachOf?: (input: Input, db: Db) => Reach | undefined | Promise<Reach | undefined>,
): Who<Input> {
	return {
		words: names.join(' or '),
		allows: ({ actor, input, db }) => {
			const held = rolesOf(actor).filter((candidate) => names.includes(candidate.name));
			if (!held.length) return false;
			if (!reachOf) return true;
			const reach = reachOf(input, db);
			return reach instanceof Promise ? reach.then((found) => held.some(reaches(found))) : held.some(reaches(reach));
		},
	};
}

export function anyOf(...policies: Who<never>[]): Who<never> {
	return {
		words: policies.map((policy) => policy.words).join(', or '),
		allows: async (asking) => {
			for (const policy of policies) if (await policy.allows(asking)) return true;
			return false;
		},
	};
}

/** Whether a role covers a reach: everywhere, the same place, or an area at or below its own. */
export function reaches(reach: Reach | undefined) {
	return (held: Role): boolean => {
		if (held.place !== undefined) return held.place === reach?.place;
		if (held.area !== undefined) return reach?.area !== undefined && isWithin(reach.area, held.area);
		return true;
	};
}

export const isWithin = (path: string, above: string): boolean => path === above || path.startsWith(`${above}.`);

/** Throws `not-signed-in` or `not-allowed`, whichever tells the caller what to do next. */
export function refuse(actor: Actor): never {
	throw new Problem(actor.kind === 'anyone' ? 'not-signed-in' : 'not-allowed');
}
