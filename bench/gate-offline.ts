import 'fake-indexeddb/auto';
import { signerOf } from '#declarations';
import { startPairing } from '#devices';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { issuePersonalCode } from '#shared/codes/personal-code';
import type { GateScan } from '#shared/gate/scan';
import { type Ask, askOver } from '#web/gate/engine/ask-server.ts';
import { GateEngine } from '#web/gate/engine/gate-engine.ts';
import { KnownTime } from '#web/gate/engine/known-time.ts';
import { openStore, readKept, type Store } from '#web/gate/engine/store.ts';
import { format, ratio } from './check-ins.ts';
import type { Bench } from './installation.ts';
import type { Population } from './population.ts';
import type { Report } from './report.ts';

const scansWaiting = 2_000;
const hoursOffline = 8;
const hour = 3_600_000;

/** What a gate has scanned in a shift without a network, sent when it is back; against sending it one by one. */
export async function benchGateOffline(bench: Bench, population: Population, report: Report): Promise<void> {
	const oneByOne = await openShift(bench, population, 0);
	const single = await timed(() => sendOneByOne(oneByOne));
	const batched = await openShift(bench, population, 1);
	const together = await timed(() => batched.gate.sync());
	const stored = await countStored(bench, batched);

	report.section(`A gate online again after ${hoursOffline} hours, ${format(scansWaiting)} scans waiting`);
	report.row('one scan a request (baseline)', `${single.toFixed(2)} s`, '1.0 ×');
	const sent = `${together.toFixed(2)} s`;
	report.row('as the device sends them, a hundred a request', sent, ratio(single, together), '≤ 60 s');
	report.row('stored once, with their own times', `${format(stored)} of ${format(scansWaiting)}`, '', 'all');
}

interface Shift {
	gate: GateEngine;
	store: Store;
	ask: Ask;
	place: string;
	scans: GateScan[];
}

/** A device of its own that has been without a network for a shift, and is so no longer. */
async function openShift(bench: Bench, { persons, gates }: Population, number: number): Promise<Shift> {
	const { place } = gates[number]!;
	const ask = askOver((path, init) => fetch(`http://127.0.0.1:${bench.port}${path}`, init));
	const store = await openStore(`bench-${number}`);
	const began = Date.now() - hoursOffline * hour;
	// It is paired now, by a clock that is right; then its shift is played as it was.
	let passed = hoursOffline * hour;
	let isConnected = true;
	const time = await KnownTime.open(store, () => ({ device: began + passed, elapsed: passed }));
	const ground = { store, time, ask, isConnected: () => isConnected, random: Math.random, version: 'bench' };
	const gate = await GateEngine.open(ground);
	await gate.pair(await startPairingAt(bench, place), 'Máy đo');
	isConnected = false;
	passed = 0;
	const visitors = persons.slice(number * scansWaiting, (number + 1) * scansWaiting);
	for (const person of visitors) {
		passed += (hoursOffline * hour) / scansWaiting;
		const reading = await gate.read(await codeOf(bench, person), 'camera', 'in');
		if (reading.kind !== 'person') throw new Error(reading.words.en);
		await gate.record({ direction: 'in', people: [{ reading }] });
	}
	passed = Date.now() - began;
	isConnected = true;
	return { gate, store, ask, place, scans: (await store.getAll('queue')).map(({ scan }) => scan) };
}

async function startPairingAt({ platform }: Bench, place: string): Promise<string> {
	await platform.db.pool.query(`insert into places.gate (place_id, gate, name) values ($1, 1, 'Cổng 1')`, [place]);
	const roles = [{ name: 'manager', place }];
	const actor: Caller['actor'] = { kind: 'account', id: newId(), session: newId(), persons: [], roles };
	const manager: Caller = { actor, address: '127.0.0.1', requestId: 'bench', language: 'vi' };
	return (await call(platform, startPairing, manager, { place, gate: 1 })).letters;
}

/** Green for three days, as the declarations of the population are. */
async function codeOf({ platform }: Bench, personId: string): Promise<string> {
	const [issuedAt, expiresAt] = [new Date(Date.now() - hoursOffline * hour), new Date(Date.now() + 72 * hour)];
	return issuePersonalCode({ personId, kind: 'static', level: 'green', issuedAt, expiresAt }, await signerOf(platform));
}

async function sendOneByOne({ store, ask, scans }: Shift): Promise<void> {
	const token = (await readKept(store, 'pairing'))?.token;
	for (const [index, scan] of scans.entries()) {
		const status = { clock: new Date().toISOString(), queued: scans.length - index, version: 'bench' };
		await ask('devices.record-scans', { status, scans: [scan] }, { token });
	}
}

async function timed(work: () => Promise<void>): Promise<number> {
	const startedAt = performance.now();
	await work();
	return (performance.now() - startedAt) / 1_000;
}

/** Those the place has once, with the time they happened. */
async function countStored({ platform }: Bench, { place, scans }: Shift): Promise<number> {
	const { rows } = await platform.db.pool.query('select visit_id, entered_at from visits.visit where place_id = $1', [
		place,
	]);
	const times = new Map(rows.map(({ visit_id, entered_at }) => [visit_id, entered_at.getTime()]));
	if (times.size !== rows.length) throw new Error('a visit is stored twice');
	return scans.filter(({ id, at, skewSeconds = 0 }) => times.get(id) === Date.parse(at) + skewSeconds * 1_000).length;
}
