import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeCase } from '#cases';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addCase, addPerson, addVisit, later, listLooks, openTracing, type Tracing } from '#test/tracing';
import { listConfirmed } from './confirmed.ts';
import { listRecorded } from './list-recorded.ts';
import { recordFound } from './record-found.ts';
import { review } from './review.ts';
import { undoReview } from './undo-review.ts';

let tracing: Tracing;
let caseId: string;
/** Those at the market for 5, 4, 3, 2 and 1 minutes. */
let people: string[];
let contactOf: Map<string, string>;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

beforeEach(async () => {
	const { platform, market, officer } = tracing;
	await platform.db.run(sql`delete from visits.visit`);
	const sick = await addPerson(platform, { fullName: 'Nguyễn Văn An' });
	caseId = await addCase(tracing, sick);
	await addVisit(platform, { person: sick, place: market, from: '21 08:00', until: '21 08:05' });
	people = [];
	for (let minutes = 5; minutes >= 1; minutes--) {
		const person = await addPerson(platform, { fullName: `Lê Thị ${randomUUID()}` });
		await addVisit(platform, { person, place: market, from: `21 08:0${5 - minutes}`, until: '21 09:00' });
		people.push(person);
	}
	await call(platform, recordFound, officer, { caseId });
	contactOf = new Map((await list()).map((one) => [one.person, one.contactId]));
});

type Filter = Omit<Parameters<typeof call<typeof listRecorded.input, typeof listRecorded.output>>[3], 'caseId'>;
const list = async (filter: Filter = {}, who = tracing.officer) =>
	(await call(tracing.platform, listRecorded, who, { caseId, ...filter })).contacts;
const minutesOf = async (filter: Filter) => (await list(filter)).map((one) => one.minutes);
const decide = (
	persons: readonly string[],
	state: 'found' | 'confirmed' | 'downgraded' | 'dismissed',
	{ note, who = tracing.officer }: { note?: string; who?: Tracing['officer'] } = {},
) => {
	later(tracing.platform, 1);
	return call(tracing.platform, review, who, {
		...{ caseId, state, contactIds: persons.map((one) => contactOf.get(one)!) },
		...(note ? { note } : {}),
	});
};
const undo = (who = tracing.officer) => call(tracing.platform, undoReview, who, { caseId });
const states = async () => {
	const stateOf = new Map((await list()).map((one) => [one.person, one.state]));
	return people.map((one) => stateOf.get(one));
};
const duties = (person: string) =>
	tracing.platform.db.rows(sql<{ from_on: string; until_on: string; ended: boolean; area_path: string }>`
		select from_on, until_on, ended_at is not null as ended, area_path
		from monitoring.duty where person_id = ${person} and kind = 'contact'`);

describe('deciding about contacts', () => {
	test('confirms, downgrades and dismisses many at once, with a note', async () => {
		expect(await decide(people.slice(0, 2), 'confirmed', { note: 'Ngồi cùng bàn' })).toEqual({ reviewed: 2 });
		await decide(people.slice(2, 4), 'downgraded');
		await decide(people.slice(4), 'dismissed');

		expect(await states()).toEqual(['confirmed', 'confirmed', 'downgraded', 'downgraded', 'dismissed']);
		expect((await list({ state: 'confirmed' })).map((one) => one.note)).toEqual(['Ngồi cùng bàn', 'Ngồi cùng bàn']);
		const confirmed = await listConfirmed(tracing.platform.db, caseId, { limit: 10 });
		expect(confirmed.map((one) => one.personId).sort()).toEqual(people.slice(0, 2).sort());
	});

	test('tells those it was about', async () => {
		await decide(people.slice(0, 1), 'confirmed');

		expect(await listLooks(tracing.platform, people[0]!)).toContainEqual({
			...{ operation: 'contacts.review', purpose: null, case_id: caseId },
		});
		const others = (await listLooks(tracing.platform, people[1]!)).map((one) => one.operation);
		expect(others).not.toContain('contacts.review');
	});

	test('refuses all of them when one is of another case', async () => {
		contactOf.set('stranger', '1');

		await expect(decide([people[0]!, 'stranger'], 'confirmed')).rejects.toMatchObject({ code: 'not-found' });

		expect(await states()).toEqual(['found', 'found', 'found', 'found', 'found']);
	});
});

describe('a confirmed contact', () => {
	test('is followed until so many days after the last exposure as the rule says', async () => {
		await decide(people.slice(0, 1), 'confirmed');

		expect(await duties(people[0]!)).toEqual([
			{ from_on: '2026-11-24', until_on: '2026-12-05', ended: false, area_path: tracing.areas.baDinh.path },
		]);
		expect((await list({ state: 'confirmed' }))[0]!.followUp).toEqual({
			...{ firstOn: '2026-11-22', lastOn: '2026-12-05', day: 3, days: 14, isOver: false },
		});
	});

	test('who is dismissed is followed no longer', async () => {
		await decide(people.slice(0, 2), 'confirmed');
		await decide(people.slice(0, 1), 'dismissed');

		expect((await duties(people[0]!)).map((one) => one.ended)).toEqual([true]);
		expect((await duties(people[1]!)).map((one) => one.ended)).toEqual([false]);
	});
});

test.each([
	['discarded', true],
	['mistake', true],
	['finished', false],
	['moved', false],
] as const)('closing the case as %s ends the follow-up of its contacts: %s', async (reason, isEnded) => {
	await decide(people.slice(0, 2), 'confirmed');

	await call(tracing.platform, closeCase, tracing.officer, { caseId, reason });

	expect((await duties(people[0]!)).map((one) => one.ended)).toEqual([isEnded]);
	expect((await duties(people[1]!)).map((one) => one.ended)).toEqual([isEnded]);
});

describe('undoing', () => {
	test('puts the last review back, whole, with states, notes and follow-up', async () => {
		await decide(people.slice(0, 2), 'downgraded', { note: 'Khác tầng' });
		await decide(people, 'confirmed', { note: 'Cùng phòng' });

		expect(await undo()).toEqual({ restored: 5 });

		expect(await states()).toEqual(['downgraded', 'downgraded', 'found', 'found', 'found']);
		expect((await list({ state: 'downgraded' })).map((one) => one.note)).toEqual(['Khác tầng', 'Khác tầng']);
		for (const person of people) expect((await duties(person)).every((one) => one.ended)).toBe(true);
	});

	test('goes back one review after the other, until there is none', async () => {
		await decide(people.slice(0, 1), 'confirmed');
		await decide(people.slice(1, 2), 'dismissed');
		await undo();
		expect(await states()).toEqual(['confirmed', 'found', 'found', 'found', 'found']);
		await undo();
		expect(await states()).toEqual(['found', 'found', 'found', 'found', 'found']);

		await expect(undo()).rejects.toMatchObject({ code: 'nothing-to-undo' });
	});

	test('leaves alone whom another officer decided about since', async () => {
		await decide(people.slice(0, 2), 'confirmed');
		await decide(people.slice(0, 1), 'dismissed', { who: tracing.wardOfficer });

		expect(await undo()).toEqual({ restored: 1 });

		expect(await states()).toEqual(['dismissed', 'found', 'found', 'found', 'found']);
	});

	test('of a dismissal lets the follow-up go on', async () => {
		await decide(people.slice(0, 1), 'confirmed');
		await decide(people.slice(0, 1), 'dismissed');

		await undo();

		expect((await duties(people[0]!)).map((one) => one.ended)).toEqual([false]);
	});

	test('is of one’s own reviews only', async () => {
		await decide(people.slice(0, 1), 'confirmed');

		await expect(undo(tracing.wardOfficer)).rejects.toMatchObject({ code: 'nothing-to-undo' });
	});
});

describe('the list', () => {
	test('is most minutes first, a page at a time, nobody twice and nobody lost', async () => {
		const first = await call(tracing.platform, listRecorded, tracing.officer, { caseId, limit: 3 });
		const second = await call(tracing.platform, listRecorded, tracing.officer, {
			...{ caseId, limit: 3, cursor: first.nextCursor! },
		});

		expect([...first.contacts, ...second.contacts].map((one) => one.minutes)).toEqual([5, 4, 3, 2, 1]);
		expect(second.nextCursor).toBeUndefined();
	});

	test.each<[string, () => Filter, number[]]>([
		['by minutes', () => ({ minutesMin: 3 }), [5, 4, 3]],
		['by origin', () => ({ origin: 'interview' }), []],
		['by level', () => ({ level: 1, minutesMin: 5 }), [5]],
		['by the place it was at', () => ({ place: tracing.market, minutesMin: 4 }), [5, 4]],
		['by a place it was not at', () => ({ place: tracing.cafe }), []],
	])('can be narrowed %s', async (_words, filter, minutes) => {
		expect(await minutesOf(filter())).toEqual(minutes);
	});

	test('can be narrowed by state, and counts all states', async () => {
		await decide(people.slice(0, 2), 'confirmed');

		expect(await minutesOf({ state: 'found' })).toEqual([3, 2, 1]);
		const { counts, places } = await call(tracing.platform, listRecorded, tracing.officer, { caseId });
		expect(counts).toEqual([
			{ level: 1, state: 'confirmed', contacts: 2 },
			{ level: 1, state: 'found', contacts: 3 },
		]);
		expect(places).toEqual([{ place: tracing.market, placeName: 'Chợ Long Biên', contacts: 5 }]);
	});

	test('is not shown to an officer of another province', async () => {
		await expect(list({}, tracing.strangeOfficer)).rejects.toMatchObject({ code: 'not-allowed' });
	});
});
