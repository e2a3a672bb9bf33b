import { addPersons } from '#identity';
import { dayOf } from '#shared/language';
import { format } from './check-ins.ts';
import { Connection } from './connection.ts';
import { makeOfficer } from './contacts.ts';
import type { Bench } from './installation.ts';
import type { Report } from './report.ts';

const pages: [string, object][] = [
	['newest', {}],
	['newest, all states', { state: 'all' }],
	['by onset', { order: 'onset' }],
	['by classification', { order: 'classification', state: 'all' }],
	['died, not isolated', { state: 'all', outcome: 'died', isIsolated: false }],
	[
		'measles, in a week of onset',
		{ state: 'all', disease: 'measles', onsetFrom: '2026-10-01', onsetUntil: '2026-10-07' },
	],
	['without a test result', { hasResult: false }],
];

/** The first page of the line list of a whole country, with names, over HTTP; and the same page as OFFSET would read it. */
export async function benchLineList(bench: Bench, cases: number, report: Report): Promise<void> {
	report.section(`Line list: the first page of ${format(cases)} cases, whole operation with its audit rows`);
	await addCases(bench, cases);
	const officer = await makeOfficer(bench, 'bench-line-list');
	const connection = await Connection.open(bench.port);
	for (const [name, filter] of pages) {
		const times: number[] = [];
		for (let round = 0; round < 45; round++) {
			const startedAt = performance.now();
			const { status, body } = await connection.post('/api/v1/cases.list-cases', officer, JSON.stringify(filter));
			if (status !== 200) throw new Error(body);
			if (round >= 5) times.push(performance.now() - startedAt);
		}
		times.sort((one, other) => one - other);
		const [p50, p95] = [times[times.length >> 1]!, times[Math.floor(times.length * 0.95)]!];
		report.row(name, `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`, '', 'p95 ≤ 300 ms');
	}
	connection.close();
	await measureOffset(bench, cases, report);
}

/** What paging by numbers costs: the thousandth last page, and the first without the orders’ own indexes. */
async function measureOffset({ platform }: Bench, cases: number, report: Report): Promise<void> {
	const client = await platform.db.connect();
	const time = async (text: string) => {
		await client.query(text);
		const startedAt = performance.now();
		await client.query(text);
		return `${(performance.now() - startedAt).toFixed(0)} ms`;
	};
	const columns = 'case_id, person_id, disease, classification, area_path, onset_on, opened_at';
	const page = `select ${columns} from cases.case order by onset_order desc, case_id desc limit 50`;
	report.row(
		'baseline: a late page by OFFSET, statement only',
		await time(`${page} offset ${Math.floor(cases * 0.95)}`),
	);
	await client.query('set enable_indexscan = off; set enable_bitmapscan = off; set enable_indexonlyscan = off');
	report.row('baseline: the first page without an index, statement only', await time(page));
	await client.query('reset all');
	client.release();
}

/** Cases of two years in the communes of the country, of the people who are there; nine of ten are closed. */
async function addCases({ platform }: Bench, cases: number): Promise<void> {
	const now = platform.clock.now();
	const today = dayOf(now);
	const names = Array.from({ length: 5_000 }, (_none, index) => ({
		...{
			fullName: `Nguyễn Văn Số ${index}`,
			phone: `+849${String(index).padStart(8, '0')}`,
			birthYear: 1950 + (index % 70),
		},
	}));
	const people = await addPersons({ ...platform, now }, names);
	const client = await platform.db.connect();
	await client.query('set statement_timeout = 0');
	await client.query(
		`insert into cases.case (case_id, number, person_id, disease, classification, area_path, onset_on, isolated_at, rule,
			rule_version, opened_at, closed_at, closed_reason, outcome)
		select 7000000000000000000 + n, 'BN-2026-' || lpad(n::text, 7, '0'), ($1::bigint[])[1 + n % 5000],
			case when n % 50 = 0 then 'measles' else 'covid-19' end,
			(array['confirmed', 'confirmed', 'confirmed', 'probable', 'suspected', 'discarded'])[1 + n % 6],
			u.paths[1 + (n::bigint * 7919) % cardinality(u.paths)],
			case when n % 5 > 0 then date '${today}' - (n % 700)::integer end,
			case when n % 3 = 0 then timestamptz '${today}' - make_interval(mins => n % 1000000) end, 'qd-5053', 1,
			timestamptz '${today}' - make_interval(mins => n),
			case when n % 10 > 0 then timestamptz '${today}' end, case when n % 10 > 0 then 'finished' end,
			case when n % 10 > 0 then case when n % 97 = 0 then 'died' else 'recovered' end end
		from generate_series(1, ${cases}) n,
			(select array_agg(path) as paths from areas.unit where level = 'commune') u
		on conflict do nothing`,
		[people],
	);
	await client.query('vacuum analyze cases.case');
	await client.query('reset all');
	client.release();
}
