import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { writeExport } from '#exports';
import { addPersons } from '#identity';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { writeCsv } from '#shared/text/csv';
import type { Bench } from './installation.ts';
import type { Report } from './report.ts';

/** A country's contacts as one file, whole: names decrypted, masked and written down as looked at, zipped, encrypted. */
export async function benchExports(bench: Bench, contacts: number, report: Report): Promise<void> {
	report.section(`Taking away ${contacts.toLocaleString('en')} contacts as CSV`);
	const { db } = bench.platform;
	const caseId = await addContacts(bench, contacts);
	collect();
	const before = process.memoryUsage().rss;
	let most = before;
	const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
	const exportId = newId();
	await db.run(sql`insert into exports.export (export_id, subject, format, layout, names, purpose, case_id, area_path,
		ordered_by, ordered_kind, ordered_authority, ordered_at, state, rows_expected, moved_at)
		values (${exportId}, 'contacts', 'csv', 'long', 'masked', 'Đo tốc độ', ${caseId}, '1', 1, 'staff', 'Bộ Y tế',
			${bench.platform.clock.now()}, 'waiting', ${contacts}, ${bench.platform.clock.now()})`);
	const startedAt = performance.now();
	await writeExport(bench.platform, exportId);
	const seconds = (performance.now() - startedAt) / 1_000;
	clearInterval(watch);
	const written = await db.one(sql<{ rows_done: string; bytes: string; sha256: string; state: string }>`
		select rows_done, bytes, sha256, state from exports.export where export_id = ${exportId}`);
	const looked = await db.one(sql<{ people: number }>`
		select coalesce(sum(cardinality(l.persons)), 0)::integer as people
		from audit.look l join audit.entry e on e.entry_id = l.entry_id where e.case_id = ${caseId}`);
	const growth = Math.round((most - before) / 1e6);
	report.row('the whole export', `${seconds.toFixed(1)} s`, '', '1 M in ≤ 60 s');
	report.row('memory while it was written', `+${growth} MB`, '', '< 100 MB');
	report.row(
		'rows in the file, of those that are there',
		`${written.rows_done} of ${contacts}, ${written.state}`,
		'',
		'all',
	);
	report.row('people written down as looked at', String(looked.people), '', 'all');
	await measurePlain(bench, caseId, report);
}

/** Baseline: the rows in one query and one string, nobody’s name read, nothing written down. */
async function measurePlain({ platform: { db } }: Bench, caseId: string, report: Report): Promise<void> {
	collect();
	const before = process.memoryUsage().rss;
	const client = await db.connect();
	await client.query('set statement_timeout = 0');
	const startedAt = performance.now();
	const { rows } = await client.query(
		'select contact_id, person_id, level, origin, state, first_exposed_at, last_exposed_at, minutes, rule from contacts.contact where case_id = $1',
		[caseId],
	);
	const text = writeCsv(rows.map((row) => Object.values(row).map(String)));
	const seconds = (performance.now() - startedAt) / 1_000;
	const growth = Math.round((process.memoryUsage().rss - before) / 1e6);
	client.release();
	report.row(
		'baseline: one query, one string, no names',
		`${seconds.toFixed(1)} s, +${growth} MB, ${Math.round(text.length / 1e6)} MB`,
	);
}

async function addContacts({ platform }: Bench, contacts: number): Promise<string> {
	const now = platform.clock.now();
	const names = Array.from({ length: 20_000 }, (_, index) => ({
		...{
			fullName: `Nguyễn Văn Số ${index}`,
			phone: `+848${String(index).padStart(8, '0')}`,
			birthYear: 1950 + (index % 70),
		},
	}));
	const people = await addPersons({ ...platform, now }, names);
	const caseId = '7600000000000000001';
	const client = await platform.db.connect();
	await client.query('set statement_timeout = 0');
	const area = await client.query("select path from areas.unit where level = 'commune' limit 1");
	await client.query(
		`insert into cases.case (case_id, number, person_id, disease, classification, area_path, onset_on, rule, rule_version,
			opened_at) values ($1, 'BN-BENCH-1', $2, 'covid-19', 'confirmed', $3, ($4::timestamptz)::date - 5, 'qd-5053', 1, $4::timestamptz)
		on conflict do nothing`,
		[caseId, people[0], area.rows[0].path, now],
	);
	await client.query(
		`insert into cases.clinical_decision (case_id, decision_id, decided_by, decided_on, is_disease, decision, recorded_at)
		values ($1, 1, 'BS Phạm Thị Lành', ($2::timestamptz)::date, true, 'Đủ tiêu chuẩn lâm sàng', $2::timestamptz) on conflict do nothing`,
		[caseId, now],
	);
	// As many people as contacts, each with a name of their own to decrypt; the names themselves come again.
	await client.query(
		`insert into identity.person (person_id, relation, profile_sealed, created_at, updated_at)
		select 7620000000000000000 + n, 'other', p.profile_sealed, $2::timestamptz, $2::timestamptz
		from generate_series(1, $3::integer) n
		join identity.person p on p.person_id = ($1::bigint[])[1 + n % cardinality($1::bigint[])]
		on conflict do nothing`,
		[people, now, contacts],
	);
	await client.query(
		`insert into contacts.contact (contact_id, case_id, person_id, level, origin, rule, rule_version, first_exposed_at,
			last_exposed_at, minutes, state, found_at)
		select 7610000000000000000 + n, $1, 7620000000000000000 + n, 1, 'visit', 'qd-5053', 1,
			$2::timestamptz - interval '2 days', $2::timestamptz - interval '1 day', n % 600, 'found', $2::timestamptz
		from generate_series(1, $3::integer) n on conflict do nothing`,
		[caseId, now, contacts],
	);
	await client.query('analyze contacts.contact; analyze identity.person');
	await client.query('reset all');
	client.release();
	return caseId;
}

/** What nobody needs any more is let go, so that the growth is the work’s own. */
function collect(): void {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
}
