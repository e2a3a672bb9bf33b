import { shiftDay } from '#shared/language';
import { proposeLevels } from '../server/risk/propose-levels.ts';
import { format } from './check-ins.ts';
import type { Bench } from './installation.ts';
import { median, type Report } from './report.ts';

const runs = 5;

/**
 * Proposing the level of every province and commune from five years of counts by week and month, population and told
 * facts; against asking for each commune by itself, on a hundred of them.
 */
export async function benchRisk({ platform }: Bench, report: Report) {
	report.section('Levels of risk: proposing for every province and commune');
	const { db, clock } = platform;
	const now = clock.now();
	const client = await db.connect();
	await fill(client, now.toISOString().slice(0, 10));
	const { rows } = await client.query(
		"select path from areas.unit where level = 'country' union all (select path from areas.unit where level = 'commune' and valid_until is null order by area_id limit 100)",
	);
	client.release();
	const [country, ...communes] = rows.map((row: { path: string }) => row.path) as [string, ...string[]];
	for (const ruleSet of ['tt-15-2026', 'nq-128-qd-4800', 'qd-2686']) {
		const asked = { disease: 'influenza', ruleSet };
		let proposed = 0;
		const together = await time(
			async () => void (proposed = await proposeLevels(db, { ...asked, path: country }, now)),
		);
		const single = await time(async () => {
			for (const path of communes) await proposeLevels(db, { ...asked, path }, now);
		});
		const each = (single / communes.length) * proposed;
		const figure = `${together.toFixed(0)} ms for ${format(proposed)} areas`;
		report.row(ruleSet, figure, `one by one ${(each / 1_000).toFixed(1)} s`, '≤ 5 s');
	}
}

async function time(work: () => Promise<void>): Promise<number> {
	const took: number[] = [];
	for (let run = 0; run < runs; run++) {
		const startedAt = performance.now();
		await work();
		took.push(performance.now() - startedAt);
	}
	return median(took);
}

type Client = Awaited<ReturnType<Bench['platform']['db']['connect']>>;

async function fill(client: Client, today: string): Promise<void> {
	await client.query('set statement_timeout = 0');
	await client.query(
		`insert into risk.population (area_id, since, people, source)
		select area_id, '2025-07-01', 5000 + (area_id * 7919) % 60000, 'bench' from areas.unit
		where level in ('province', 'commune') and valid_until is null`,
	);
	for (const span of ['week', 'month'])
		await client.query(
			`insert into risk.case_count (disease, area_id, span, begins_on, cases, source)
			select 'influenza', u.area_id, $1, d::date, (random() * 20)::integer, 'bench' from areas.unit u,
				generate_series(date_trunc($1, $2::date) - interval '5 years', date_trunc($1, $2::date), ('1 ' || $1)::interval) d
			where u.level = 'commune' and u.valid_until is null
			on conflict do nothing`,
			[span, today],
		);
	await client.query(
		`insert into risk.facts (disease, area_id, as_of, facts, authority, told_at)
		select 'influenza', area_id, $1::date, jsonb_build_object('newCases', area_id % 90, 'unknownSourceCases', area_id % 3), '', now()
		from areas.unit where level = 'commune' and valid_until is null`,
		[shiftDay(today, -1)],
	);
	await client.query('analyze');
}
