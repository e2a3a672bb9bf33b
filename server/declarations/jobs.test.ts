import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirm, declarations, getMine, getStanding, issueCode } from '#declarations';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import type { TestPlatform } from '#test/database';
import { addCafe, addDeclared, declare, moveTo, openVaora, type SignedIn, signIn } from '#test/people';
import { checkIn } from '#visits';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openVaora('2026-11-01T08:00:00+07:00');
});
afterAll(() => platform.close());

const dropOldDays = () =>
	declarations
		.jobs!.find(({ name }) => name === 'declarations.drop-old-days')!
		.run(platform, platform.clock.now(), undefined);
/** Sessions end before declarations do: they sign in again. */
const callerOf = async ({ phone }: SignedIn) => (await signIn(platform, phone)).caller();
const heldOf = async (person: SignedIn) => {
	const caller = await callerOf(person);
	return [
		(await call(platform, getMine, caller, {})).declarations.map((one) => one.declaredAt.slice(0, 10)),
		(await call(platform, getStanding, caller, {})).standings.map((one) => one.declaredAt.slice(0, 10)),
	];
};
const rowsOf = async (table: 'declaration' | 'standing', personId: string) => {
	const rows = await platform.db.rows(
		table === 'declaration'
			? sql`select level from declarations.declaration where person_id = ${personId}`
			: sql`select level from declarations.standing where person_id = ${personId}`,
	);
	return rows.length;
};

test('a declaration and the standing from it are kept for the days of the rule, and gone the night after', async () => {
	const once = await addDeclared(platform, '+84903330001');
	const again = await addDeclared(platform, '+84903330002', { symptoms: ['cough'], 'symptoms-note': 'Từ hôm qua' });
	await moveTo(platform, '2026-11-05T08:00:00+07:00');
	await declare(platform, again);

	await moveTo(platform, '2026-12-02T23:00:00+07:00');
	await dropOldDays();
	expect(await heldOf(once)).toEqual([['2026-11-01'], ['2026-11-01']]);

	await moveTo(platform, '2026-12-03T01:40:00+07:00');
	await dropOldDays();
	await dropOldDays();
	expect(await heldOf(once)).toEqual([[], []]);
	expect(await heldOf(again)).toEqual([['2026-11-05'], ['2026-11-05']]);
	expect([await rowsOf('declaration', once.personId), await rowsOf('standing', once.personId)]).toEqual([0, 0]);
});

test('somebody whose declaration is gone is as if they had never declared, and may declare anew', async () => {
	const person = await addDeclared(platform, '+84903330003');
	const place = (await addCafe(platform, await signIn(platform, '+84903330004'))).placeId;
	await moveTo(platform, '2027-01-20T08:00:00+07:00');
	await dropOldDays();
	const caller = await callerOf(person);
	const goIn = () => call(platform, checkIn, caller, { id: newUuid(), place, person: person.personId });

	const missing = { code: 'declaration-missing' };
	const again = { id: newUuid(), person: person.personId };
	await expect(call(platform, confirm, caller, again)).rejects.toMatchObject(missing);
	await expect(call(platform, issueCode, caller, { person: person.personId })).rejects.toMatchObject(missing);
	expect(await goIn()).toMatchObject({ verdict: 'not-declared', reasons: [{ code: 'not-declared' }] });
	await declare(platform, await signIn(platform, person.phone));

	expect(await heldOf(person)).toEqual([['2027-01-20'], ['2027-01-20']]);
});

test('a new version of the rule counts from its day on', async () => {
	const person = await addDeclared(platform, '+84903330005');
	await platform.db.run(sql`insert into declarations.retention (version, keep_days, valid_from, decision)
		values (2, 7, '2027-01-28 00:00+07', 'Công văn thử')`);

	await moveTo(platform, '2027-01-27T23:00:00+07:00');
	await dropOldDays();
	expect(await rowsOf('declaration', person.personId)).toBe(1);

	await moveTo(platform, '2027-01-28T01:40:00+07:00');
	await dropOldDays();
	expect(await rowsOf('declaration', person.personId)).toBe(0);
});
