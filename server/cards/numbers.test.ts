import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cards, findNumber, findPersonByNumber, getNumber } from '#cards';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { readPersonalNumber } from '#shared/codes/personal-number';
import type { TestPlatform } from '#test/database';
import { addCafe, addControllerOf, addDeclared, anybody, openVaora, type SignedIn, signIn, staff } from '#test/people';

let platform: TestPlatform;
let person: SignedIn & { personId: string };
let controller: SignedIn;
let place: string;
const officer = staff('CDC Hà Nội', { name: 'health-officer', area: '1' });

beforeAll(async () => {
	platform = await openVaora();
	const manager = await signIn(platform, '+84904440000');
	place = (await addCafe(platform, manager)).placeId;
	controller = await addControllerOf(platform, manager, place, '+84904440001');
	person = await addDeclared(platform, '+84904440002');
});
afterAll(() => platform.close());

const numberOf = async (renew = false) =>
	(await call(platform, getNumber, await person.caller(), { person: person.personId, renew })).number;
const find = (caller: Caller, number: string, where: { place?: string } = { place }) =>
	call(platform, findNumber, caller, { number, purpose: 'sổ giấy', ...where });

describe('a person', () => {
	test('has a number of six characters, the same each time', async () => {
		const number = await numberOf();

		expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
		expect(await numberOf()).toBe(number);
	});

	test('has it nowhere in clear', async () => {
		const number = readPersonalNumber(await numberOf())!;

		const rows = await platform.db.rows(
			sql<{ row: string }>`select personal_number::text as row from cards.personal_number`,
		);
		for (const { row } of rows) {
			expect(row).not.toContain(number);
			expect(row).not.toContain(Buffer.from(number).toString('hex'));
		}
	});

	test('is given no number of somebody else', async () => {
		const other = await addDeclared(platform, '+84904440003');
		const input = { person: person.personId };

		await expect(call(platform, getNumber, await other.caller(), input)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(call(platform, getNumber, anybody, input)).rejects.toMatchObject({ code: 'not-signed-in' });
	});
});

describe('a number in a log on paper', () => {
	test('gives whoever watches the door a masked name and no phone', async () => {
		const answer = await find(await controller.caller(), (await numberOf()).toLowerCase());

		expect(answer).toEqual({ person: person.personId, maskedName: 'NGUYỄN THỊ ***' });
	});

	test('is looked up by a health officer, and by nobody who has no door to watch', async () => {
		const number = await numberOf();

		expect(await find(officer, number, {})).toMatchObject({ person: person.personId });
		await expect(find(await person.caller(), number)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(find(await controller.caller(), number, {})).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(find(await controller.caller(), number, { place: '1' })).rejects.toMatchObject({
			code: 'not-allowed',
		});
	});

	test('that was changed holds at no door, and still tells an officer whose it was', async () => {
		const old = await numberOf();
		const fresh = await numberOf(true);

		expect(fresh).not.toBe(old);
		await expect(find(await controller.caller(), old)).rejects.toMatchObject({ code: 'not-found' });
		expect(await find(officer, old, {})).toMatchObject({ person: person.personId });
		expect(await findPersonByNumber(platform, fresh)).toEqual({ personId: person.personId, isEnded: false });
	});

	test('that was changed long ago is forgotten', async () => {
		const old = await numberOf();
		const fresh = await numberOf(true);
		const [job] = cards.jobs!;

		await job!.run(platform, new Date('2027-01-22T08:00:00+07:00'), undefined);
		expect(await findPersonByNumber(platform, old)).toMatchObject({ isEnded: true });
		await job!.run(platform, new Date('2027-01-24T08:00:00+07:00'), undefined);
		expect(await findPersonByNumber(platform, old)).toBeUndefined();
		expect(await findPersonByNumber(platform, fresh)).toBeDefined();
	});

	test('is not found by trying: after 200 an hour nobody is answered', async () => {
		const guesser = staff('CDC Huế', { name: 'health-officer', area: '2' });
		const number = await numberOf();
		const codes = new Map<string, number>();
		for (let guess = 0; guess < 200; guess++) {
			const text = `00${String(guess).padStart(4, '0')}`;
			await find(guesser, text, {}).catch(({ code }) => codes.set(code, (codes.get(code) ?? 0) + 1));
		}

		expect(codes.get('not-found')).toBeGreaterThan(198);
		await expect(find(guesser, number, {})).rejects.toMatchObject({ code: 'too-many-requests' });
	});
});
