import { randomUUID } from 'node:crypto';
import type { Bench } from './installation.ts';
import { type LoadResult, type Request, runClosedLoop, runOpenLoop } from './load.ts';
import { type Population, restrict } from './population.ts';
import { median, type Report } from './report.ts';

export interface Settings {
	seconds: number;
	runs: number;
}

/** Check-ins one a request and in gate batches of 50, against one INSERT a request on the same server. */
export async function benchCheckIns(bench: Bench, population: Population, settings: Settings, report: Report) {
	const load = (next: () => Request, depth: number) => () =>
		runClosedLoop({ port: bench.port, connections: 32, depth, seconds: settings.seconds, next });
	const single = singleRequests(population, '/api/v1/visits.check-in');
	const plain = singleRequests(population, '/bench/plain');
	const sameWork = singleRequests(population, '/bench/same-work');
	const batched = batchRequests(population, 50);

	await load(plain, 16)();
	await load(single, 16)();
	const runs = {
		plain: [] as LoadResult[],
		sameWork: [] as LoadResult[],
		single: [] as LoadResult[],
		batched: [] as LoadResult[],
	};
	// Taken in turns, so that what else the machine does falls on all of them.
	for (let run = 0; run < settings.runs; run++) {
		runs.plain.push(await load(plain, 16)());
		runs.sameWork.push(await load(sameWork, 16)());
		runs.single.push(await load(single, 16)());
		runs.batched.push(await load(batched, 2)());
	}
	const rates = {
		plain: median(runs.plain.map(({ rate }) => rate)),
		sameWork: median(runs.sameWork.map(({ rate }) => rate)),
		single: median(runs.single.map(({ rate }) => rate)),
		batched: median(runs.batched.map(({ rate }) => rate * 50)),
	};
	const open = await runOpenLoop({
		...{ port: bench.port, connections: 32, depth: 32, seconds: settings.seconds, next: single },
		perSecond: rates.single * 0.6,
	});

	report.section('Going in: durable, one acknowledged write exactly once');
	report.row('plain handler, one INSERT a request (baseline)', `${format(rates.plain)}/s`, '1.0 ×');
	report.row('the duties of a check-in, one by one', `${format(rates.sameWork)}/s`, ratio(rates.sameWork, rates.plain));
	report.row(
		'check-in, one a request',
		`${format(rates.single)}/s`,
		`${ratio(rates.single, rates.plain)}, ${ratio(rates.single, rates.sameWork)} of one by one`,
		'≥ 10,000/s, ≥ 5 ×',
	);
	report.row(
		'gate batches of 50, visits',
		`${format(rates.batched)}/s`,
		ratio(rates.batched, rates.plain),
		'≥ 30,000/s',
	);
	const at60 = `p50 ${open.p50.toFixed(1)} ms, p99 ${open.p99.toFixed(1)} ms`;
	report.row(`check-in at 60 % (${format(rates.single * 0.6)}/s, open loop)`, at60, '', 'p99 < 150 ms');
	const restricted = await runRestricted(bench, population, load(single, 16));
	const share = `${ratio(restricted.rate, rates.single)} of without`;
	report.row('check-in, 1 in 100 isolated, a province cordoned', `${format(restricted.rate)}/s`, share);
	const stored = await checkStored(bench, [...runs.single, ...runs.batched, open, restricted]);
	report.row('acknowledged visits stored exactly once', stored, '', 'all');
	const refused = [...runs.plain, ...runs.single, ...runs.batched, open, restricted].reduce(
		(sum, run) => sum + run.refused,
		0,
	);
	report.row('requests refused', String(refused));
	return rates;
}

/** The same load while every door has to ask what is ordered of whom. */
async function runRestricted({ platform }: Bench, population: Population, load: () => Promise<LoadResult>) {
	const lift = await restrict(platform.db, population, 100);
	// Each process learns within five seconds that there is something to ask.
	await new Promise((resolve) => setTimeout(resolve, 6_000));
	const result = await load();
	await lift();
	return result;
}

/** A stranger comes to a random gate each time. */
export function singleRequests({ persons, gates }: Population, path: string): () => Request {
	let next = 0;
	return () => {
		const gate = gates[next++ % gates.length]!;
		const person = persons[Math.floor(Math.random() * persons.length)]!;
		const id = randomUUID();
		const at = new Date().toISOString();
		const body = `{"id":"${id}","place":"${gate.place}","person":"${person}","at":"${at}"}`;
		return { path, token: gate.token, body, keys: [id] };
	};
}

export function batchRequests({ persons, gates }: Population, size: number): () => Request {
	let next = 0;
	return () => {
		const gate = gates[next++ % gates.length]!;
		const ids = Array.from({ length: size }, () => randomUUID());
		const now = Date.now();
		const events = ids.map((id, index) => {
			const person = persons[Math.floor(Math.random() * persons.length)]!;
			return `{"id":"${id}","direction":"in","person":"${person}","at":"${new Date(now - index).toISOString()}"}`;
		});
		const body = `{"place":"${gate.place}","events":[${events}]}`;
		return { path: '/api/v1/visits.record-batch', token: gate.token, body, keys: ids };
	};
}

/**
 * Every acknowledged id must be one row; somebody who comes again within the usual stay is answered with the visit there
 * is, so a few acknowledged ids are rightly none.
 */
export async function checkStored({ platform }: Bench, results: LoadResult[]): Promise<string> {
	const ids = results.flatMap((result) => result.acknowledged);
	let stored = 0;
	let twice = 0;
	for (let start = 0; start < ids.length; start += 50_000) {
		const { rows } = await platform.db.pool.query(
			`select count(*)::int as rows, count(distinct visit_id)::int as visits
			from visits.visit where visit_id = any ($1::uuid[])`,
			[ids.slice(start, start + 50_000)],
		);
		stored += rows[0].visits;
		twice += rows[0].rows - rows[0].visits;
	}
	return `${format(stored)} of ${format(ids.length)} (${format(ids.length - stored)} were repeats), ${twice} twice`;
}

export const format = (value: number) => Math.round(value).toLocaleString('en-US');
export const ratio = (value: number, baseline: number) => `${(value / baseline).toFixed(1)} ×`;
