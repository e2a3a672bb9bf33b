import { countDay, countToday } from '#overview';
import { sql } from '#platform/sql';
import { dayOf, shiftDay } from '#shared/language';
import { format } from './check-ins.ts';
import { Connection } from './connection.ts';
import type { Bench } from './installation.ts';
import { median, type Report } from './report.ts';
import { addWatched, makeOfficer } from './watched.ts';

const runs = 5;
const asks = 30;

/**
 * How a ministry sees the country: the figures, the table of provinces, fourteen days, and what is to be done, each a
 * request; against counting the same from the duties each time. And what counting costs, once a minute and once a day.
 */
export async function benchOverview(bench: Bench, people: number, report: Report) {
	const { db, clock } = bench.platform;
	if (!(await countDuties(bench))) await addWatched(bench, people);
	report.section('The whole country at a glance');
	report.row('people under watch', format(await countDuties(bench)));
	const client = await db.connect();
	const token = await makeOfficer(client, '1');
	const today = dayOf(clock.now());
	await addReports(client, shiftDay(today, -1));
	client.release(true);

	const whole = await time(() => countToday(db, clock.now()));
	report.row('counting today for every area, once a minute', `${whole.toFixed(0)} ms`);
	const past = await time(() => countDay(db, shiftDay(today, -1), clock.now()));
	report.row('counting a day that is over by its reports', `${past.toFixed(0)} ms`);
	for (let ago = 2; ago < 14; ago++) await copyDay(bench, shiftDay(today, -1), shiftDay(today, -ago));
	const baseline = await time(() => db.rows(countFromDuties(today)));
	report.row('provinces counted from the duties (baseline)', `${baseline.toFixed(0)} ms`, '1.0 ×');
	for (const [what, operation, input] of [
		['the country’s figures', 'overview.get-area', '{"areaId":1}'],
		['the table of its provinces', 'overview.list-below', '{"areaId":1}'],
		['fourteen days', 'overview.get-trend', '{"areaId":1}'],
		['what is to be done', 'work.list-work', '{}'],
	] as const) {
		const took = await ask(bench, token, operation, input);
		const p95 = took[Math.floor(took.length * 0.95)]!;
		report.row(what, `p95 ${p95.toFixed(1)} ms`, `${(baseline / p95).toFixed(0)} × faster`, '≤ 100 ms');
	}
}

const countDuties = async ({ platform }: Bench): Promise<number> =>
	(
		await platform.db.one(
			sql<{ duties: number }>`select count(*)::integer as duties from monitoring.duty where ended_at is null`,
		)
	).duties;

const countFromDuties = (today: string) => sql`
	select split_part(area_path, '.', 2) as province, count(*) as due,
		count(*) filter (where last_report_on >= ${today}::date) as reported,
		count(*) filter (where state = 'not-reported') as silent
	from monitoring.duty
	where leads and ended_at is null and from_on <= ${today}::date and coalesce(until_on >= ${today}::date, true)
	group by 1`;

type Client = Awaited<ReturnType<Bench['platform']['db']['connect']>>;

/** Nine of ten reported on a day. */
async function addReports(client: Client, day: string) {
	await client.query('set statement_timeout = 0; set synchronous_commit = off');
	await client.query(
		`insert into monitoring.report (person_id, day, slot, report_id, reported_at, recorded_at, channel, form_url,
			form_version, answers_sealed, rule, rule_area, rule_version, level, reasons)
		select distinct on (person_id) person_id, $1::date, 0, gen_random_uuid(), now(), now(), 'self', 'bench', '1', '', 'bench',
			'', 1, 'green', '{}'::text[]
		from monitoring.duty where person_id % 10 <> 0
		on conflict do nothing`,
		[day],
	);
	// As if they had been under watch then.
	await client.query(`update monitoring.duty set begun_at = from_on where begun_at > from_on`);
	await client.query('vacuum analyze monitoring.duty');
	await client.query('analyze monitoring.report');
}

const copyDay = ({ platform }: Bench, from: string, to: string) =>
	platform.db.run(sql`
		with counted as (
			insert into overview.counted (day, counted_at) values (${to}::date, ${platform.clock.now()}) on conflict do nothing
		)
		insert into overview.area_day (area_path, parent_path, day, due, reported, red, cases)
		select area_path, parent_path, ${to}::date, due, reported, red, cases from overview.area_day
		where day = ${from}::date
		on conflict do nothing`);

async function time(work: () => Promise<unknown>): Promise<number> {
	const took: number[] = [];
	for (let run = 0; run < runs; run++) {
		const startedAt = performance.now();
		await work();
		took.push(performance.now() - startedAt);
	}
	return median(took);
}

async function ask({ port }: Bench, token: string, operation: string, input: string): Promise<number[]> {
	const connection = await Connection.open(port);
	const took: number[] = [];
	for (let run = 0; run <= asks; run++) {
		const startedAt = performance.now();
		const { status, body } = await connection.post(`/api/v1/${operation}`, token, input);
		if (status !== 200) throw new Error(body);
		// The first warms up.
		if (run) took.push(performance.now() - startedAt);
	}
	connection.close();
	return took.sort((one, other) => one - other);
}
