import { giveRoles } from '#identity';
import { newId } from '#platform/ids';
import type { Context } from '#platform/operation';
import { newPlaceCode } from '#shared/codes/place-code';
import { readText } from './fields.ts';
import { type PlaceInput, readPlaceInputs } from './place-input.ts';
import { insertCodeRows, insertGateRows, insertPlaceRows } from './queries-register.ts';

type Registering = Pick<Context, 'db' | 'now' | 'afterCommit'> & { platform: Pick<Context['platform'], 'keys'> };

export interface NewPlace extends PlaceInput {
	/** Names of its gates; the first is gate 1. Without any: one gate. */
	gates?: readonly string[];
	capacity?: number;
	/** Accounts that watch its doors. */
	controllers?: readonly string[];
}

/**
 * Registers places, with a gate and a code at least, for one manager. Returns their ids and codes in their order, or
 * throws `invalid-input` for the first that is not as rules 1 and 2 of the README say. In the caller's transaction.
 */
export async function registerPlaces(
	context: Registering,
	{ managerId, registrantName, places }: { managerId: string; registrantName: string; places: readonly NewPlace[] },
): Promise<{ placeId: string; code: string }[]> {
	const { db, now, platform } = context;
	const registrant = { fullName: readText(registrantName, 'registrantName') };
	const read = await readPlaceInputs(db, places, now);
	const made = places.map((place, index) => ({
		...{ placeId: newId(), ...read[index]!, capacity: place.capacity ?? null },
		gates: (place.gates?.length ? place.gates : ['Cổng 1']).map((name) => ({
			...{ name: readText(name, 'gates'), code: newPlaceCode() },
		})),
		controllers: place.controllers ?? [],
	}));
	const sealed = platform.keys.encrypt(JSON.stringify(registrant));
	for (const statement of insertPlaceRows(made, { sealed, registeredBy: managerId, now })) await db.run(statement);
	for (const statement of insertGateRows(made)) await db.run(statement);
	await insertCodes(context, made);
	await giveRoles(
		context,
		made.flatMap(({ placeId, controllers }) => [
			{ accountId: managerId, name: 'manager' as const, placeId },
			...controllers.map((accountId) => ({ accountId, name: 'controller' as const, placeId })),
		]),
	);
	return made.map(({ placeId, gates }) => ({ placeId, code: gates[0]!.code }));
}

type Made = { placeId: string; gates: { name: string; code: string }[] }[];

/** Codes are random, so one may, hardly ever, be taken: then others are drawn for those that were. */
async function insertCodes({ db, now }: Registering, made: Made): Promise<void> {
	let open = made.flatMap(({ placeId, gates }) => gates.map((gate, index) => ({ placeId, gate: index + 1, of: gate })));
	for (let tries = 0; tries < 5 && open.length; tries++) {
		const inserted = new Set<string>();
		for (const statement of insertCodeRows(open, now))
			for (const { code } of await db.rows(statement)) inserted.add(code);
		open = open.filter(({ of }) => !inserted.has(of.code));
		for (const { of } of open) of.code = newPlaceCode();
	}
	if (open.length) throw new Error('no free place code in five tries');
}
