import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueSheet, listCards, listMembers, listMine } from '#cards';
import { findPersons, listProfiles } from '#identity';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addIssuer, ban, cuc, type Issuer, listOf, sendList } from '#test/card-list';
import type { TestPlatform } from '#test/database';
import { addControllerOf, addDeclared, anybody, openVaora, staff } from '#test/people';

let platform: TestPlatform;
let school: Issuer;

beforeAll(async () => {
	platform = await openVaora();
	school = await addIssuer(platform, newPhone());
});
afterAll(() => platform.close());

let phones = 100;
const newPhone = () => `+84903331${String(phones++)}`;
const newIssuer = () => addIssuer(platform, newPhone());
const sendTo = (where: Issuer, rows: string[][], options = {}) => sendList(platform, where, rows, options);

describe('a list of people', () => {
	test('is looked over first, and changes nothing', async () => {
		const where = await newIssuer();

		expect(await sendTo(where, [ban, cuc], { dryRun: true })).toMatchObject({
			added: 2,
			known: 0,
			isDone: false,
			faults: [],
		});
		expect(await listMembers(platform.db, where.place, platform.clock.now())).toEqual([]);
	});

	test('gives everybody a card, and sent again adds nobody twice', async () => {
		const where = await newIssuer();

		expect(await sendTo(where, [ban, cuc])).toMatchObject({ added: 2, known: 0, isDone: true });
		expect(await sendTo(where, [cuc, ban])).toMatchObject({ added: 0, known: 2 });
		expect(await sendTo(where, [['ĐẶNG THỊ BÀNG', '2012', '', '', '', '8A', 'hs001']])).toMatchObject({ known: 1 });
		const { cards, groups } = await call(platform, listCards, await where.owner.caller(), { place: where.place });
		expect(cards.map(({ fullName, group }) => [group, fullName])).toEqual([
			['7B', 'Vũ Văn Cúc'],
			['8A', 'Đặng Thị Bàng'],
		]);
		expect(groups).toEqual([
			{ group: '7B', cards: 1 },
			{ group: '8A', cards: 1 },
		]);
	});

	test('sent twice at the same moment adds nobody twice', async () => {
		const where = await newIssuer();

		await Promise.all([sendTo(where, [ban, cuc]), sendTo(where, [ban, cuc])]);

		expect(await listMembers(platform.db, where.place, platform.clock.now())).toHaveLength(2);
	});

	test('names what is wrong by row and column, and does nothing until it is told to leave those out', async () => {
		const where = await newIssuer();
		const wrong = ['=1+1', '31/02/2012', 'Nữ', '', '123', '7A', ''];

		const refused = await sendTo(where, [ban, wrong]);

		expect(refused.faults.map(({ row, column }) => [row, column.vi])).toEqual([
			[3, 'Họ tên'],
			[3, 'Ngày sinh'],
			[3, 'Điện thoại'],
		]);
		expect(JSON.stringify(refused.faults)).not.toMatch(/1\+1|2012|123/);
		expect(refused).toMatchObject({ isDone: false, added: 1 });
		expect(await sendTo(where, [ban, wrong], { goodRowsOnly: true })).toMatchObject({ isDone: true, added: 1 });
	});

	test('that is no table is refused in words', async () => {
		const ask = async (content: string | Buffer) =>
			call(platform, issueSheet, await school.owner.caller(), {
				place: school.place,
				base64: Buffer.from(content).toString('base64'),
				dryRun: true,
			});

		await expect(ask(Buffer.from([0x50, 0x4b, 3, 4, 1]))).rejects.toMatchObject({ code: 'sheet-unreadable' });
		await expect(ask(Buffer.from([0x4e, 0xff, 0x41]))).rejects.toMatchObject({ code: 'sheet-not-utf8' });
		await expect(ask(`Họ tên,Năm sinh\n${'Lê Văn Ba,2000\n'.repeat(2_001)}`)).rejects.toMatchObject({
			code: 'sheet-too-long',
		});
	});
});

describe('somebody on a list who has declared already', () => {
	const documentNumber = '001093029317';
	const row = (change: string[]) => [
		change[0] ?? 'Nguyễn Thị Bưởi',
		change[1] ?? '1987',
		'Nữ',
		documentNumber,
		'',
		'Tổ 1',
		'',
	];

	test('is the same person when number, year and name agree', async () => {
		const where = await newIssuer();
		const person = await addDeclared(platform, newPhone());

		const answer = await sendTo(where, [row([])]);

		const [member] = await listMembers(platform.db, where.place, platform.clock.now());
		expect(await findPersons(platform, 'document', documentNumber)).toContain(member);
		const { cards } = await call(platform, listMine, await person.caller(), {});
		expect(cards.map(({ placeName }) => placeName)).toEqual(member === person.personId ? ['Cà phê Hồ Tây'] : []);
		// The manager is told the same as of anybody else.
		expect(answer).toEqual({ added: 1, known: 0, isDone: true, faults: [], moreFaults: 0 });
	});

	test.each([
		['another name', ['Nguyễn Thị Mận', '1987']],
		['another year', ['Nguyễn Thị Bưởi', '1988']],
	])('is somebody else with %s: a number alone ties nobody to a place', async (_what, change) => {
		const where = await newIssuer();
		await addDeclared(platform, newPhone());
		const before = await findPersons(platform, 'document', documentNumber);

		expect(await sendTo(where, [row(change)])).toMatchObject({ added: 1 });

		const [member] = await listMembers(platform.db, where.place, platform.clock.now());
		expect(before).not.toContain(member);
	});
});

describe('who may make cards', () => {
	test('the manager and the health officers of where the place lies; nobody else', async () => {
		const controller = await addControllerOf(platform, school.owner, school.place, newPhone());
		const { area } = await platform.db.one(
			sql<{ area: string }>`select area_path as area from places.place where place_id = ${school.place}`,
		);
		const try_ = async (caller: Caller) =>
			call(platform, issueSheet, caller, { place: school.place, base64: listOf(ban), dryRun: true }).then(
				() => 'ok',
				({ code }) => code,
			);

		expect(await try_(await school.owner.caller())).toBe('ok');
		expect(await try_(staff('Trạm y tế Ba Đình', { name: 'health-officer', area }))).toBe('ok');
		expect(await try_(staff('CDC Huế', { name: 'health-officer', area: '999' }))).toBe('not-allowed');
		expect(await try_(await controller.caller())).toBe('not-allowed');
		expect(await try_(anybody)).toBe('not-signed-in');
	});
});

test('of whom a card was made, the log says so in place of the person’s name', async () => {
	const where = await newIssuer();
	await sendTo(where, [ban]);

	const [member] = await listMembers(platform.db, where.place, platform.clock.now());
	const { looks } = await platform.db.one(
		sql<{ looks: number }>`select count(*)::integer as looks from audit.look where persons @> array[${member}::bigint]`,
	);
	expect(looks).toBe(1);
	expect((await listProfiles(platform, [member!])).get(member!)).toEqual({
		fullName: 'Đặng Thị Bàng',
		birthYear: 2012,
		gender: 'female',
		phone: '+84903333001',
	});
});
