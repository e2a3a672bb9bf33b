import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMyLooks } from '#audit';
import { declareGroup, listDeclared } from '#cards';
import { getMine, listStandings } from '#declarations';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { addIssuer, ban, type Issuer, sendList } from '#test/card-list';
import type { TestPlatform } from '#test/database';
import { healthyAnswers } from '#test/declaration';
import { addControllerOf, addDeclared, declare, generalForm, moveTo, openVaora, type SignedIn } from '#test/people';

let platform: TestPlatform;
let school: Issuer;
/** Somebody on the school's list whom Vaora knows: their family declares for them by phone. */
let known: SignedIn & { personId: string };
const start = '2026-11-24T07:00:00+07:00';
const names = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga'];

beforeAll(async () => {
	platform = await openVaora(start);
	known = await addDeclared(platform, '+84903555002');
	school = await addIssuer(platform, '+84903555001');
	const pupils = names.flatMap((name, at) =>
		['Lê', 'Trần', 'Phạm', 'Hồ'].map((family, other) => [
			...[`${family} Thị ${name}`, '2012', 'Nữ', '', '', '7A', `HS${at}${other}`],
		]),
	);
	const bookish = ['Nguyễn Thị Bưởi', '1987', 'Nữ', '001093029317', '', '7A', 'HS99'];
	await sendList(platform, school, [...pupils, bookish, [...ban.slice(0, 5), '7B', 'HS100']]);
});
afterAll(() => platform.close());

const list = async (group = '7A') =>
	call(platform, listDeclared, await school.owner.caller(), { place: school.place, group });

/** Declares for some of the class, without changes that they have no signs. */
async function state(cards: string[], change: Record<string, string | string[]> = {}, id = newUuid()) {
	const answers = { ...healthyAnswers, ...change };
	const input = { id, place: school.place, form: generalForm, cards, answers };
	return (await call(platform, declareGroup, await school.owner.caller(), input)).people;
}

const personsOf = async (cards: string[]) =>
	(
		await platform.db.rows(sql<{ person_id: string }>`
			select person_id from cards.card where card_id = any (${cards}::bigint[]) order by card_id limit 100`)
	).map((row) => row.person_id);

const countDeclarations = async (person: string) =>
	(
		await platform.db.one(sql<{ n: number }>`
			select count(*)::integer as n from declarations.declaration where person_id = ${person}`)
	).n;

const feverish = { symptoms: ['fever'], 'symptoms-note': 'Sốt từ sáng' };

describe('the manager of a school', () => {
	test('declares once for those who are ticked, and for the one with a fever alone; each has a declaration', async () => {
		const { people, groups, nextAfter } = await list();
		expect([people.length, nextAfter, people.some(({ declared }) => declared)]).toEqual([41, undefined, false]);
		// As in a class register: by given name, then by the whole.
		expect(people.slice(0, 5).map(({ fullName }) => fullName)).toEqual([
			...['Hồ Thị An', 'Lê Thị An', 'Phạm Thị An', 'Trần Thị An', 'Hồ Thị Bình'],
		]);
		expect(groups).toEqual([
			{ group: '7A', cards: 41 },
			{ group: '7B', cards: 1 },
		]);
		const cards = people.filter(({ fullName }) => fullName !== 'NGUYỄN THỊ BƯỞI').map(({ card }) => card);
		const [ill, absent, ...well] = cards as [string, string, ...string[]];

		const told = await state(well);
		const exception = await state([ill], feverish);

		expect(told).toEqual(well.map((card) => ({ card, level: 'green', reasons: [] })));
		expect(exception).toMatchObject([{ card: ill, level: 'amber' }]);
		const persons = await personsOf([...well, ill]);
		const standings = await listStandings(platform.db, persons);
		expect([...standings.values()].filter(({ level }) => level === 'green')).toHaveLength(well.length);
		const stored = await platform.db.rows(sql<{ declared_by: string; place_id: string; is_proxy: boolean; n: number }>`
			select declared_by, place_id, is_proxy, count(distinct declaration_id)::integer as n
			from declarations.declaration where person_id = any (${persons}::bigint[])
			group by declared_by, place_id, is_proxy order by n limit 9`);
		expect(stored).toEqual([
			{ declared_by: school.owner.accountId, place_id: school.place, is_proxy: true, n: well.length + 1 },
		]);
		const after = (await list()).people;
		expect(after.find(({ card }) => card === absent)).not.toHaveProperty('declared');
		expect(after.find(({ card }) => card === ill)?.declared).toEqual({
			at: new Date(start).toISOString(),
			level: 'amber',
		});
	});

	test('sends the same statement twice and declares once', async () => {
		const card = (await list('7B')).people[0]!.card;
		const id = newUuid();

		const answers = [await state([card], {}, id), await state([card], {}, id)];

		expect(answers[1]).toEqual(answers[0]);
		expect(await countDeclarations((await personsOf([card]))[0]!)).toBe(1);
	});

	test('puts their own slip right, and lets nobody in whose family has declared a fever', async () => {
		const card = (await list()).people.find(({ fullName }) => fullName === 'NGUYỄN THỊ BƯỞI')!.card;
		const level = async () => (await listStandings(platform.db, [known.personId])).get(known.personId)!.level;

		await state([card], feverish);
		expect(await level()).toBe('amber');
		platform.clock.set('2026-11-24T07:01:00+07:00');
		await state([card]);
		expect(await level()).toBe('green');
		await declare(platform, known, feverish);
		platform.clock.set('2026-11-24T07:02:00+07:00');
		const told = await state([card]);

		// What the family declared shows nowhere but at the door.
		expect(told).toEqual([{ card, level: 'green', reasons: [] }]);
		expect(await level()).toBe('amber');
		expect((await list()).people.find((one) => one.card === card)?.declared?.level).toBe('green');
	});

	test('is named to whoever was declared for', async () => {
		const caller = await known.caller();

		const { declarations } = await call(platform, getMine, caller, {});
		const { looks } = await call(platform, listMyLooks, caller, {});

		expect(declarations.filter(({ isProxy }) => isProxy).map((one) => one.declaredAtPlace)).toEqual(
			Array(3).fill('Cà phê Hồ Tây'),
		);
		expect(looks.map(({ what }) => what.en)).toContain(
			'The manager of a place declared for you together with your class or crew',
		);
	});

	test('is told of a card that is not the place’s, and the others are declared for', async () => {
		const elsewhere = await addIssuer(platform, '+84903555003');
		await sendList(platform, elsewhere, [ban]);
		const theirs = await call(platform, listDeclared, await elsewhere.owner.caller(), {
			place: elsewhere.place,
			group: '7A',
		});
		const stranger = theirs.people[0]!.card;
		const own = (await list('7B')).people[0]!.card;

		expect(await state([stranger, own])).toEqual([
			{ card: stranger, problem: 'not-found' },
			{ card: own, level: 'green', reasons: [] },
		]);
	});

	test('answers every question: what is left out is told, and nothing is stored', async () => {
		const card = (await list('7B')).people[0]!.card;
		const before = await countDeclarations((await personsOf([card]))[0]!);

		await expect(state([card], { symptoms: [] })).rejects.toMatchObject({
			code: 'invalid-input',
			options: { field: 'answers.symptoms' },
		});
		expect(await countDeclarations((await personsOf([card]))[0]!)).toBe(before);
	});

	test('sees the next morning that nobody is declared for yet', async () => {
		await moveTo(platform, '2026-11-25T07:00:00+07:00');

		expect((await list()).people.some(({ declared }) => declared)).toBe(false);
		await moveTo(platform, start);
	});
});

test('a controller may not declare for a class', async () => {
	const controller = await addControllerOf(platform, school.owner, school.place, '+84903555004');
	const card = (await list('7B')).people[0]!.card;
	const input = { id: newUuid(), place: school.place, form: generalForm, cards: [card], answers: healthyAnswers };

	await expect(call(platform, declareGroup, await controller.caller(), input)).rejects.toMatchObject({
		code: 'not-allowed',
	});
});
