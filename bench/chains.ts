import { getNumbers } from '#chains';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { findChains, type Links, noDay } from '#shared/epi/chains';
import { dayOf, shiftDay } from '#shared/language';
import { format } from './check-ins.ts';
import type { Bench } from './installation.ts';
import { median, type Report } from './report.ts';

/** Each case met ten people and but for the first of a chain was infected by a case before it: eleven links a case. */
const metByEach = 10;
const disease = 'covid-19';

/**
 * The numbers of chains, whole operation with authorisation and audit row: one chain of 10,000 cases with 110,000 links,
 * and 1 M links in chains of 200. The baseline joins sets of objects at each link, as the best-known tool does.
 */
export async function benchChains(bench: Bench, sizes: number[], report: Report) {
	report.section('Chains of transmission (eleven links a case: one to who infected it, ten to whom it met)');
	for (const [index, size] of sizes.entries()) {
		const isOne = index === 0;
		await fill(bench, size, isOne ? size : 200);
		await ask(bench);
		const rounds: { milliseconds: number; megabytes: number }[] = [];
		for (let round = 0; round < 5; round++) rounds.push(await measure(bench, size));
		const took = median(rounds.map(({ milliseconds }) => milliseconds));
		const memory = Math.max(...rounds.map(({ megabytes }) => megabytes));
		const figure = `${format(took)} ms, +${format(memory)} MB at most`;
		const wanted = isOne ? '≤ 500 ms' : '≤ 5,000 ms, 500 MB';
		const what = `${format(size)} cases, ${format(size * 11)} links in ${isOne ? 'one chain' : 'chains of 200'}`;
		report.row(what, figure, '', size * 11 >= 110_000 ? wanted : '');
	}
	compare(500, report);
	compare(1_000, report);
	await clear(bench);
}

/** The same chains from the same objects, by sets merged at each link and by union-find. */
function compare(size: number, report: Report): void {
	const objects = makeObjects(size);
	const merged = time(() => mergeSets(objects));
	joinObjects(objects);
	const joined = time(() => joinObjects(objects));
	if (merged.result !== joined.result) throw new Error('the two ways find different chains');
	const what = `in memory, ${format(objects.length)} links in one chain: sets merged at each link`;
	report.row(what, `${format(merged.milliseconds)} ms`, 'baseline');
	const ratio = `${format(merged.milliseconds / joined.milliseconds)} × faster`;
	report.row(`the same by union-find`, `${joined.milliseconds.toFixed(1)} ms`, ratio);
}

interface Relationship {
	source: string;
	target: string;
}

function makeObjects(size: number): Relationship[] {
	const objects: Relationship[] = [];
	for (let one = 0; one < size; one++) {
		if (one) objects.push({ source: `c${Math.floor(Math.random() * one)}`, target: `c${one}` });
		for (let met = 0; met < metByEach; met++) objects.push({ source: `c${one}`, target: `p${one}-${met}` });
	}
	return objects;
}

/** How many are in the largest chain. */
function mergeSets(relationships: readonly Relationship[]): number {
	const chainOf = new Map<string, Set<string>>();
	let largest = 0;
	for (const { source, target } of relationships) {
		const one = chainOf.get(source) ?? new Set([source]);
		const other = chainOf.get(target) ?? new Set([target]);
		const merged = one === other ? one : new Set([...one, ...other]);
		for (const member of merged === one ? [] : merged) chainOf.set(member, merged);
		largest = Math.max(largest, merged.size);
	}
	return largest;
}

function joinObjects(relationships: readonly Relationship[]): number {
	const numbers = new Map<string, number>();
	const numberOf = (name: string) => {
		const known = numbers.get(name);
		if (known === undefined) numbers.set(name, numbers.size);
		return known ?? numbers.size - 1;
	};
	const links: Links = {
		infectors: Int32Array.from(relationships, ({ source }) => numberOf(source)),
		infectees: Int32Array.from(relationships, ({ target }) => numberOf(target)),
	};
	return Math.max(...findChains(numbers.size, links, new Int32Array(numbers.size).fill(noDay)).sizes);
}

function time<T>(work: () => T): { result: T; milliseconds: number } {
	const startedAt = performance.now();
	const result = work();
	return { result, milliseconds: performance.now() - startedAt };
}

const officer: Caller = {
	actor: { kind: 'staff', id: '1', session: '1', roles: [{ name: 'health-officer' }], authority: 'Bench' },
	...{ address: '127.0.0.1', requestId: 'bench', language: 'vi' },
};

const ask = ({ platform }: Bench) => call(platform, getNumbers, officer, { disease });

/** Memory is looked at while the thread counts, in this process. */
async function measure(bench: Bench, size: number): Promise<{ milliseconds: number; megabytes: number }> {
	const before = process.memoryUsage().rss;
	let most = before;
	const look = setInterval(() => void (most = Math.max(most, process.memoryUsage().rss)), 20);
	const startedAt = performance.now();
	const { cases, contacts } = await ask(bench);
	const milliseconds = performance.now() - startedAt;
	clearInterval(look);
	if (cases !== size || contacts !== size * metByEach) throw new Error(`counted ${cases} cases, ${contacts} contacts`);
	return { milliseconds, megabytes: (Math.max(most, process.memoryUsage().rss) - before) / 2 ** 20 };
}

/** Cases over ninety days in chains of `length`, each infected by a random case of its chain before it. */
async function fill(bench: Bench, size: number, length: number): Promise<void> {
	await clear(bench);
	const client = await bench.platform.db.connect();
	const first = shiftDay(dayOf(bench.platform.clock.now()), -95);
	await client.query('set statement_timeout = 0');
	await client.query('set synchronous_commit = off');
	await client.query(
		`insert into cases.case (case_id, person_id, disease, classification, area_path, onset_on, isolated_at, rule,
			rule_version, opened_at)
		select 7000000000000 + one * 7919, 8000000000000 + one, $3, 'confirmed', '1', on_day, on_day + interval '30 hours',
			'qd-5053', 1, on_day + interval '20 hours'
		from (select one, $2::date + (one % 90) as on_day from generate_series(0, $1::integer - 1) as one) as somebody`,
		[size, first, disease],
	);
	await client.query(
		`insert into chains.link (infectee_id, infector_id, disease, kind, relation, setting, set_at)
		select 7000000000000 + one * 7919,
			7000000000000 + (one - 1 - floor(random() * (one % $2::integer))::bigint) * 7919, $3, 'probable', 'unknown',
			'unknown', now()
		from generate_series(1::bigint, $1::bigint - 1) as one where one % $2::integer <> 0`,
		[size, length, disease],
	);
	await client.query(
		`insert into contacts.contact (contact_id, case_id, person_id, level, origin, last_exposed_at, state, found_at)
		select row_number() over (), 7000000000000 + one * 7919, 9000000000000 + one * 20 + met, 1, 'visit', now(),
			'confirmed', now()
		from generate_series(0::bigint, $1::bigint - 1) as one, generate_series(1, $2::integer) as met`,
		[size, metByEach],
	);
	await client.query(
		`insert into contacts.shared_place (case_id, place_id, contact_id, minutes)
		select k.case_id, p.place_id, k.contact_id, 20 + k.contact_id % 90
		from contacts.contact k
		join (select place_id, row_number() over () as number from places.place) p
			on p.number = 1 + k.contact_id % (select count(*) from places.place)`,
	);
	await client.query(
		`insert into monitoring.duty (person_id, duty_id, kind, source_id, area_path, disease, reports_a_day, from_on, until_on,
			begun_at)
		select person_id, 6000000000000 + contact_id, 'contact', contact_id, '1', $1, 1, current_date - 5, current_date + 9,
			now()
		from contacts.contact`,
		[disease],
	);
	await client.query('analyze cases.case, chains.link, contacts.contact, contacts.shared_place, monitoring.duty');
	client.release(true);
}

async function clear({ platform }: Bench): Promise<void> {
	const client = await platform.db.connect();
	await client.query('set statement_timeout = 0');
	await client.query('truncate chains.link, contacts.contact, contacts.shared_place');
	await client.query(
		`delete from monitoring.duty where kind = 'contact' and person_id between 9000000000000 and 9999999999999`,
	);
	await client.query('delete from cases.case where case_id between 7000000000000 and 7999999999999');
	client.release(true);
}
