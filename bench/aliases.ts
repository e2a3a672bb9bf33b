import { sameAs } from '#identity';
import { sql } from '#platform/sql';
import { format, ratio, type Settings, singleRequests } from './check-ins.ts';
import type { Bench } from './installation.ts';
import { runClosedLoop } from './load.ts';
import type { Population } from './population.ts';
import { median, type Report } from './report.ts';

/** Each process learns within five seconds that somebody is merged, or that nobody is any more. */
const learns = () => new Promise((resolve) => setTimeout(resolve, 6_000));

/** What it costs those known under one id that others are known under several. */
export async function benchAliases(
	bench: Bench,
	population: Population,
	{ seconds, runs, merged }: Settings & { merged: number },
	report: Report,
) {
	const { db } = bench.platform;
	const next = singleRequests(population, '/api/v1/visits.check-in');
	const load = async () => (await runClosedLoop({ port: bench.port, connections: 32, depth: 16, seconds, next })).rate;
	const rates = { nobody: [] as number[], others: [] as number[] };
	await load();
	// Taken in turns, so that what else the machine does falls on both.
	for (let run = 0; run < runs; run++) {
		rates.nobody.push(await load());
		await mergeStrangers(bench, merged);
		await learns();
		rates.others.push(await load());
		if (run < runs - 1) {
			await db.run(sql`delete from identity.person_alias`);
			await learns();
		}
	}
	const lookUps = [];
	for (let run = 0; run < 5; run++) {
		const startedAt = performance.now();
		await sameAs(db, population.persons);
		lookUps.push(performance.now() - startedAt);
	}
	await db.run(sql`delete from identity.person_alias`);

	const [nobody, others] = [median(rates.nobody), median(rates.others)];
	report.section('One person under several ids');
	report.row('check-in, one a request, nobody is merged (baseline)', `${format(nobody)}/s`, '1.0 ×');
	report.row(
		`check-in while ${format(merged)} others are merged`,
		`${format(others)}/s`,
		ratio(others, nobody),
		'≥ 0.8 ×',
	);
	const people = format(population.persons.length);
	report.row(`every id of ${people} people, ${format(merged)} others merged`, `${format(median(lookUps))} ms`);
}

/** Pairs of ids that are nobody’s here. */
const mergeStrangers = ({ platform }: Bench, pairs: number) =>
	platform.db.run(sql`insert into identity.person_alias (person_id, stays_id, merge_id, since)
		select pair, -pair, pair, ${platform.clock.now()} from generate_series(1, ${pairs}::bigint) as pair`);
