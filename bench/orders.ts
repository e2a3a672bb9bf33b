import { findAreaByCode } from '#areas';
import { decide, decideAll, endings, proposeDue } from '#endings';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { dayOf, shiftDay } from '#shared/language';
import { format } from './check-ins.ts';
import type { Bench } from './installation.ts';
import type { Report } from './report.ts';

const decision = { decidedBy: 'Chủ tịch UBND', decisionNumber: '1/QĐ-UBND' };
const oneByOne = 300;

/**
 * Ending the isolation of many people whose last day has come, each with a negative test: certificate, history, duty and
 * audit rows included. Baseline: the same one person a call, as somebody pressing a button would.
 */
export async function benchOrders({ platform }: Bench, people: number, report: Report): Promise<void> {
	report.section(`Ending ${format(people)} isolation orders, whole: certificates, history, duties, audit`);
	const { db, clock } = platform;
	const area = await findAreaByCode(db, 'province', '01', dayOf(clock.now()));
	if (!area) throw new Error('the bench needs the areas');
	const caller: Caller = {
		actor: { kind: 'staff', id: '1', session: '1', authority: 'Bench', roles: [{ name: 'health-officer' }] },
		...{ address: '127.0.0.1', requestId: 'bench', language: 'vi' },
	};
	await addOrders({ platform }, area.path, people + oneByOne);
	const proposing = performance.now();
	await proposeDue(db, clock.now());
	const proposed = (performance.now() - proposing) / 1_000;
	report.row('proposing who is due', `${proposed.toFixed(1)} s`, '', '');
	const each = await endOneByOne({ platform }, caller);
	report.row(`one by one, ${oneByOne} of them`, `${format(1 / each)}/s`, '1 ×', '');
	const startedAt = performance.now();
	const { batchId } = await call(platform, decideAll, caller, { areaId: area.areaId, ...decision });
	await endings.jobs!.find(({ name }) => name === 'endings.end-batch')!.run(platform, clock.now(), { batchId });
	const seconds = (performance.now() - startedAt) / 1_000;
	await expectAllEnded({ platform }, people + oneByOne);
	const figure = `${seconds.toFixed(1)} s, ${format(people / seconds)}/s`;
	report.row(
		'by the job, in pieces of 400',
		figure,
		`${((each * people) / seconds).toFixed(1)} ×`,
		'100,000 in ≤ 60 s',
	);
}

async function addOrders({ platform }: Pick<Bench, 'platform'>, path: string, count: number): Promise<void> {
	const client = await platform.db.connect();
	const today = dayOf(platform.clock.now());
	await client.query('set statement_timeout = 0; set synchronous_commit = off');
	await client.query(
		`insert into isolation.isolation_order (person_id, order_id, area_path, kind, disease, decided_by, decision_number,
			from_on, until_on, holds_from, holds_until, issued_at, regime, regime_version)
		select 7000000000 + n, 7000000000 + n, $1 || '.' || (1000 + n % 300), 'home', 'covid-19', 'Chủ tịch', 'B' || n,
			$2::date, $3::date, now() - interval '6 days', now() + interval '1 day', now() - interval '6 days',
			'home-7-days-vaccinated', 1
		from generate_series(1, $4::integer) n`,
		[path, shiftDay(today, -6), today, count],
	);
	await client.query(
		`insert into monitoring.duty (person_id, duty_id, kind, source_id, area_path, disease, reports_a_day, from_on, until_on,
			begun_at, leads, state, household_id, last_report_on, last_slot)
		select person_id, order_id, 'isolation', order_id, area_path, 'covid-19', 1, from_on, until_on, issued_at, true,
			'due-to-end', person_id, until_on, 0
		from isolation.isolation_order where person_id > 7000000000`,
	);
	await client.query(
		`insert into laboratory.test (person_id, test_id, version, disease, kind, sampled_at, result, result_at, laboratory,
			sample_id, area_path, recorded_at)
		select person_id, order_id, 1, 'covid-19', 'pcr', now() - interval '1 hour', 'negative', now(), 'CDC', 'B' || order_id,
			area_path, now()
		from isolation.isolation_order where person_id > 7000000000`,
	);
	await client.query('analyze isolation.isolation_order, monitoring.duty, laboratory.test; checkpoint');
	client.release(true);
}

/** Seconds for each. */
async function endOneByOne({ platform }: Pick<Bench, 'platform'>, caller: Caller): Promise<number> {
	const some = sql<{ order_id: string }>`select order_id from endings.due order by order_id limit ${oneByOne}`;
	const orders = await platform.db.rows(some);
	const startedAt = performance.now();
	for (const { order_id } of orders) await call(platform, decide, caller, { orders: [order_id], ...decision });
	return (performance.now() - startedAt) / 1_000 / orders.length;
}

/** What is fast and wrong is no result. */
async function expectAllEnded({ platform }: Pick<Bench, 'platform'>, count: number): Promise<void> {
	const left = sql<{ certificates: number; orders: number; duties: number }>`
		select (select count(*)::integer from certificates.certificate where person_id > 7000000000 and person_id < 8000000000)
				as certificates,
			(select count(*)::integer from isolation.isolation_order where person_id > 7000000000 and person_id < 8000000000
				and ended_at is null) as orders,
			(select count(*)::integer from monitoring.duty where person_id > 7000000000 and person_id < 8000000000
				and ended_at is null) as duties`;
	const { certificates, orders, duties } = await platform.db.one(left);
	if (certificates !== count || orders || duties)
		throw new Error(`${certificates} ended, ${orders} orders, ${duties} duties left`);
}
