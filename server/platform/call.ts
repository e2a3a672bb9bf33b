import type { Static, TObject, TSchema } from 'typebox';
import type { Actor, Caller } from './actor.ts';
import { type AuditEntry, writeAudit } from './audit.ts';
import { Batcher } from './batch.ts';
import { isLate, isOutOfRange } from './db.ts';
import { countCall } from './limit.ts';
import { describeError } from './log.ts';
import { fieldWithNul } from './nul.ts';
import type { Operation } from './operation.ts';
import type { Platform } from './platform.ts';
import { Problem } from './problem.ts';
import { recordRefusal } from './refusal.ts';
import { refuse } from './who.ts';

/**
 * Calls an operation: valid? too often? who is it, may they? then its work and its audit row in one transaction. The
 * promise resolves after the commit. Throws a Problem for what a person can mend, anything else for a bug.
 */
export async function call<I extends TObject, O extends TSchema>(
	platform: Platform,
	operation: Operation<I, O>,
	caller: Caller,
	input: Static<I>,
): Promise<Static<O>> {
	const startedAt = performance.now();
	let outcome = 'internal';
	try {
		checkInput(operation, input);
		await admit(platform, operation, caller, input as never);
		const output = operation.runMany
			? await callBatched(platform, operation, caller, input as never)
			: await callAlone(platform, operation, caller, input as never);
		outcome = 'done';
		return output;
	} catch (thrown) {
		const error = inWords(thrown);
		if (error instanceof Problem) outcome = error.code;
		if (!(error instanceof Problem) || error.code === 'unavailable' || isLate(thrown))
			platform.log.error({ operation: operation.name, requestId: caller.requestId, error: describeError(thrown) });
		throw error;
	} finally {
		platform.metrics.called(operation.name, outcome, (performance.now() - startedAt) / 1_000);
	}
}

/** What the database refused, as a problem where there are words for it. */
function inWords(thrown: unknown): unknown {
	if (isOutOfRange(thrown)) return new Problem('invalid-input', { cause: thrown });
	return isLate(thrown) ? new Problem('busy', { retryAfterSeconds: 5, cause: thrown }) : thrown;
}

function checkInput(operation: Operation, input: unknown): void {
	if (operation.validator.Check(input)) {
		const field = operation.holdsNul?.(input) ? fieldWithNul(input) : undefined;
		if (field === undefined) return;
		throw new Problem('invalid-input', { field, fields: [{ field }] });
	}
	const fields = operation.validator.Errors(input).map(({ instancePath, keyword, params }) => {
		const missing =
			keyword === 'required' ? (params as { requiredProperties?: string[] }).requiredProperties?.[0] : undefined;
		return { field: [...instancePath.split('/').slice(1), ...(missing ? [missing] : [])].join('.') };
	});
	throw new Problem('invalid-input', { field: fields[0]?.field, fields: fields.slice(0, 20) });
}

/** What is decided before there is a transaction; a call that joins others in a batch must be allowed before it does. */
async function admit(platform: Platform, operation: Operation, caller: Caller, input: never): Promise<void> {
	try {
		checkScope(operation, caller.actor);
		await countLimits(platform, operation, caller, input);
		if (!operation.runMany) return;
		if (!(await operation.who.allows({ actor: caller.actor, db: platform.db, input }))) refuse(caller.actor);
	} catch (error) {
		await keepIfRefused(platform, { operation, caller, input, at: platform.clock.now(), persons: [] }, error);
		throw error;
	}
}

function checkScope(operation: Operation, actor: Actor): void {
	if (actor.kind !== 'partner') return;
	const [module] = operation.name.split('.');
	if (!actor.scopes.some((scope) => scope === operation.name || scope === `${module}.*`)) refuse(actor);
}

async function countLimits(platform: Platform, operation: Operation, caller: Caller, input: never): Promise<void> {
	if (caller.actor.kind === 'system') return;
	for (const { what, by, limit } of operation.limits ?? [])
		await countCall(
			{ db: platform.db, keys: platform.keys, now: platform.clock.now() },
			{ what: `${operation.name} ${what}`, value: by(input, caller), limit },
		);
}

async function callAlone(platform: Platform, operation: Operation, caller: Caller, input: never): Promise<never> {
	const now = platform.clock.now();
	const persons: string[] = [];
	const afterwards: (() => Promise<void> | void)[] = [];
	try {
		const output = await platform.db.transaction(
			async (db) => {
				if (!(await operation.who.allows({ actor: caller.actor, db, input }))) refuse(caller.actor);
				const about = (...more: string[]) => void persons.push(...more);
				const afterCommit = (work: () => Promise<void> | void) => void afterwards.push(work);
				return operation.run!({ db, caller, now, platform, about, afterCommit }, input);
			},
			async (db) => {
				if (operation.personal !== 'none')
					await writeAudit(db, [toEntry({ operation, caller, input, at: now, persons })]);
			},
		);
		for (const work of afterwards) await work();
		return output as never;
	} catch (error) {
		await keepIfRefused(platform, { operation, caller, input, at: now, persons }, error);
		throw error;
	}
}

/** A refused attempt on personal data is kept too. While the database is away there is nowhere to keep it. */
async function keepIfRefused(platform: Platform, attempt: Attempt, error: unknown): Promise<void> {
	if (!(error instanceof Problem) || error.code === 'unavailable' || attempt.operation.personal === 'none') return;
	await recordRefusal(platform, toEntry(attempt, error));
}

const batchers = new WeakMap<Platform, Map<Operation, Batcher>>();

async function callBatched(platform: Platform, operation: Operation, caller: Caller, input: never): Promise<never> {
	let ofPlatform = batchers.get(platform);
	if (!ofPlatform) batchers.set(platform, (ofPlatform = new Map()));
	let batcher = ofPlatform.get(operation);
	if (!batcher) ofPlatform.set(operation, (batcher = new Batcher((calls) => runBatch(platform, operation, calls))));
	return (await batcher.add({ input, caller, now: platform.clock.now() }, operation.keys!(input))) as never;
}

async function runBatch(
	platform: Platform,
	operation: Operation,
	calls: { input: never; caller: Caller; now: Date }[],
) {
	return platform.db.transaction(
		(db) => operation.runMany!({ db, platform, now: platform.clock.now() }, calls),
		async (db, answers) => {
			if (operation.personal === 'none') return;
			const entries = calls.map(({ input, caller, now }, index) => {
				const answer = answers[index]!;
				const problem = 'problem' in answer && answer.problem instanceof Problem ? answer.problem : undefined;
				return toEntry({ operation, caller, input, at: now, persons: answer.persons }, problem);
			});
			await writeAudit(db, entries);
		},
	);
}

interface Attempt {
	operation: Operation;
	caller: Caller;
	input: never;
	at: Date;
	persons: readonly string[];
}

function toEntry({ operation, caller, input, at, persons }: Attempt, problem?: Problem): AuditEntry {
	return {
		at,
		operation: operation.name,
		caller,
		outcome: problem ? 'refused' : 'done',
		problem: problem?.code,
		purpose: operation.purpose?.(input),
		caseId: operation.caseId?.(input),
		persons,
		isLook: operation.personal !== 'records',
	};
}
