import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { endDuties } from '#monitoring';
import { sql } from '#platform/sql';
import { dayOf } from '#shared/language';
import { format, ratio, type Settings, singleRequests } from './check-ins.ts';
import { Connection } from './connection.ts';
import type { Bench } from './installation.ts';
import { type LoadResult, type Request, runClosedLoop } from './load.ts';
import type { Population } from './population.ts';
import { median, type Report } from './report.ts';
import { addWatched, type Watched } from './watched.ts';

const states = ['asymptomatic', 'symptomatic', 'not-reported', 'needs-review', 'due-to-end', 'ended'] as const;

/** People under watch: their lists and counts, their reports, their reminders, the matrix and an ending. */
export async function benchMonitoring(
	bench: Bench,
	population: Population,
	{ seconds, runs, people }: Settings & { people: number },
	report: Report,
) {
	report.section(`${format(people)} people who report every day`);
	const watched = await addWatched(bench, people);
	await benchLists(bench, watched, report);
	await benchReports(bench, population, watched, { seconds, runs }, report);
	await benchReminders(bench, report);
	await benchEnding(bench, report);
}

/** Every list of the country, a province and a commune; against the states computed for every person on the fly. */
async function benchLists(bench: Bench, { officers }: Watched, report: Report) {
	for (const [name, token] of Object.entries(officers)) {
		const lists: number[] = [];
		for (const state of states)
			lists.push(...(await time(bench, token, 'monitoring.list-people', JSON.stringify({ state, limit: 50 }), 8)));
		report.row(`each list's first page, ${name}`, `p95 ${at(lists, 0.95)}`, '', '≤ 300 ms');
		const counts = await time(bench, token, 'monitoring.count-people', '{}', 20);
		report.row(`exact counts, ${name}`, `p95 ${at(counts, 0.95)}`, '', '≤ 100 ms');
	}
	const today = dayOf(bench.platform.clock.now());
	const startedAt = performance.now();
	await bench.platform.db.rows(sql`select monitoring.state_on(duty, ${today}::date) as state, count(*)::integer as people
		from monitoring.duty group by 1`);
	report.row('states computed on the fly, the country (baseline)', `${Math.round(performance.now() - startedAt)} ms`);
	const matrix = await time(bench, officers.country, 'monitoring.get-matrix', '{"limit":1000,"days":14}', 10);
	report.row('matrix of 1,000 people × 14 days', `p95 ${at(matrix, 0.95)}`, '', '≤ 300 ms');
}

async function time({ port }: Bench, token: string, operation: string, body: string, times: number) {
	const connection = await Connection.open(port);
	const took: number[] = [];
	for (let run = 0; run <= times; run++) {
		const startedAt = performance.now();
		const { status, body: answer } = await connection.post(`/api/v1/${operation}`, token, body);
		if (status !== 200) throw new Error(answer);
		// The first warms up.
		if (run) took.push(performance.now() - startedAt);
	}
	connection.close();
	return took.sort((one, other) => one - other);
}

const at = (sorted: number[], share: number) => {
	const all = [...sorted].sort((one, other) => one - other);
	return `${all[Math.min(all.length - 1, Math.floor(all.length * share))]!.toFixed(1)} ms`;
};

/** Each person once a run, one a request and fifty a request, against one INSERT a request on the same server. */
async function benchReports(
	bench: Bench,
	population: Population,
	watched: Watched,
	settings: Settings,
	report: Report,
) {
	const load = (next: () => Request, depth: number) =>
		runClosedLoop({ port: bench.port, connections: 32, depth, seconds: settings.seconds, next });
	const results: LoadResult[] = [];
	const rates = { plain: [] as number[], single: [] as number[], batched: [] as number[] };
	const byToken = Map.groupBy(watched.persons, ({ token }) => token);
	await load(singleRequests(population, '/bench/plain'), 16);
	for (let run = 0; run < settings.runs; run++) {
		rates.plain.push((await load(singleRequests(population, '/bench/plain'), 16)).rate);
		await forgetReports(bench);
		const single = await load(oneEach(watched.persons), 16);
		await checkStored(bench, [single], report, run === settings.runs - 1 ? 'one a request' : undefined);
		await forgetReports(bench);
		const batched = await load(fiftyEach([...byToken.values()]), 2);
		await checkStored(bench, [batched], report, run === settings.runs - 1 ? 'fifty a request' : undefined);
		rates.single.push(single.rate);
		rates.batched.push(batched.rate * 50);
		results.push(single, batched);
	}
	const [plain, single, batched] = [median(rates.plain), median(rates.single), median(rates.batched)];
	report.row('plain handler, one INSERT a request (baseline)', `${format(plain)}/s`, '1.0 ×');
	report.row('daily report, one a request', `${format(single)}/s`, ratio(single, plain), '≥ 8,000/s');
	report.row('daily reports, fifty a request', `${format(batched)}/s`, ratio(batched, plain), '≥ 25,000/s');
	report.row('requests refused', String(results.reduce((sum, { refused }) => sum + refused, 0)));
}

/** As if nobody had reported today, so that the next run is a first report of each again. */
async function forgetReports({ platform }: Bench) {
	const client = await platform.db.connect();
	await client.query('set statement_timeout = 0');
	await client.query('truncate monitoring.report, monitoring.report_correction');
	await client.query('update monitoring.duty set last_report_on = last_report_on - 1 where last_report_on = $1::date', [
		dayOf(platform.clock.now()),
	]);
	await client.query('vacuum monitoring.duty');
	client.release(true);
}

const answers = '{"signs":["none"],"temperature":"36.6"}';

function oneEach(persons: Watched['persons']): () => Request {
	let next = 0;
	return () => {
		const { person, token } = persons[next++ % persons.length]!;
		const id = randomUUID();
		const body = `{"reports":[{"id":"${id}","person":"${person}","answers":${answers}}]}`;
		return { path: '/api/v1/monitoring.submit-reports', token, body, keys: [id] };
	};
}

function fiftyEach(accounts: Watched['persons'][]): () => Request {
	let next = 0;
	return () => {
		const turn = next++;
		const own = accounts[turn % accounts.length]!;
		const half = Math.floor(turn / accounts.length) % 2;
		const fifty = own.slice(half * 50, half * 50 + 50);
		const ids = fifty.map(() => randomUUID());
		const reports = fifty.map(
			({ person }, index) => `{"id":"${ids[index]}","person":"${person}","answers":${answers}}`,
		);
		const body = `{"reports":[${reports}]}`;
		return { path: '/api/v1/monitoring.submit-reports', token: own[0]!.token, body, keys: ids };
	};
}

/** Every acknowledged id is one row: a report, or a correction where the load came round. */
async function checkStored({ platform }: Bench, results: LoadResult[], report: Report, name: string | undefined) {
	const ids = results.flatMap(({ acknowledged }) => acknowledged);
	let rows = 0;
	let reports = 0;
	for (let start = 0; start < ids.length; start += 50_000) {
		const found = await platform.db.pool.query(
			`select count(*)::int as rows, count(distinct report_id)::int as reports from (
				select report_id from monitoring.report union all select report_id from monitoring.report_correction
			) said where report_id = any ($1::uuid[])`,
			[ids.slice(start, start + 50_000)],
		);
		rows += found.rows[0].rows;
		reports += found.rows[0].reports;
	}
	const stored = `${format(reports)} of ${format(ids.length)}, ${rows - reports} twice`;
	if (name) report.row(`acknowledged reports stored exactly once, ${name}`, stored, '', 'all');
}

/** Four workers choose and queue for everybody; one of them is killed at once, and another run finishes what it left. */
async function benchReminders(bench: Bench, report: Report) {
	await forgetReports(bench);
	const { db } = bench.platform;
	const households = await db.one(sql<{ due: number }>`
		select count(distinct household_id)::integer as due from monitoring.duty
		where until_on is null or until_on >= ${dayOf(bench.platform.clock.now())}::date`);
	const [first, second, third, killed, next] = await Promise.all([0, 64, 128, 192, 192].map(startWorker));
	const startedAt = performance.now();
	for (const worker of [first!, second!, third!, killed!]) worker.go();
	setTimeout(() => killed!.child.kill('SIGKILL'), 500);
	await Promise.all([first!, second!, third!, killed!].map(({ ended }) => ended));
	// What the next five minutes' run does.
	next!.go();
	await next!.ended;
	const took = (performance.now() - startedAt) / 1_000;
	const queued = await db.one(sql<{ messages: number; people: number }>`
		select count(*)::integer as messages, count(distinct person_id)::integer as people from messages.message
		where kind = 'reminder'`);
	report.row(
		`${format(households.due)} households chosen and queued, four workers, one killed`,
		`${took.toFixed(1)} s`,
		`${format(queued.messages / took)}/s`,
		'1 M people ≤ 60 s',
	);
	report.row(
		'reminders missed, doubled',
		`${households.due - queued.people}, ${queued.messages - queued.people}`,
		'',
		'0, 0',
	);
}

/** Resolves when the worker stands ready, so that starting a process is not measured. */
async function startWorker(begin: number) {
	const child = spawn(process.execPath, [join(import.meta.dirname, 'remind-worker.ts'), String(begin)], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
	await new Promise<void>((resolve) => void child.stdout.once('data', () => resolve()));
	return { child, ended, go: () => void child.stdin.write('go\n') };
}

/** A cordon of a tenth of all ends. */
async function benchEnding({ platform }: Bench, report: Report) {
	const now = platform.clock.now();
	const client = await platform.db.connect();
	await client.query('select set_config($1, $2, false)', ['statement_timeout', '0']);
	client.release(true);
	const startedAt = performance.now();
	const ended = await platform.db.transaction((db) =>
		endDuties(db, { kind: 'cordon', sourceId: '3' }, { reason: 'hết khoanh vùng', now }),
	);
	const took = (performance.now() - startedAt) / 1_000;
	report.row(`${format(ended)} duties ended`, `${took.toFixed(1)} s`, '', '100,000 ≤ 60 s');
}
