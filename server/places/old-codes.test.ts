import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAreaByCode } from '#areas';
import { issueCode } from '#declarations';
import {
	addGate,
	closeGate,
	closePlace,
	explainCode,
	findPlaceByOldCode,
	importOldCodes,
	registerPlace,
	retireCode,
} from '#places';
import { call } from '#platform/call';
import type { TestPlatform } from '#test/database';
import { addDeclared, administrator, anybody, openVaora, type SignedIn, signIn, staff } from '#test/people';

let platform: TestPlatform;
let manager: SignedIn;

beforeAll(async () => {
	platform = await openVaora();
	manager = await signIn(platform, '+84912345678');
});
afterAll(() => platform.close());

const group = (number: number) => number.toString(16).padStart(24, '5e89726392bd2184ae730883');
const addressOf = (number: number) => `https://tokhaiyte.vn/?page=Group.checkin&groupId=${group(number)}`;
const register = async (name: string) => {
	const area = (await findAreaByCode(platform.db, 'commune', '00004', '2026-11-24'))!.areaId;
	const input = { name, type: 'cafe', area, address: '12 phố Quán Thánh', registrantName: 'Trần Thị Mít' };
	return call(platform, registerPlace, await manager.caller(), input);
};
const load = (...rows: { system?: string; oldId: string; placeCode: string }[]) =>
	call(platform, importOldCodes, administrator, { rows: rows.map((row) => ({ system: 'tokhaiyte', ...row })) });
const explain = (text: string) => call(platform, explainCode, anybody, { text });

describe('a list of old codes', () => {
	test('is taken once: the same again adds nothing, another place changes it', async () => {
		const [one, other] = [await register('Quán một'), await register('Quán hai')];
		const rows = [
			{ oldId: group(1), placeCode: one.codeInLetters },
			{ oldId: addressOf(2), placeCode: one.code },
			{ system: 'pccovid', oldId: 'l/AbC123', placeCode: one.code },
			{ system: 'PCCovid', oldId: group(3), placeCode: `https://vaora.example.vn/p/${one.code}` },
		];

		expect(await load(...rows)).toEqual({ added: 4, changed: 0, refused: [] });
		expect(await load(...rows)).toEqual({ added: 0, changed: 0, refused: [] });
		expect(await load({ ...rows[0]!, placeCode: other.code })).toEqual({ added: 0, changed: 1, refused: [] });
		expect(await findPlaceByOldCode(platform.db, { system: 'tokhaiyte', id: group(1) })).toMatchObject({
			name: 'Quán hai',
		});
		expect(await findPlaceByOldCode(platform.db, { system: 'pccovid', id: group(3) })).toMatchObject({
			name: 'Quán một',
		});
	});

	test('is told row by row and column by column what was left out; the good rows go in', async () => {
		const { code } = await register('Quán ba');

		const answer = await load(
			{ system: 'bluezone', oldId: group(10), placeCode: code },
			{ oldId: group(10).slice(1), placeCode: code },
			{ oldId: group(10), placeCode: 'K7QF-2M9X-5' },
			{ oldId: group(10), placeCode: '00000000-0' },
			{ system: 'pccovid', oldId: addressOf(11), placeCode: code },
			{ oldId: group(12), placeCode: code },
		);

		expect(answer).toEqual({
			...{ added: 1, changed: 0 },
			refused: [
				{ row: 1, column: 'system' },
				{ row: 2, column: 'old_id' },
				{ row: 3, column: 'place_code' },
				{ row: 4, column: 'place_code' },
				{ row: 5, column: 'old_id' },
			],
		});
	});

	test('is taken from administrators alone', async () => {
		const rows = [{ system: 'tokhaiyte', oldId: group(20), placeCode: 'K7QF-2M9X-4' }];

		for (const caller of [staff('CDC Hà Nội', { name: 'health-officer', area: '1' }), await manager.caller()])
			await expect(call(platform, importOldCodes, caller, { rows })).rejects.toMatchObject({ code: 'not-allowed' });
	});
});

describe('an old code', () => {
	test.each([
		['as it hangs at the door', addressOf(30)],
		['copied out of the address', group(30).toUpperCase()],
		['typed by a scanner with Caps Lock on', addressOf(30).toUpperCase()],
	])('%s leads to the place', async (_how, text) => {
		const { placeId, code } = await register('Quán bốn');
		await load({ oldId: group(30), placeCode: code });

		expect(await explain(text)).toMatchObject({ kind: 'old-place', shows: 'place', place: { placeId }, code });
	});

	test('leads to the newest code of its gate, and to another gate when its own is closed', async () => {
		const { placeId, code } = await register('Quán năm');
		await load({ oldId: group(31), placeCode: code });
		const on = (input: object) => ({ place: placeId, ...input });
		const fresh = await call(platform, retireCode, await manager.caller(), on({ gate: 1 }) as never);
		expect(await explain(addressOf(31))).toMatchObject({ code: fresh.code });
		const back = await call(platform, addGate, await manager.caller(), on({ name: 'Cổng sau' }) as never);

		await call(platform, closeGate, await manager.caller(), on({ gate: 1 }) as never);

		expect(await explain(addressOf(31))).toMatchObject({ code: back.code });
	});

	test('of a closed place still says which it was', async () => {
		const { placeId, code } = await register('Quán sáu');
		await load({ oldId: group(32), placeCode: code });

		await call(platform, closePlace, await manager.caller(), { place: placeId });

		expect(await explain(addressOf(32))).toMatchObject({ place: { name: 'Quán sáu', isClosed: true } });
	});

	test('in no list is explained in words', async () => {
		const answer = await explain(addressOf(99));

		expect(answer).toMatchObject({ kind: 'old-place', words: { vi: expect.stringContaining('mã địa điểm cũ') } });
		expect(answer.place).toBeUndefined();
	});
});

test('a place code is explained by its place', async () => {
	const { placeId, codeInLetters } = await register('Quán bảy');

	expect(await explain(` ${codeInLetters.toLowerCase()}`)).toMatchObject({ kind: 'place', place: { placeId } });
});

test('a code of a person is called that and nothing of the person is told', async () => {
	const person = await addDeclared(platform, '+84901234567');
	const { code: text } = await call(platform, issueCode, await person.caller(), { person: person.personId });

	const answer = await explain(text);

	expect(Object.keys(answer).sort()).toEqual(['kind', 'shows', 'words']);
	expect(answer).toMatchObject({ kind: 'personal', shows: 'person' });
});

test.each(['hôm nay trời đẹp', 'https://example.com/', '12345'])('%s is no code', async (text) => {
	const answer = await explain(text);

	expect(answer).toEqual({ words: expect.objectContaining({ vi: expect.any(String) }) });
});

test('codes are explained 120 times in ten minutes to one address', async () => {
	const somebody = { ...anybody, address: '203.0.113.99' };
	for (let count = 0; count < 120; count++) await call(platform, explainCode, somebody, { text: 'x' });

	await expect(call(platform, explainCode, somebody, { text: 'x' })).rejects.toMatchObject({
		code: 'too-many-requests',
	});
});
