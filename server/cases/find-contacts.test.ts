import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstPlaceTypes } from '#places';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { addCase, addPerson, addVisit, listLooks, openTracing, type Tracing } from '#test/tracing';
import { change } from './change.ts';
import { findContacts } from './find-contacts.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const person = (fullName = 'Nguyễn Văn An') => addPerson(tracing.platform, { fullName });
const find = (caseId: string, who: Caller = tracing.officer, more: object = {}) =>
	call(tracing.platform, findContacts, who, { caseId, ...more });

/** A case with one visit at the market, and whoever is there as told. Returns what the officer finds of them. */
async function meet(
	own: { from: string; until?: string },
	other: { from: string; until?: string; leftKnown?: number },
	dates: Parameters<typeof addCase>[2] = { onsetOn: '2026-11-20' },
) {
	const { platform, market } = tracing;
	const [sick, met] = [await person(), await person('Lê Thị Bưởi')];
	const caseId = await addCase(tracing, sick, dates);
	await addVisit(platform, { person: sick, place: market, ...own });
	await addVisit(platform, { person: met, place: market, ...other });
	const found = await find(caseId);
	return { sick, met, caseId, found, contact: found.contacts.find((one) => one.person === met) };
}

test('somebody who shared a place with the case is found with place, minutes and the times of both', async () => {
	const { found, contact, met } = await meet(
		{ from: '20 08:00', until: '20 09:00' },
		{ from: '20 08:40', until: '20 10:00' },
	);

	expect(contact).toEqual({
		person: met,
		minutes: 20,
		shared: [
			{
				visit: 1,
				enteredAt: '2026-11-20T01:40:00.000Z',
				leftAt: '2026-11-20T03:00:00.000Z',
				leftKnown: 'recorded',
				minutes: 20,
			},
		],
	});
	expect(found.visits).toEqual([
		{
			visit: 1,
			place: tracing.market,
			placeName: 'Chợ Long Biên',
			areaName: { vi: 'Phường Ba Đình, Thành phố Hà Nội', en: 'Ba Dinh Ward, Ha Noi City' },
			enteredAt: '2026-11-20T01:00:00.000Z',
			leftAt: '2026-11-20T02:00:00.000Z',
			leftKnown: 'recorded',
			contacts: found.total,
		},
	]);
	expect(found.rule).toMatchObject({ rule: 'qd-5053', version: 1, daysBefore: 3, minutesMin: 0 });
	expect(found.window).toEqual({ from: '2026-11-16T17:00:00.000Z', until: '2026-12-11T17:00:00.000Z' });
});

describe('visits are half-open', () => {
	test.each<[string, { from: string; until: string }, number | undefined]>([
		['leaving as the case comes is no meeting', { from: '19 05:00', until: '19 06:00' }, undefined],
		['leaving a second later is one', { from: '19 05:00', until: '19 06:00:01' }, 0],
		['coming as the case leaves is no meeting', { from: '19 07:00', until: '19 08:00' }, undefined],
		['coming a second earlier is one', { from: '19 06:59:59', until: '19 08:00' }, 0],
		['being stopped at the door is no meeting', { from: '19 06:30', until: '19 06:30' }, undefined],
		['staying around the case is one', { from: '18 23:00', until: '19 12:00' }, 60],
	])('%s', async (_words, other, minutes) => {
		const { contact } = await meet({ from: '19 06:00', until: '19 07:00' }, other);

		expect(contact?.minutes).toBe(minutes);
	});
});

describe('a leaving time nobody recorded', () => {
	const usualMinutes = firstPlaceTypes.find((one) => one.type === 'market')!.usualStayMinutes;

	test('of the other counts until the usual stay and is marked as inferred', async () => {
		const { contact } = await meet({ from: '18 08:00', until: '18 20:00' }, { from: '18 10:00' });

		expect(contact).toMatchObject({ minutes: usualMinutes, shared: [{ leftKnown: 'usual-stay' }] });
	});

	test('of the case counts until the usual stay and is marked as inferred', async () => {
		const { found, contact } = await meet({ from: '18 21:00' }, { from: '18 21:10', until: '18 21:20' });

		expect(contact).toMatchObject({ minutes: 10, shared: [{ leftKnown: 'recorded' }] });
		expect(found.visits[0]!.leftKnown).toBe('usual-stay');
	});

	test('that was inferred when it was stored stays marked so', async () => {
		const { contact } = await meet(
			{ from: '17 21:00', until: '17 22:00' },
			{ from: '17 21:10', until: '17 21:20', leftKnown: 2 },
		);

		expect(contact?.shared[0]?.leftKnown).toBe('entered-elsewhere');
	});

	test('of the case does not reach past this moment', async () => {
		const { contact } = await meet({ from: '24 07:50' }, { from: '24 07:55' });

		expect(contact?.minutes).toBe(5);
	});
});

describe('the infectious window', () => {
	test.each<[string, { from: string; until: string }, Parameters<typeof addCase>[2], number | undefined]>([
		[
			'begins at midnight three days before the onset',
			{ from: '16 23:00', until: '17 00:10' },
			{ onsetOn: '2026-11-20' },
			10,
		],
		['does not begin a day earlier', { from: '16 22:00', until: '16 23:59' }, { onsetOn: '2026-11-20' }, undefined],
		[
			'ends with isolation',
			{ from: '21 08:00', until: '21 09:00' },
			{ onsetOn: '2026-11-20', isolatedAt: '2026-11-21T08:25:00+07:00' },
			25,
		],
		[
			'leaves nothing after isolation',
			{ from: '21 08:00', until: '21 09:00' },
			{ onsetOn: '2026-11-20', isolatedAt: '2026-11-21T08:00:00+07:00' },
			undefined,
		],
		[
			'lies around the sampling without symptoms',
			{ from: '16 23:00', until: '17 00:10' },
			{ sampledOn: '2026-11-20' },
			10,
		],
	])('%s', async (_words, both, dates, minutes) => {
		const { contact } = await meet(both, both, dates);

		expect(contact?.minutes).toBe(minutes);
	});

	test('is unknown without dates, and the officer is told what is missing', async () => {
		const caseId = await addCase(tracing, await person(), {});

		await expect(find(caseId)).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'onsetOn' } });
	});
});

describe('under a rule of 15 minutes', () => {
	const who = { onsetOn: '2026-11-20', rule: 'who-2021' };

	test.each([
		['14 minutes and 59 seconds are too short', '19 16:14:59', undefined],
		['15 minutes are enough', '19 16:15:00', 15],
	])('%s', async (_words, until, minutes) => {
		const { contact } = await meet({ from: '19 16:00', until: '19 17:00' }, { from: '19 16:00', until }, who);

		expect(contact?.minutes).toBe(minutes);
	});

	test('several short meetings at one place add up, at two places they do not', async () => {
		const { platform, cafe } = tracing;
		const place = tracing.market;
		const [sick, once, twice, here] = [await person(), await person(), await person(), await person()];
		const caseId = await addCase(tracing, sick, who);
		await addVisit(platform, { person: sick, place: cafe, from: '22 08:00', until: '22 09:00' });
		await addVisit(platform, { person: sick, place: cafe, from: '22 15:00', until: '22 16:00' });
		await addVisit(platform, { person: sick, place, from: '22 18:00', until: '22 19:00' });
		await addVisit(platform, { person: once, place: cafe, from: '22 08:50', until: '22 09:30' });
		await addVisit(platform, { person: twice, place: cafe, from: '22 08:50', until: '22 09:30' });
		await addVisit(platform, { person: twice, place: cafe, from: '22 14:00', until: '22 15:05' });
		await addVisit(platform, { person: here, place: cafe, from: '22 08:50', until: '22 09:30' });
		await addVisit(platform, { person: here, place, from: '22 18:50', until: '22 19:30' });

		const { contacts } = await find(caseId);

		expect(
			contacts.map((one) => [one.person, one.minutes, one.shared.map(({ visit, minutes }) => [visit, minutes])]),
		).toEqual([
			[
				twice,
				15,
				[
					[1, 10],
					[2, 5],
				],
			],
		]);
	});
});

test('somebody at another place at the same time is not found', async () => {
	const { platform, market, cafe } = tracing;
	const [sick, elsewhere] = [await person(), await person()];
	const caseId = await addCase(tracing, sick);
	await addVisit(platform, { person: sick, place: market, from: '23 08:00', until: '23 09:00' });
	await addVisit(platform, { person: elsewhere, place: cafe, from: '23 08:00', until: '23 09:00' });

	expect((await find(caseId)).contacts.map((one) => one.person)).not.toContain(elsewhere);
});

test('a case that went nowhere has no contacts', async () => {
	const caseId = await addCase(tracing, await person());

	expect(await find(caseId)).toMatchObject({ total: 0, visits: [], contacts: [] });
});

describe('a long list', () => {
	test('comes in pages, those with most minutes first, and tells each person once', async () => {
		const { platform } = tracing;
		const place = tracing.cafe;
		const sick = await person();
		const caseId = await addCase(tracing, sick);
		await addVisit(platform, { person: sick, place, from: '21 10:00', until: '21 12:00' });
		const met: string[] = [];
		for (let index = 0; index < 7; index++) {
			met.push(await person());
			await addVisit(platform, {
				person: met[index]!,
				place,
				from: '21 10:00',
				until: `21 10:${index < 4 ? 30 : 10 + index}`,
			});
		}

		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await find(caseId, tracing.officer, { limit: 3, cursor });
			expect(page.total).toBe(7);
			seen.push(...page.contacts.map((one) => one.person));
			cursor = page.nextCursor;
		} while (cursor);

		const byNumber = (ids: string[]) => ids.sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
		expect(seen).toEqual([...byNumber(met.slice(0, 4)), met[6], met[5], met[4]]);
		for (const one of met)
			expect(await listLooks(platform, one)).toEqual([
				{ operation: 'cases.find-contacts', purpose: null, case_id: caseId },
			]);
	});
});

test('new dates find other people', async () => {
	const { caseId, contact } = await meet(
		{ from: '15 08:00', until: '15 09:00' },
		{ from: '15 08:00', until: '15 09:00' },
	);
	expect(contact).toBeUndefined();

	await call(tracing.platform, change, tracing.officer, { caseId, onsetOn: '2026-11-18' });

	expect((await find(caseId)).contacts).toHaveLength(1);
});
