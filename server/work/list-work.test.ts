import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCalls } from '#calls';
import { openCase } from '#cases';
import { beginDuties } from '#monitoring';
import type { Caller } from '#platform/actor';
import { actorId } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { administrator, staff } from '#test/people';
import { openProposing, type Proposing } from '#test/proposing';
import { decide } from '#test/tracing';
import { dutyOf, report } from '#test/watch';
import { listWork } from '#work';
import { proposeCordon, refuseProposal } from '#zones';

let vaora: Proposing;
const officerOf = (area: string) => staff('Trạm Y tế', { name: 'health-officer', area });
let station: Caller;
let second: Caller;

/** In Ba Đình: a proposal, a red answer, somebody silent, somebody to call, an alert and a list that wait for a second officer. */
beforeAll(async () => {
	vaora = await openProposing();
	const { platform, areas, person } = vaora;
	const { db, clock } = platform;
	const path = areas.baDinh.path;
	[station, second] = [officerOf(path), officerOf(path)];
	await vaora.propose();
	await beginDuties(db, [dutyOf(person.personId, path, { fromOn: '2026-11-24' })], clock.now());
	await report(platform, station, [person.personId], { signs: ['difficulty-breathing'] });
	await db.run(sql`insert into monitoring.tally (area_path, state, people) values (${path}, 'not-reported', 120)`);
	const about = { personId: person.personId, sourceId: newId(), areaPath: path, reason: 'no-phone' as const };
	await addCalls(db, [{ ...about, text: { vi: 'Hãy ở nhà.', en: 'Stay at home.' } }], clock.now());
	await db.run(sql`insert into alerts.alert (alert_id, correction_id, area_path, severity, template_version, level_max,
		purpose, state, drafted_by, drafted_at, submitted_by, submitted_at)
		values (${newId()}, ${newId()}, ${path}, 'warning', 1, 3, 'Báo', 'waiting', ${actorId(station.actor)}, ${clock.now()},
			${actorId(station.actor)}, ${clock.now()})`);
	const { caseId } = await call(platform, openCase, station, {
		...{ person: person.personId, areaId: areas.baDinh.areaId, classification: 'confirmed', rule: 'qd-5053' },
		...{ onsetOn: '2026-11-20', purpose: 'Điều tra ca bệnh' },
	});
	await decide(platform, station, caseId);
	await platform.db.run(sql`insert into exports.export (export_id, subject, format, layout, names, purpose, case_id,
		area_path, ordered_by, ordered_kind, ordered_authority, ordered_at, state, rows_expected, moved_at)
		values (7, 'contacts', 'csv', 'long', 'masked', 'Lập danh sách gọi điện', ${caseId}, ${areas.baDinh.path},
			${actorId(station.actor)}, 'staff', 'Trạm Y tế', ${clock.now()}, 'to-approve', 51, ${clock.now()})`);
});
afterAll(() => vaora.platform.close());

const work = async (caller: Caller) => (await call(vaora.platform, listWork, caller, {})).work;
const names = async (caller: Caller) => (await work(caller)).map(({ name }) => name);

test('an officer sees what waits in the order in which it is to be done', async () => {
	expect(await names(second)).toEqual(['alarms', 'to-decide', 'alerts', 'exports', 'not-reported', 'calls']);
});

test('nobody is asked to be the second officer of their own', async () => {
	expect(await names(station)).toEqual(['alarms', 'to-decide', 'not-reported', 'calls']);
});

test('each says how much, and since when it waits or when the law wants it', async () => {
	const [alarms, toDecide, , exported, silent] = await work(second);

	expect(alarms).toEqual({ name: 'alarms', count: 1, hasMore: false, since: '2026-11-24T01:00:00.000Z' });
	expect(toDecide).toMatchObject({ count: 1, dueAt: '2026-11-24T02:00:00.000Z' });
	expect(exported).toEqual({ name: 'exports', count: 1, hasMore: false, since: '2026-11-24T01:00:00.000Z' });
	expect(silent).toEqual({ name: 'not-reported', count: 120, hasMore: false });
});

test('a chair sees what the commune is to decide and nothing of anybody’s health', async () => {
	expect(await names(vaora.chair)).toEqual(['to-decide']);
	expect(await names(vaora.otherChair)).toEqual([]);
});

test('a proposed cordon waits for the commune’s chair as for its officers, and for no other chair', async () => {
	const { platform, areas } = vaora;
	const { proposalId } = await call(platform, proposeCordon, station, {
		...{ areaId: areas.baDinh.areaId, disease: 'covid-19', part: 'Tổ 7', reason: 'Ba ca cùng ngõ' },
	});

	expect(await names(vaora.chair)).toEqual(['to-decide', 'cordons']);
	expect(await names(station)).toContain('cordons');
	expect(await names(vaora.otherChair)).toEqual([]);

	const refusal = { proposalId, decidedBy: 'Chủ tịch UBND phường Ba Đình', refusal: 'Đã cách ly tại nhà' };
	await call(platform, refuseProposal, vaora.chair, refusal);
	expect(await names(vaora.chair)).toEqual(['to-decide']);
});

test('next door nothing waits; a ministry sees the whole', async () => {
	expect(await names(officerOf(vaora.areas.hoanKiem.path))).toEqual([]);
	expect(await names(staff('Bộ Y tế', { name: 'health-officer' }))).toEqual(await names(second));
});

test('an administrator sees that sending is paused, an analyst that nothing waits', async () => {
	const { db, clock } = vaora.platform;
	await db.run(sql`insert into messages.pause (pause_id, kind, paused_at, taken, failed)
		values (${newId()}, 'alert', ${clock.now()}, 100, 60)`);

	expect(await names(administrator)).toEqual(['pauses']);
	expect(await names(staff('Bộ Y tế', { name: 'analyst' }))).toEqual([]);
	expect(await names(second)).not.toContain('pauses');
});

test('what was decided is to be told, and no longer to be decided', async () => {
	const { db } = vaora.platform;
	await db.run(sql`update proposals.proposal set outcome = 'accepted'`);

	expect(await names(vaora.chair)).toEqual(['to-tell']);
});

test('counting stops at a hundred and says that there is more', async () => {
	const { db, clock } = vaora.platform;
	const path = vaora.areas.hoanKiem.path;
	await db.run(sql`insert into monitoring.alarm (alarm_id, person_id, area_path, day, slot, raised_at, is_urgent, reasons)
		select n, n, ${path}, '2026-11-24', 0, ${clock.now()}, false, '{}' from generate_series(1, 150) n`);

	expect(await work(officerOf(path))).toMatchObject([{ name: 'alarms', count: 100, hasMore: true }]);
});
