import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { at } from '#test/door';
import { openRestrictions, type Restrictions } from '#test/restrictions';
import { declareCordon, endCordon, listCordons, listPublic } from '#zones';

let door: Restrictions;

beforeAll(async () => {
	door = await openRestrictions();
});
afterAll(() => door.platform.close());
beforeEach(() => door.setClock('08:00:00'));

const declare = (change: object = {}, who = door.callers.ward) =>
	call(door.platform, declareCordon, who, door.cordonOf(change));
const end = (cordonId: string, who: Caller = door.callers.ward) =>
	call(door.platform, endCordon, who, { cordonId, decision: '99/QĐ-UBND' });
const list = async (input: object = {}, who = door.callers.ward) =>
	call(door.platform, listCordons, who, { limit: 100, ...input });
const idsOf = async (input: object = {}, who = door.callers.ward) =>
	(await list(input, who)).cordons.map(({ cordonId }) => cordonId);
const publicIds = async () =>
	(await call(door.platform, listPublic, door.callers.anybody, {})).cordons.map(({ cordonId }) => cordonId);

describe('a cordon', () => {
	test('is kept with its decision', async () => {
		const change = { decisionNumber: '7/QĐ-UBND', part: 'Tổ dân phố số 5', noticeAt: at('02:30:00') };

		const { cordonId } = await declare(change);

		expect((await list()).cordons.find((one) => one.cordonId === cordonId)).toEqual({
			...{ cordonId, areaId: door.areas.baDinh.areaId, areaName: door.areas.baDinh.fullName, part: 'Tổ dân phố số 5' },
			...{ from: at('08:30:00'), until: at('10:00:00'), decidedUntil: at('10:00:00'), noticeAt: at('02:30:00') },
			...{ decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: '7/QĐ-UBND', declaredAt: at('08:00:00') },
			...{ state: 'announced', isNoticeShort: false, shape: 'part', disease: 'covid-19' },
			...{ reportsADay: 1, stopsResidents: false },
		});
	});

	test.each([
		['six hours before', at('02:30:00'), false],
		['a second less', at('02:30:01'), true],
		['not known when', undefined, true],
	])('told %s: %s, short: %s', async (_what, noticeAt, isNoticeShort) => {
		expect(await declare(noticeAt ? { noticeAt } : {})).toMatchObject({ isNoticeShort });
	});

	test('declared again by the same decision is the same, another part is another', async () => {
		const input = door.cordonOf({});
		const { cordonId } = await declare(input);

		expect(await declare(input)).toMatchObject({ cordonId, wasDeclared: true });
		expect(await declare({ ...input, part: 'Thôn 2' })).toMatchObject({ wasDeclared: false });
	});

	test('is listed while it holds or is announced, and apart when it is over', async () => {
		const { cordonId } = await declare();
		const open = (await declare({ until: undefined })).cordonId;
		const which = async (state: string) => {
			const ids = await idsOf({ state });
			return [ids.includes(cordonId), ids.includes(open)];
		};

		door.setClock('09:59:59');
		expect([await which('in-force'), await which('over')]).toEqual([
			[true, true],
			[false, false],
		]);
		door.setClock('10:00:00');
		expect([await which('in-force'), await which('over'), await which('all')]).toEqual([
			[false, true],
			[true, false],
			[true, true],
		]);
		await end(open);
		expect(await which('over')).toEqual([true, true]);
		await expect(end(open)).rejects.toMatchObject({ code: 'already-ended' });
		await expect(end(cordonId)).rejects.toMatchObject({ code: 'already-ended' });
	});

	test('that is called off before it began never holds', async () => {
		const { cordonId } = await declare();
		await end(cordonId);

		door.setClock('08:30:00');
		expect(await publicIds()).not.toContain(cordonId);
	});

	test('is public while it holds, to the minute', async () => {
		const { cordonId } = await declare();
		const isPublic = async (clock: string) => {
			door.setClock(clock);
			return (await publicIds()).includes(cordonId);
		};

		expect(await isPublic('08:29:59')).toBe(false);
		expect(await isPublic('08:30:00')).toBe(true);
		expect(await isPublic('09:59:59')).toBe(true);
		expect(await isPublic('10:00:00')).toBe(false);
	});

	test('is listed page by page, each once', async () => {
		const all = await idsOf({ state: 'all' });
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await list({ state: 'all', limit: 3, ...(cursor ? { cursor } : {}) });
			seen.push(...page.cordons.map(({ cordonId }) => cordonId));
			cursor = page.nextCursor;
		} while (cursor);

		expect(all.length).toBeGreaterThan(6);
		expect(seen).toEqual(all);
	});

	test.each([
		['of no area', { areaId: 999_999 }, 'areaId'],
		['that began ninety days ago and more', { from: '2026-08-26T07:59:59+07:00' }, 'from'],
		['more than thirty days ahead', { from: '2026-12-24T08:00:01+07:00', until: undefined }, 'from'],
		['that ends as it begins', { until: '2026-11-24T08:30:00+07:00' }, 'until'],
		['longer than a year', { until: '2027-11-26T08:30:00+07:00' }, 'until'],
		['told in the future', { noticeAt: '2026-11-24T08:00:01+07:00' }, 'noticeAt'],
	])('%s is refused', async (_what, change, field) => {
		await expect(declare(change, door.callers.country)).rejects.toMatchObject({
			code: 'invalid-input',
			options: { field },
		});
	});
});

describe('who may', () => {
	test.each(['ward', 'province', 'country'] as const)(
		'declare and end one of Ba Đình: the officer of the %s',
		async (who) => {
			const { cordonId } = await declare({}, door.callers[who]);

			await end(cordonId, door.callers[who]);
			expect(await idsOf({ state: 'all' }, door.callers[who])).toContain(cordonId);
		},
	);

	test.each(['nextDoor', 'elsewhere', 'analyst', 'administrator'] as const)('not: %s', async (who) => {
		const { cordonId } = await declare();

		await expect(declare({}, door.callers[who])).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(end(cordonId, door.callers[who])).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('list them: officers, each what is within reach', async () => {
		const { cordonId } = await declare();

		expect(await idsOf({}, door.callers.nextDoor)).not.toContain(cordonId);
		for (const who of ['analyst', 'administrator'] as const)
			await expect(list({}, door.callers[who])).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(list({}, door.callers.anybody)).rejects.toMatchObject({ code: 'not-signed-in' });
		await expect(end(cordonId, await door.controller.caller())).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('not: the officer of a commune over its whole province', async () => {
		await expect(declare({ areaId: door.areas.haNoi.areaId })).rejects.toMatchObject({ code: 'not-allowed' });
	});
});
