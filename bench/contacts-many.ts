import { findExposed, findManyExposed, type Searched, toExposureRule } from '#exposures';
import { dayOf } from '#shared/language';
import { shiftDay } from '#visits';
import { format } from './check-ins.ts';
import { Connection } from './connection.ts';
import { makeOfficer, openCases } from './contacts.ts';
import type { Bench } from './installation.ts';
import type { Report } from './report.ts';

const rule = toExposureRule({ minutes_min: 0, within_hours: null, seat_rows: null, same_gate: false, same_trip: true });

/**
 * Many cases at once, a place with 20,000 people, and contacts of contacts, on the visits that `benchContacts` stored. The
 * baseline of each is what the same takes one after the other.
 */
export async function benchManyContacts(bench: Bench, counts: number[], report: Report): Promise<void> {
	report.section('Many contacts: cases at once, a place of 20,000, contacts of contacts');
	const officer = await makeOfficer(bench, 'bench-many');
	for (const count of counts) await measureCases(bench, count, report);
	await measureEvent(bench, officer, report);
	await measureNextLevel(bench, officer, report);
}

/** The searches of many cases, five hundred a statement on two connections. */
async function measureCases(bench: Bench, count: number, report: Report): Promise<void> {
	const { db, clock } = bench.platform;
	await openCases(bench, count);
	const { rows } = await db.pool.query(
		'select person_id from cases.case where closed_at is null order by case_id limit $1',
		[count],
	);
	const now = clock.now();
	const from = new Date(now.getTime() - 24 * 86_400_000);
	const searched = rows.map((row): Searched => ({ personId: row.person_id, from, until: now, rule }));
	const half = Math.ceil(searched.length / 2);
	const together = () => searchHalves(bench, [searched.slice(0, half), searched.slice(half)]);
	await together();
	const times: number[] = [];
	let pairs = 0;
	for (let round = 0; round < 3; round++) times.push(await timeOf(async () => void (pairs = await together())));
	const alone = await timeOf(async () => {
		for (const one of searched.slice(0, 100)) await db.transaction((inside) => findExposed(inside, [one]));
	});
	const took = Math.min(...times);
	const figure = `${took.toFixed(0)} ms, ${format(pairs)} pairs, ${((took / pairs) * 1_000).toFixed(1)} µs each`;
	const times_ = `${((alone * searched.length) / 100 / took).toFixed(1)} × faster than one by one`;
	report.row(`${format(searched.length)} cases at once`, figure, times_, count > 1_000 ? '≤ 5 s' : '≤ 1 s');
}

async function searchHalves({ platform }: Bench, halves: Searched[][]): Promise<number> {
	let pairs = 0;
	const search = (half: Searched[]) =>
		platform.db.transaction((db) => findManyExposed(db, half, (met) => void (pairs += met.length)));
	await Promise.all(halves.map(search));
	return pairs;
}

/** Somebody among 20,000 at one place for two hours. */
async function measureEvent(bench: Bench, officer: string, report: Report): Promise<void> {
	const { db, clock } = bench.platform;
	const [caseId] = await openCases(bench, 1);
	const day = shiftDay(dayOf(clock.now()), -3);
	await db.pool.query(
		`insert into places.place (place_id, name, folded, type, registered_at) values (77, 'Sân vận động', 'san', 'cafe', now())`,
	);
	await db.pool.query(
		`insert into visits.visit (place_id, entered_at, person_id, left_at, visit_id, recorded_at, verdict)
		select 77, at, person, at + interval '2 hours', gen_random_uuid(), at, 0
		from (
			select 8000000000 + n as person, $1::date + interval '12 hours' + n * interval '50 milliseconds' as at
			from generate_series(1, 20000) as n
			union all
			select person_id, $1::date + interval '12 hours' from cases.case where case_id = $2
		) as visit`,
		[day, caseId],
	);
	await db.pool.query(`analyze visits.visit_${day.replaceAll('-', '')}`);
	const { rows } = await db.pool.query('select person_id from cases.case where case_id = $1', [caseId]);
	const from = new Date(`${day}T00:00:00+07:00`);
	const searched = { personId: rows[0].person_id, from, until: clock.now(), rule };
	const search = await middle(11, () => db.transaction((inside) => findExposed(inside, [searched])));
	report.row('a place with 20,000 overlaps: the search', `${search.toFixed(0)} ms`, '', '≤ 60 ms');
	const page = await middle(7, () => post(bench, officer, 'contacts.list-contacts', { caseId }));
	report.row('the first page of that list, over HTTP', `${page.toFixed(0)} ms`);
	const record = await timeOf(() => post(bench, officer, 'contacts.record-found', { caseId }));
	const again = await timeOf(() => post(bench, officer, 'contacts.record-found', { caseId }));
	report.row(
		'recording them all, and again, over HTTP',
		`${record.toFixed(0)} ms, ${again.toFixed(0)} ms`,
		'',
		'seconds',
	);
}

/** From a case to those its contacts met. */
async function measureNextLevel(bench: Bench, officer: string, report: Report): Promise<void> {
	const [caseId] = await openCases(bench, 1);
	const { found: first } = await post(bench, officer, 'contacts.record-found', { caseId });
	const { db } = bench.platform;
	const { rows } = await db.pool.query(
		`select person_id, first_exposed_at, least(last_exposed_at + interval '14 days', now()) as until
		from contacts.contact where case_id = $1 order by contact_id`,
		[caseId],
	);
	const searched = rows.map(
		(row): Searched => ({ personId: row.person_id, from: row.first_exposed_at, until: row.until, rule }),
	);
	const people = new Set<string>();
	const search = await timeOf(() =>
		db.transaction((inside) =>
			findManyExposed(inside, searched, (met) => {
				for (const one of met) people.add(one.person);
			}),
		),
	);
	report.row(
		`F2 of ${format(first)} F1: the search`,
		`${search.toFixed(0)} ms, ${format(people.size)} people`,
		`${((search / people.size) * 100_000).toFixed(0)} ms for 100,000`,
		'100,000 in ≤ 1.5 s',
	);
	// More than the operation takes at once: it says so instead of going on for minutes.
	if (people.size > expandedMax) return;
	let found = 0;
	const whole = await timeOf(async () => {
		found = (await post(bench, officer, 'contacts.expand', { caseId, level: 2 })).found;
	});
	report.row('found, recorded and audited, over HTTP', `${whole.toFixed(0)} ms, ${format(found)} people`);
}

/** What `contacts.expand` takes (`server/contacts/expanded.ts`). */
const expandedMax = 200_000;

async function post(bench: Bench, token: string, operation: string, input: object) {
	const connection = await Connection.open(bench.port);
	const { status, body } = await connection.post(`/api/v1/${operation}`, token, JSON.stringify(input));
	connection.close();
	if (status !== 200) throw new Error(body);
	return JSON.parse(body);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
	const startedAt = performance.now();
	await work();
	return performance.now() - startedAt;
}

async function middle(rounds: number, work: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) times.push(await timeOf(work));
	return times.sort((one, other) => one - other)[rounds >> 1]!;
}
