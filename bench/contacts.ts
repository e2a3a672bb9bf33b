import { randomBytes } from 'node:crypto';
import { hashToken, newToken } from '#platform/token';
import { dayOf } from '#shared/language';
import { rewriteDay, shiftDay } from '#visits';
import { format, singleRequests } from './check-ins.ts';
import { Connection } from './connection.ts';
import type { Bench } from './installation.ts';
import { runOpenLoop } from './load.ts';
import type { Population } from './population.ts';
import type { Report } from './report.ts';

const days = 21;

interface Measured {
	p50: number;
	p95: number;
	found: number;
	/** Milliseconds for each thousand people found. */
	perThousand: number;
}

/**
 * Contacts of one case, at 1 M and at 10 M visits over 21 days in the order their places were rewritten in, and at the
 * same time as check-ins. The whole operation over HTTP: authorisation, search, audit rows for all found, answer.
 */
export async function benchContacts(bench: Bench, population: Population, sizes: number[], report: Report) {
	report.section('Contacts of one case (about 20 visits), whole operation with its audit rows');
	const officer = await makeOfficer(bench);
	let stored = 0;
	let first: Measured | undefined;
	for (const size of sizes) {
		await addVisits(bench, stored, size);
		stored = size;
		const cases = await openCases(bench, 60);
		await measure(bench, officer, cases);
		const quiet = await measure(bench, officer, cases);
		first ??= quiet;
		const figure = `p50 ${quiet.p50.toFixed(1)} ms, p95 ${quiet.p95.toFixed(1)} ms, ${format(quiet.found)} found`;
		const against = `${(quiet.perThousand / first.perThousand).toFixed(2)} × per person`;
		report.row(`${format(size)} visits stored`, figure, against, wantedAt(size));
		if (size !== sizes.at(-1)) continue;
		const load = runOpenLoop({
			...{ port: bench.port, connections: 32, depth: 32, seconds: 20, perSecond: 10_000 },
			next: singleRequests(population, '/api/v1/visits.check-in'),
		});
		const busy = await measure(bench, officer, cases, 20);
		const { rate } = await load;
		const beside = `p50 ${busy.p50.toFixed(1)} ms, p95 ${busy.p95.toFixed(1)} ms`;
		report.row(`20 of them a second beside ${format(rate)} check-ins/s`, beside, '', 'p95 < 25 ms');
	}
}

function wantedAt(size: number): string {
	if (size >= 50e6) return 'p95 ≤ 20 ms';
	return size >= 10e6 ? 'p95 < 15 ms, ≤ 1.5 × per person' : '';
}

/** One after the other, at most `perSecond` of them a second. */
async function measure(bench: Bench, token: string, cases: string[], perSecond = Infinity): Promise<Measured> {
	const connection = await Connection.open(bench.port);
	const times: number[] = [];
	let found = 0;
	for (let round = 0; round < 5; round++)
		for (const caseId of cases) {
			const startedAt = performance.now();
			const { status, body } = await connection.post('/api/v1/contacts.find-contacts', token, `{"caseId":"${caseId}"}`);
			const took = performance.now() - startedAt;
			times.push(took);
			if (status !== 200) throw new Error(body);
			found += JSON.parse(body).contacts.length;
			const rest = 1_000 / perSecond - (performance.now() - startedAt);
			if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
		}
	connection.close();
	times.sort((one, other) => one - other);
	const each = found / times.length;
	const p50 = times[times.length >> 1]!;
	return { p50, p95: times[Math.floor(times.length * 0.95)]!, found: each, perThousand: (p50 / each) * 1_000 };
}

/**
 * Adds visits until `upTo` are stored: a hundred people to one place, twenty-odd visits each, seven in ten of them in their own
 * neighbourhood, some places far busier than others. Each day is written without keys, which are made at once afterwards, and
 * is then rewritten as by night.
 */
async function addVisits({ platform }: Bench, stored: number, upTo: number): Promise<void> {
	const client = await platform.db.connect();
	await client.query(`set statement_timeout = 0; set synchronous_commit = off; set maintenance_work_mem = '256MB'`);
	const perDay = Math.round((upTo - stored) / days);
	const today = dayOf(platform.clock.now());
	for (let back = days; back >= 1; back--) {
		const day = shiftDay(today, -back);
		const name = `visit_${day.replaceAll('-', '')}`;
		const part = `visits.${name}`;
		await client.query(`alter table visits.visit detach partition ${part}`);
		await client.query(`create table visits.filled (like visits.visit including defaults including constraints)`);
		await client.query(`insert into visits.filled table ${part}`);
		await client.query(
			`insert into visits.filled (place_id, entered_at, person_id, left_at, visit_id, recorded_at, verdict)
			select 1000000000 + place, entered_at, 5000000000 + person, case when random() < 0.65 then entered_at + stay end,
				gen_random_uuid(), entered_at, 0
			from (
				select person, case when random() < 0.7 then person / 2000 * 20 + floor(20 * power(random(), 3))::bigint
						else floor($3::bigint / 100 * power(random(), 2.5))::bigint end as place,
					$1::date + interval '1 hour' * (-1 + 14 * random()) as entered_at, interval '1 minute' * (10 + 160 * random()) as stay
				from (select ($4::bigint + ($3::bigint - $4::bigint) * random())::bigint as person from generate_series(1, $2::integer)) as somebody
			) as visit`,
			[day, perDay, Math.round(upTo / days), Math.round(stored / days)],
		);
		await client.query(`drop table ${part}`);
		await client.query(`alter table visits.filled rename to ${name}`);
		await client.query(
			`alter table visits.visit attach partition ${part} for values from ('${day} 00:00+07') to ('${shiftDay(day, 1)} 00:00+07')`,
		);
		await rewriteDay(platform.db, day, platform.clock.now());
	}
	await client.query(
		`insert into places.place (place_id, name, folded, type, registered_at)
		select distinct place_id, 'Nơi ' || place_id, 'noi ' || place_id, 'cafe', now() from visits.visit on conflict do nothing`,
	);
	await client.query('checkpoint');
	client.release(true);
}

/** Cases among people with about twenty visits in the window, on a clinician's decision. */
export async function openCases({ platform }: Bench, count: number): Promise<string[]> {
	const onset = shiftDay(dayOf(platform.clock.now()), -10);
	const client = await platform.db.connect();
	await client.query('set statement_timeout = 0');
	await client.query('update cases.case set closed_at = now() where closed_at is null');
	const { rows } = await client.query(
		`insert into cases.case (case_id, person_id, disease, classification, area_path, onset_on, rule, rule_version, opened_at)
		select (random() * 9e17)::bigint, person_id, 'COVID-19', 'confirmed', '1', $1::date, 'bench', 1, now()
		from (select person_id from visits.visit group by person_id having count(*) between 18 and 22 order by random() limit $2) p
		returning case_id`,
		[onset, count],
	);
	await client.query(
		`insert into cases.clinical_decision
			(case_id, decision_id, decided_by, decided_on, is_disease, decision, recorded_at)
		select case_id, case_id, 'Bench', $1::date, true, 'Bench', now() from cases.case where closed_at is null`,
		[onset],
	);
	client.release(true);
	return rows.map((row) => row.case_id);
}

export async function makeOfficer({ platform }: Bench, login = 'bench'): Promise<string> {
	const token = newToken();
	const id = (randomBytes(8).readBigUInt64BE() >> 1n).toString();
	const client = await platform.db.connect();
	await client.query(
		`insert into diseases.contact_rule (rule, version, disease, name_vi, name_en, days_before, days_after, minutes_min, valid_from, decision)
		values ('bench', 1, 'COVID-19', 'Đo', 'Bench', 14, 14, 0, '2020-01-01', 'the whole look-back')
		on conflict do nothing`,
	);
	await client.query(
		`insert into identity.staff (staff_id, login, name_sealed, authority, password_hash, totp_sealed, created_at)
		values ($1, $2, '', 'Bench', '', '', now())`,
		[id, login],
	);
	await client.query(
		`insert into identity.held_role (role_id, staff_id, name, area_path, given_at) values ($1, $1, 'health-officer', '1', now())`,
		[id],
	);
	await client.query(
		`insert into identity.session (token_hash, session_id, staff_id, created_at, expires_at)
		values ($1, $2, $2, now(), now() + interval '1 day')`,
		[hashToken(token), id],
	);
	client.release();
	return token;
}
