import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { beginDuties } from '#monitoring';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { at } from '#test/door';
import { openRestrictions, type Restrictions } from '#test/restrictions';
import {
	changeCordon,
	declareCordon,
	endCordon,
	findHere,
	getCordon,
	listProposals,
	proposeCordon,
	recordNotice,
	refuseProposal,
	zones,
} from '#zones';

let door: Restrictions;
beforeAll(async () => {
	door = await openRestrictions();
});
afterAll(() => door.platform.close());
beforeEach(() => door.setClock('08:00:00'));

const square = '21.030, 105.850\n21.030, 105.860\n21.040, 105.860\n21.040, 105.850';
const decision = '99/QĐ-UBND: thu hẹp';

const propose = async (change: object = {}, who: Caller = door.callers.ward) =>
	(
		await call(door.platform, proposeCordon, who, {
			...{ areaId: door.areas.baDinh.areaId, disease: 'covid-19', part: 'Tổ 7', reason: 'Ba ca cùng ngõ' },
			...change,
		})
	).proposalId;
const declare = async (change: object = {}) =>
	(await call(door.platform, declareCordon, door.callers.ward, door.cordonOf({ part: 'Tổ 7', ...change }))).cordonId;
const change = (cordonId: string, what: object, who: Caller = door.callers.ward) =>
	call(door.platform, changeCordon, who, { cordonId, decision, ...what });
const get = (cordonId: string) => call(door.platform, getCordon, door.callers.ward, { cordonId });
const openProposals = async () =>
	(await call(door.platform, listProposals, door.callers.ward, {})).proposals.map(({ proposalId }) => proposalId);
const findAt = async (latitude: number, longitude: number) =>
	(await call(door.platform, findHere, door.callers.anybody, { latitude, longitude })).cordons.map(
		({ cordonId }) => cordonId,
	);

describe('a proposed cordon', () => {
	test('is declared with what it was proposed for, and the whole way is told', async () => {
		const proposalId = await propose({ households: ['Số 12 ngõ 5', 'Số 14 ngõ 5'] });
		expect(await openProposals()).toContain(proposalId);

		const cordonId = await declare({ proposalId, part: undefined });

		expect(await openProposals()).not.toContain(proposalId);
		const { cordon, households, steps } = await get(cordonId);
		expect(cordon).toMatchObject({ part: 'Tổ 7', shape: 'households', disease: 'covid-19', stopsResidents: false });
		expect(households).toEqual(['Số 12 ngõ 5', 'Số 14 ngõ 5']);
		expect(steps.map(({ kind, words }) => [kind, words])).toEqual([
			['proposed', 'Ba ca cùng ngõ'],
			['declared', expect.stringContaining('QĐ-UBND, Chủ tịch UBND phường Ba Đình')],
		]);
	});

	test('stops nobody and is not public', async () => {
		await propose({ part: undefined });
		expect(await door.verdictOf()).toBe('green');
	});

	test('is decided once', async () => {
		const proposalId = await propose();
		const refusal = { proposalId, decidedBy: 'Chủ tịch UBND phường', refusal: 'Chưa cần' };

		await call(door.platform, refuseProposal, door.callers.ward, refusal);

		await expect(declare({ proposalId })).rejects.toMatchObject({ code: 'already-ended' });
		await expect(call(door.platform, refuseProposal, door.callers.ward, refusal)).rejects.toMatchObject({
			code: 'already-ended',
		});
	});

	test('is not declared in another area than it was proposed for', async () => {
		const proposalId = await propose();
		const input = door.cordonOf({ proposalId, areaId: door.areas.hoanKiem.areaId });

		await expect(call(door.platform, declareCordon, door.callers.country, input)).rejects.toMatchObject({
			options: { field: 'proposalId' },
		});
	});

	test('is kept without its addresses in clear', async () => {
		await propose({ households: ['Số 12 ngõ Chim Sẻ'] });
		const stored = await door.platform.db.rows(sql<{ row: string }>`select proposal::text as row from zones.proposal`);

		const clear = Buffer.from('ngõ Chim Sẻ').toString('hex');
		for (const { row } of stored) {
			expect(row).not.toContain('Chim Sẻ');
			expect(row).not.toContain(clear);
		}
	});

	test.each([
		['households without a name', { part: undefined, households: ['Số 1'] }, 'part'],
		['drawn twice', { households: ['Số 1'], outline: square }, 'outline'],
		['only spaces for households', { households: [' '] }, 'households'],
		['a disease nobody watches', { disease: 'ennui' }, 'disease'],
		['an outline elsewhere', { outline: '48.85, 2.35\n48.86, 2.35\n48.86, 2.36' }, 'outline'],
	])('%s is refused', async (_what, wrong, field) => {
		await expect(propose(wrong)).rejects.toMatchObject({ options: { field } });
	});
});

describe('a cordon in force', () => {
	test('is made smaller, larger and longer, and each change is kept', async () => {
		const cordonId = await declare();

		await change(cordonId, { part: 'Ngõ 5', outline: square });
		await change(cordonId, { until: at('12:00:00'), stopsResidents: true });
		expect(await change(cordonId, { isWholeArea: true })).toEqual({ shape: 'area' });
		await change(cordonId, { part: 'Tổ 7' });

		const { cordon, steps } = await get(cordonId);
		expect(cordon).toMatchObject({ shape: 'part', until: at('12:00:00') });
		expect(steps.filter(({ kind }) => kind === 'changed').map(({ changes }) => changes)).toEqual([
			{ part: ['Tổ 7', 'Ngõ 5'], shape: ['part', 'outline'] },
			{ until: [at('10:00:00'), at('12:00:00')], stopsResidents: ['false', 'true'] },
			{ part: ['Ngõ 5', ''], shape: ['outline', 'area'] },
			{ part: ['', 'Tổ 7'], shape: ['area', 'part'] },
		]);
	});

	test('made the whole area stops its people at the door at once, and lets them in when it is a part again', async () => {
		const cordonId = await declare();
		door.setClock('08:40:00');
		expect(await door.verdictOf()).toBe('green');

		await change(cordonId, { isWholeArea: true });
		expect(await door.verdictOf(door.person, door.elsewhere)).toBe('red');
		await change(cordonId, { part: 'Tổ 7' });
		await door.nextPerson();
		door.setClock('08:40:00');
		expect(await door.verdictOf()).toBe('green');
	});

	test('tells whether notice was given six hours before, to the second', async () => {
		const cordonId = await declare();
		const told = (noticeAt: string) =>
			call(door.platform, recordNotice, door.callers.ward, { cordonId, noticeAt, how: 'Loa phường, tin nhắn' });

		expect(await told(at('02:30:01'))).toEqual({ isNoticeShort: true });
		expect(await told(at('02:30:00'))).toEqual({ isNoticeShort: false });
		await expect(told(at('08:00:01'))).rejects.toMatchObject({ options: { field: 'noticeAt' } });
	});

	test('with an outline is found from inside it while it holds', async () => {
		const cordonId = await declare({ outline: square });
		expect(await findAt(21.035, 105.855)).toEqual([]);

		door.setClock('08:30:00');
		expect(await findAt(21.035, 105.855)).toEqual([cordonId]);
		expect(await findAt(21.035, 105.8601)).toEqual([]);
		expect((await get(cordonId)).hectares).toBeCloseTo(115.4, 0);
	});

	test.each([
		['nothing', {}, 'part'],
		['an end before now', { until: at('07:59:59') }, 'until'],
		['longer than a year', { until: '2027-11-26T08:30:00+07:00' }, 'until'],
		['a part and the whole', { part: 'Tổ 8', isWholeArea: true }, 'isWholeArea'],
	])('is not changed by %s', async (_what, wrong, field) => {
		const cordonId = await declare();
		await expect(change(cordonId, wrong)).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
	});

	test('is not changed once it is over, nor by the commune next door', async () => {
		const cordonId = await declare();
		await expect(change(cordonId, { part: 'Tổ 8' }, door.callers.nextDoor)).rejects.toMatchObject({
			code: 'not-allowed',
		});

		door.setClock('10:00:00');
		await expect(change(cordonId, { part: 'Tổ 8' })).rejects.toMatchObject({ code: 'already-ended' });
	});
});

describe('the duty that follows from a cordon', () => {
	const addDuty = async (sourceId: string) =>
		beginDuties(
			door.platform.db,
			[
				{
					...{ personId: newId(), kind: 'cordon', sourceId, areaPath: door.areas.baDinh.path },
					...{ disease: 'covid-19', reportsADay: 1, fromOn: '2026-11-24' },
				},
			],
			door.platform.clock.now(),
		);
	const open = async (sourceId: string) =>
		(
			await door.platform.db.rows(
				sql<{
					person_id: string;
				}>`select person_id from monitoring.duty where source_id = ${sourceId} and ended_at is null`,
			)
		).length;
	const runJob = () => zones.jobs![0]!.run(door.platform, door.platform.clock.now(), undefined);

	test('ends with the decision that ends it', async () => {
		const cordonId = await declare();
		await addDuty(cordonId);

		await call(door.platform, endCordon, door.callers.ward, { cordonId, decision: '100/QĐ-UBND' });

		expect(await open(cordonId)).toBe(0);
		expect((await get(cordonId)).steps.at(-1)).toMatchObject({ kind: 'ended', words: '100/QĐ-UBND' });
	});

	test('ends when its time is over, not a second before, and lives on where it was made longer', async () => {
		const [short, long] = [await declare(), await declare()];
		await addDuty(short);
		await addDuty(long);
		await change(long, { until: at('11:00:00') });

		door.setClock('09:59:59');
		await runJob();
		expect([await open(short), await open(long)]).toEqual([1, 1]);
		door.setClock('10:00:00');
		await runJob();
		await runJob();
		expect([await open(short), await open(long)]).toEqual([0, 1]);
	});
});
