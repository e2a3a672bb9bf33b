import Type from 'typebox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestPlatform, type TestPlatform } from '#test/database';
import type { Actor, Caller } from './actor.ts';
import { call } from './call.ts';
import { batchedOperation, operation } from './operation.ts';
import { Problem } from './problem.ts';
import { sql } from './sql.ts';
import { role } from './who.ts';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openTestPlatform();
	await platform.db.run(sql`select platform.ensure_days('audit.entry', '2026-11-24', '2026-11-24')`);
});
beforeEach(async () => {
	await platform.db.run(sql`delete from audit.entry`);
	platform.clock.set(new Date(platform.clock.now().getTime() + 60_000).toISOString());
});
afterAll(() => platform.close());

const Input = Type.Object({ id: Type.Optional(Type.String()) });
const shared = {
	summary: { vi: 'Thử', en: 'A try' },
	who: role<unknown>(['health-officer']),
	input: Input,
	output: Type.Object({}),
	caseId: ({ id }: { id?: string }) => id,
};
const look = operation({
	...shared,
	name: 'test.look',
	personal: 'reads',
	limits: [{ what: 'caller', by: (_input, caller) => caller.address, limit: { count: 2, seconds: 60 } }],
	run: async (_context, { id }) => {
		if (id === '404') throw new Problem('not-found');
		return {};
	},
});
const note = batchedOperation({
	...shared,
	name: 'test.note',
	personal: 'records',
	keys: () => ['1'],
	runMany: async (_context, calls) => calls.map(() => ({ output: {}, persons: [] })),
});
const count = operation({ ...shared, name: 'test.count', personal: 'none', run: async () => ({}) });

let addresses = 0;
const as = (actor: Actor): Caller => ({ actor, address: `a${addresses++}`, requestId: 'r1', language: 'vi' });
const authority = 'Bệnh viện';
const officer = () => as({ kind: 'staff', id: '3', session: '3', roles: [{ name: 'health-officer' }], authority });
const analyst = () => as({ kind: 'staff', id: '5', session: '5', roles: [{ name: 'analyst' }], authority });
const partner = (id = '4') =>
	as({ kind: 'partner', id, scopes: ['visits.*'], roles: [{ name: 'health-officer' }], authority });
const anyone = () => as({ kind: 'anyone' });

const attempt = (tried: typeof look | typeof note | typeof count, by: Caller, input = {}) =>
	call(platform, tried, by, input).catch((error: Problem) => error.code);
const kept = async () =>
	(
		await platform.db.rows(sql<Record<string, string | null>>`
			select operation, actor_kind, actor_id, problem, case_id from audit.entry where outcome = 'refused'
			order by at, operation, actor_id, case_id`)
	).map((row) => Object.values(row).filter(Boolean).join(' '));

test.each([
	['a key that does not name the operation', partner, 'partner 4 not-allowed'],
	['a role that does not reach', analyst, 'staff 5 not-allowed'],
	['nobody in particular', anyone, 'anyone not-signed-in'],
])('an operation on personal data refused to %s leaves who tried', async (_words, by, entry) => {
	await attempt(look, by());
	await attempt(note, by());
	await attempt(count, by());

	expect(await kept()).toEqual([`test.look ${entry}`, `test.note ${entry}`]);
});

test('an operation on personal data asked for too often leaves who asked, and the ones before it as done', async () => {
	const caller = officer();

	const answers = [await attempt(look, caller), await attempt(look, caller), await attempt(look, caller)];

	expect(answers).toEqual([{}, {}, 'too-many-requests']);
	expect(await kept()).toEqual(['test.look staff 3 too-many-requests']);
});

test('whoever is turned away again and again is kept once a minute, each by themself', async () => {
	const [stubborn, strange] = [partner('7'), anyone()];
	for (let time = 0; time < 20; time++) for (const by of [stubborn, strange, partner('8')]) await attempt(note, by);
	platform.clock.set(new Date(platform.clock.now().getTime() + 60_000).toISOString());
	await attempt(note, stubborn);

	expect(await kept()).toEqual([
		'test.note partner 7 not-allowed',
		'test.note partner 8 not-allowed',
		'test.note anyone not-signed-in',
		'test.note partner 7 not-allowed',
	]);
});

test('each case somebody was not let into is kept, and each search that found nothing', async () => {
	for (const id of ['1', '2', '2']) await attempt(look, analyst(), { id });
	for (let time = 0; time < 2; time++) await attempt(look, officer(), { id: '404' });

	expect(await kept()).toEqual([
		'test.look staff 3 not-found 404',
		'test.look staff 3 not-found 404',
		'test.look staff 5 not-allowed 1',
		'test.look staff 5 not-allowed 2',
	]);
});
