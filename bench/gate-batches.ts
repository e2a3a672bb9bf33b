import { randomUUID } from 'node:crypto';
import { signerOf } from '#declarations';
import { hashToken, newToken } from '#platform/token';
import { issuePersonalCode } from '#shared/codes/personal-code';
import { batchRequests, checkStored, format, ratio, type Settings } from './check-ins.ts';
import type { Bench } from './installation.ts';
import { type LoadResult, type Request, runClosedLoop } from './load.ts';
import type { Population } from './population.ts';
import { median, type Report } from './report.ts';

const batchLength = 50;
/** People with a signed code. Whoever is drawn twice has gone in somewhere else meanwhile, as people do. */
const carriersMax = 100_000;

interface Gates {
	carriers: { person: string; code: string }[];
	tokens: string[];
}

/**
 * What gates' devices read, in batches of 50 from 400 devices with real signed codes, against the same visits told by
 * controllers without codes: what the devices' credentials, times and signatures cost.
 */
export async function benchGateBatches(bench: Bench, population: Population, settings: Settings, report: Report) {
	const gates = await makeGates(bench, population);
	const people = { ...population, persons: gates.carriers.map(({ person }) => person) };
	const load = (next: () => Request) => () =>
		runClosedLoop({ port: bench.port, connections: 32, depth: 2, seconds: settings.seconds, next });
	const plain = load(batchRequests(people, batchLength));
	const scanned = load(scanRequests(gates));

	await plain();
	await scanned();
	const runs = { plain: [] as LoadResult[], scanned: [] as LoadResult[] };
	// Taken in turns, now one first and now the other: what else the machine does, and what is stored by then, is both’s.
	for (let run = 0; run < settings.runs; run++) {
		if (run % 2) runs.scanned.push(await scanned());
		runs.plain.push(await plain());
		if (run % 2 === 0) runs.scanned.push(await scanned());
	}
	const rateOf = (results: LoadResult[]) => median(results.map(({ rate }) => rate * batchLength));
	const rates = { plain: rateOf(runs.plain), scanned: rateOf(runs.scanned) };
	const all = [...runs.plain, ...runs.scanned];

	report.section('Gate devices: batches of 50 from 400 devices, each scan with a signed code');
	report.row('the same visits without codes (baseline)', `${format(rates.plain)}/s`, '1.0 ×');
	const against = ratio(rates.scanned, rates.plain);
	report.row('scans, one code in fifty verified', `${format(rates.scanned)}/s`, against, '≥ 30,000/s, 1.0 ×');
	report.row('acknowledged visits stored exactly once', await checkStored(bench, all), '', 'all');
	report.row('requests refused', String(all.reduce((sum, run) => sum + run.refused, 0)));
	return rates;
}

/** A device at each of the population's places, and codes for its people, signed as the installation signs them. */
async function makeGates({ platform }: Bench, { persons, gates }: Population): Promise<Gates> {
	const tokens = gates.map(() => `vg_${newToken()}`);
	await platform.db.pool.query(
		`insert into devices.device (device_id, place_id, gate, name, token_hash, paired_at, seen_at)
		select place, place, 1, 'Máy đo', token, now(), now() from unnest($1::bigint[], $2::bytea[]) as d (place, token)`,
		[gates.map(({ place }) => place), tokens.map(hashToken)],
	);
	const signer = await signerOf(platform);
	const issuedAt = new Date();
	const expiresAt = new Date(issuedAt.getTime() + 3 * 86_400_000);
	const carriers: Gates['carriers'] = [];
	for (let start = 0; start < Math.min(persons.length, carriersMax); start += 500)
		carriers.push(
			...(await Promise.all(
				persons.slice(start, start + 500).map(async (person) => ({
					person,
					code: await issuePersonalCode(
						{ kind: 'static', personId: person, level: 'green', issuedAt, expiresAt },
						signer,
					),
				})),
			)),
		);
	return { carriers, tokens };
}

function scanRequests({ carriers, tokens }: Gates): () => Request {
	let next = 0;
	return () => {
		const token = tokens[next++ % tokens.length]!;
		const ids = Array.from({ length: batchLength }, () => randomUUID());
		const now = Date.now();
		const scans = ids.map((id, index) => {
			const { person, code } = carriers[Math.floor(Math.random() * carriers.length)]!;
			const at = new Date(now - index).toISOString();
			return `{"id":"${id}","direction":"in","at":"${at}","shown":"green","reasons":[],"who":{"kind":"code","person":"${person}","code":"${code}"}}`;
		});
		const status = `{"clock":"${new Date(now).toISOString()}","queued":${batchLength},"battery":80,"version":"bench"}`;
		return { path: '/api/v1/devices.record-scans', token, body: `{"status":${status},"scans":[${scans}]}`, keys: ids };
	};
}
