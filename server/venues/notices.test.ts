import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeCase } from '#cases';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { anybody } from '#test/people';
import { addCase, addPerson, addVisit, caller, listLooks, openTracing, type Tracing } from '#test/tracing';
import { listMine, listNotices, listPublished, proposeNotice, publishNotice, withdrawNotice } from './index.ts';

let tracing: Tracing;
let caseId: string;
let second: Caller;
beforeAll(async () => {
	tracing = await openTracing();
	const { platform, market } = tracing;
	const ill = await addPerson(platform, { fullName: 'Đặng Văn Ước' });
	await addVisit(platform, { person: ill, place: market, from: '21 08:00', until: '21 10:00' });
	caseId = await addCase(tracing, ill);
	second = caller({ ...tracing.officer.actor, id: newId() } as Caller['actor']);
});
afterAll(() => tracing.platform.close());
beforeEach(() => tracing.platform.clock.set('2026-11-24T08:00:00+07:00'));

const words = { advice: { vi: 'Hãy theo dõi sức khoẻ.', en: 'Watch your health.' }, phone: '024 3733 0000' };
const times = { from: '2026-11-21T08:00:00+07:00', until: '2026-11-21T10:00:00+07:00' };
const correction = { vi: 'Thông báo này là nhầm.', en: 'This notice was a mistake.' };

const propose = (change: object = {}) =>
	call(tracing.platform, proposeNotice, tracing.officer, {
		...{ caseId, placeId: tracing.market, ...times, ...words },
		...change,
	});

async function addVisitors(count: number) {
	for (let index = 0; index < count; index++) {
		const person = await addPerson(tracing.platform, { fullName: 'Lê Thị Mơ' });
		await addVisit(tracing.platform, { person, place: tracing.market, from: '21 09:00', until: '21 09:30' });
	}
}

/** Somebody with an account who was somewhere. */
async function addSignedIn(from: string, until?: string): Promise<{ who: Caller; personId: string }> {
	const { platform, market } = tracing;
	const personId = await addPerson(platform, { fullName: 'Lê Thị Mơ' });
	await addVisit(platform, { person: personId, place: market, from, ...(until ? { until } : {}) });
	const actor = { kind: 'account' as const, id: newId(), session: newId(), persons: [personId], roles: [] };
	return { who: caller(actor), personId };
}

const mine = async (who: Caller) => (await call(tracing.platform, listMine, who, {})).notices;
const published = async () => (await call(tracing.platform, listPublished, anybody, {})).notices;

describe('of fewer than ten others', () => {
	test('a notice needs a stated reason, which nobody outside reads', async () => {
		await addVisitors(9);

		await expect(propose()).rejects.toMatchObject({ code: 'too-few-visitors', options: { field: 'despite' } });
		const { noticeId, visitors } = await propose({ despite: 'Không ai ghi sổ ở chợ này' });
		await call(tracing.platform, publishNotice, second, { noticeId });

		expect(visitors).toBe(9);
		const [notice] = await published();
		expect(JSON.stringify(notice)).not.toMatch(/ghi sổ|visitors|caseId/);
	});

	test('ten are enough', async () => {
		await addVisitors(1);

		expect(await propose()).toMatchObject({ visitors: 10 });
	});
});

test('a notice is public once a second officer published it, and not before', async () => {
	const { platform, officer } = tracing;
	const { noticeId } = await propose();
	const before = (await published()).map((one) => one.noticeId);
	await expect(call(platform, publishNotice, officer, { noticeId })).rejects.toMatchObject({
		code: 'second-officer-needed',
	});

	await call(platform, publishNotice, second, { noticeId });

	expect(before).not.toContain(noticeId);
	expect(await published()).toContainEqual({
		...{ noticeId, placeName: 'Chợ Long Biên', from: '2026-11-21T01:00:00.000Z', until: '2026-11-21T03:00:00.000Z' },
		...{ areaName: expect.anything(), ...words, publishedAt: '2026-11-24T01:00:00.000Z' },
	});
});

test('whoever was there at that time is told on their own page, and nobody looked at their visits', async () => {
	const { noticeId } = await propose();
	await call(tracing.platform, publishNotice, second, { noticeId });

	for (const [from, until, wasThere] of [
		['21 09:59', '21 11:00', true],
		['21 10:00', '21 11:00', false],
		['21 07:00', '21 08:00', false],
		['21 07:00', '21 08:01', true],
	] as const) {
		const { who, personId } = await addSignedIn(from, until);
		expect((await mine(who)).some((one) => one.noticeId === noticeId)).toBe(wasThere);
		expect(await listLooks(tracing.platform, personId)).toEqual([]);
	}
});

test('a notice that is taken back says so in public and to those who were there', async () => {
	const { who } = await addSignedIn('21 08:30', '21 09:00');
	const { noticeId } = await propose();
	await call(tracing.platform, publishNotice, second, { noticeId });

	await call(tracing.platform, withdrawNotice, tracing.officer, { noticeId, correction });

	const shown = { noticeId, withdrawnAt: '2026-11-24T01:00:00.000Z', correction };
	expect(await published()).toContainEqual(expect.objectContaining(shown));
	expect(await mine(who)).toContainEqual(expect.objectContaining(shown));
	await expect(call(tracing.platform, withdrawNotice, tracing.officer, { noticeId, correction })).rejects.toMatchObject(
		{ code: 'already-ended' },
	);
});

test('one that was never published is dropped without a word', async () => {
	const { noticeId } = await propose();

	await call(tracing.platform, withdrawNotice, tracing.officer, { noticeId, correction });

	expect((await published()).some((one) => one.noticeId === noticeId)).toBe(false);
	await expect(call(tracing.platform, publishNotice, second, { noticeId })).rejects.toMatchObject({ code: 'conflict' });
});

test('a notice stands until three weeks after its time', async () => {
	const { noticeId } = await propose();
	await call(tracing.platform, publishNotice, second, { noticeId });
	const standsAt = async (time: string) => {
		tracing.platform.clock.set(time);
		return (await published()).some((one) => one.noticeId === noticeId);
	};

	expect(await standsAt('2026-12-12T09:59:59+07:00')).toBe(true);
	expect(await standsAt('2026-12-12T10:00:00+07:00')).toBe(false);
});

describe('a notice is refused', () => {
	test('of a place where the case was not, of more than a day, and of a time to come', async () => {
		await expect(propose({ placeId: tracing.cafe })).rejects.toMatchObject({ code: 'not-found' });
		const wrong = [{ from: '2026-11-20T07:59:59+07:00' }, { until: '2026-11-24T08:00:01+07:00' }];
		for (const change of wrong)
			await expect(propose(change)).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'until' } });
	});

	test('over a case without grounds, or one that was closed meanwhile', async () => {
		const { platform, market, officer } = tracing;
		const ill = await addPerson(platform, { fullName: 'Lê Văn Nghi' });
		await addVisit(platform, { person: ill, place: market, from: '21 08:00', until: '21 10:00' });
		const suspected = await addCase(tracing, ill, { onsetOn: '2026-11-20', isSuspected: true });
		await expect(propose({ caseId: suspected })).rejects.toMatchObject({ code: 'case-without-grounds' });

		const other = await addCase(tracing, await addIll(market));
		const { noticeId } = await propose({ caseId: other });
		await call(platform, closeCase, officer, { caseId: other });

		await expect(call(platform, publishNotice, second, { noticeId })).rejects.toMatchObject({ code: 'case-closed' });
	});

	test('to officers of elsewhere, who do not see it either', async () => {
		const { platform, strangeOfficer, analyst } = tracing;
		const { noticeId } = await propose();

		for (const other of [strangeOfficer, analyst]) {
			await expect(call(platform, publishNotice, other, { noticeId })).rejects.toMatchObject({ code: 'not-allowed' });
			await expect(call(platform, withdrawNotice, other, { noticeId, correction })).rejects.toMatchObject({
				code: 'not-allowed',
			});
		}
		expect((await call(platform, listNotices, strangeOfficer, {})).notices).toEqual([]);
	});
});

async function addIll(place: string): Promise<string> {
	const ill = await addPerson(tracing.platform, { fullName: 'Phạm Văn Ký' });
	await addVisit(tracing.platform, { person: ill, place, from: '21 08:00', until: '21 10:00' });
	return ill;
}
