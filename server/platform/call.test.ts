import Type from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestPlatform, type TestPlatform } from '#test/database';
import type { Actor, Caller } from './actor.ts';
import { call } from './call.ts';
import { batchedOperation, operation } from './operation.ts';
import { Problem } from './problem.ts';
import { sql } from './sql.ts';
import { anyOf, role, self } from './who.ts';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openTestPlatform();
	await platform.db.run(sql`create table public.note (person bigint, text text)`);
});
beforeEach(async () => {
	await platform.db.run(sql`select platform.ensure_days('audit.entry', '2026-11-24', '2026-11-24')`);
	await platform.db.run(sql`delete from audit.entry`);
	await platform.db.run(sql`delete from audit.look`);
	await platform.db.run(sql`delete from public.note`);
});
afterAll(() => platform.close());

const person = '42';
const fields = {
	person: Type.String({ pattern: '^[0-9]+$' }),
	text: Type.Optional(Type.String()),
	why: Type.Optional(Type.String()),
};
const Input = Type.Object(fields, { additionalProperties: false });
const who = anyOf(
	self((input: { person: string }) => input.person),
	role(['health-officer']),
);
const summary = { vi: 'Thử', en: 'A try' };

/** Writes a note, reads all notes of the person, and fails when it is told to. */
const takeNote = operation({
	name: 'test.take-note',
	summary,
	who,
	input: Input,
	output: Type.Object({ notes: Type.Array(Type.String()) }),
	personal: 'reads',
	purpose: (input) => input.why ?? '',
	limits: [{ what: 'person', by: (input) => input.person, limit: { count: 50, seconds: 60 } }],
	run: async ({ db, about, afterCommit }, { text = '' }) => {
		about(person, person);
		afterCommit(() => void sent.push(text));
		await db.run(sql`insert into public.note values (${person}, ${text})`);
		if (text === 'refuse') throw new Problem('conflict');
		if (text === 'break') throw new Error('a bug');
		if (text === 'wait') {
			await db.run(sql`set local statement_timeout = '50ms'`);
			await db.run(sql`select pg_sleep(5)`);
		}
		const rows = await db.rows(sql<{ text: string }>`select text from public.note where person = ${person}`);
		return { notes: rows.map((row) => row.text) };
	},
});

const countNotes = batchedOperation({
	name: 'test.count-notes',
	summary,
	who,
	input: Input,
	output: Type.Object({ calls: Type.Integer() }),
	personal: 'records',
	keys: (input) => [input.person],
	runMany: async ({ db }, calls) => {
		for (const { input } of calls)
			await db.run(sql`insert into public.note values (${input.person}, ${input.text ?? ''})`);
		return calls.map(({ input }) =>
			input.text === 'refuse'
				? { problem: new Problem('not-inside'), persons: [input.person] }
				: { output: { calls: calls.length }, persons: [input.person] },
		);
	},
});

let sent: string[] = [];
const as = (actor: Actor): Caller => ({ actor, address: '203.0.113.7', requestId: 'r1', language: 'vi' });
const account = as({ kind: 'account', id: '1', session: '1', persons: [person], roles: [] });
const stranger = as({ kind: 'account', id: '2', session: '2', persons: ['43'], roles: [] });
const officer = as({
	kind: 'staff',
	id: '3',
	session: '3',
	roles: [{ name: 'health-officer' }],
	authority: 'CDC Hà Nội',
});
const partner = (...scopes: string[]) =>
	as({ kind: 'partner', id: '4', scopes, roles: [{ name: 'health-officer' }], authority: 'Bệnh viện' });

const entries = () =>
	platform.db.rows(
		sql<
			Record<string, unknown>
		>`select operation, actor_kind, authority, outcome, problem, purpose, persons, person_id, request_id from audit.entry`,
	);
const looks = () => platform.db.rows(sql`select unnest(persons) as person_id from audit.look`);
const notes = () => platform.db.rows(sql`select text from public.note`);

describe('an operation on personal data', () => {
	test('leaves its audit row in the same transaction, and somebody else’s look is told to the person once', async () => {
		sent = [];

		await call(platform, takeNote, officer, { person, text: 'một', why: 'Điều tra' });

		expect(await entries()).toEqual([
			{
				operation: 'test.take-note',
				actor_kind: 'staff',
				authority: 'CDC Hà Nội',
				outcome: 'done',
				problem: null,
				purpose: 'Điều tra',
				persons: expect.any(Number),
				person_id: null,
				request_id: 'r1',
			},
		]);
		expect(await looks()).toEqual([{ person_id: person }]);
		expect(sent).toEqual(['một']);
	});

	test('done by the person leaves a row and no look', async () => {
		await call(platform, takeNote, account, { person });

		expect(await entries()).toMatchObject([{ actor_kind: 'account', outcome: 'done' }]);
		expect(await looks()).toEqual([]);
	});

	test('that is refused writes nothing but the refusal, and sends nothing', async () => {
		sent = [];

		await expect(call(platform, takeNote, officer, { person, text: 'refuse' })).rejects.toMatchObject({
			code: 'conflict',
		});

		expect(await notes()).toEqual([]);
		expect(await entries()).toMatchObject([{ outcome: 'refused', problem: 'conflict' }]);
		expect(await looks()).toEqual([]);
		expect(sent).toEqual([]);
	});

	test('that breaks writes nothing', async () => {
		await expect(call(platform, takeNote, officer, { person, text: 'break' })).rejects.toThrow('a bug');

		expect(await notes()).toEqual([]);
	});

	test('that takes too long writes nothing and says to come back', async () => {
		await expect(call(platform, takeNote, officer, { person, text: 'wait' })).rejects.toMatchObject({
			...{ code: 'busy', options: { retryAfterSeconds: 5 } },
		});

		expect(await notes()).toEqual([]);
	});

	test('that waits too long for what another holds says to come back', async () => {
		const other = await platform.db.connect();
		await other.query('begin; lock table public.note');

		const waiting = call(platform, takeNote, officer, { person, text: 'một' });

		await expect(waiting).rejects.toMatchObject({ code: 'busy' });
		await other.query('rollback');
		other.release();
		expect(await notes()).toEqual([]);
	});

	test.each([
		['by nobody in particular', as({ kind: 'anyone' }), 'not-signed-in'],
		['by somebody else', stranger, 'not-allowed'],
	])('attempted %s is refused and the attempt kept', async (_who, caller, code) => {
		await expect(call(platform, takeNote, caller, { person })).rejects.toMatchObject({ code });
		await expect(call(platform, countNotes, caller, { person })).rejects.toMatchObject({ code });

		expect(await notes()).toEqual([]);
		expect(await entries()).toMatchObject([
			{ operation: 'test.take-note', outcome: 'refused', problem: code },
			{ operation: 'test.count-notes', outcome: 'refused', problem: code },
		]);
	});

	test('whose audit row cannot be written does not happen and tells nothing', async () => {
		await platform.db.run(sql`drop table audit.entry_20261124`);

		await expect(call(platform, takeNote, officer, { person, text: 'một' })).rejects.toThrow();
		await expect(call(platform, countNotes, officer, { person, text: 'một' })).rejects.toThrow();

		expect(await notes()).toEqual([]);
	});
});

describe('input', () => {
	test.each([
		[{}, 'person'],
		[{ person: 'x' }, 'person'],
		[{ person: 7 }, 'person'],
		[{ person, text: {} }, 'text'],
	])('%o is refused with the field that is wrong', async (input, field) => {
		await expect(call(platform, takeNote, officer, input as never)).rejects.toMatchObject({
			code: 'invalid-input',
			options: { field },
		});
	});

	test('with a field nobody asked for is refused', async () => {
		const input = { person, admin: true } as never;

		await expect(call(platform, takeNote, officer, input)).rejects.toMatchObject({ code: 'invalid-input' });
	});
});

describe('another system', () => {
	test.each([['test.take-note'], ['test.*']])('whose key names %s may call it', async (scope) => {
		await call(platform, takeNote, partner(scope), { person });
	});

	test.each([['test.take'], ['visits.*'], ['*'], ['test']])('whose key names %s may not', async (scope) => {
		await expect(call(platform, takeNote, partner(scope), { person })).rejects.toMatchObject({ code: 'not-allowed' });
	});
});

describe('a batched operation', () => {
	test('answers each call, and keeps a row for each, refused or done', async () => {
		const texts = ['một', 'refuse', 'ba'];

		const answers = await Promise.allSettled(
			texts.map((text) => call(platform, countNotes, account, { person, text })),
		);

		expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.calls : answer.reason.code))).toEqual([
			3,
			'not-inside',
			3,
		]);
		expect((await entries()).map(({ outcome, problem, person_id }) => [outcome, problem, person_id]).sort()).toEqual([
			['done', null, person],
			['done', null, person],
			['refused', 'not-inside', person],
		]);
	});
});

test('past its limit an operation is refused before anything is done', async () => {
	platform.clock.set('2026-11-24T09:00:00+07:00');
	const calls = await Promise.allSettled(
		Array.from({ length: 51 }, () => call(platform, takeNote, account, { person })),
	);

	expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
	expect(calls.find((one) => one.status === 'rejected')).toMatchObject({
		reason: { code: 'too-many-requests', options: { retryAfterSeconds: 60 } },
	});
	expect(await notes()).toHaveLength(50);
});
