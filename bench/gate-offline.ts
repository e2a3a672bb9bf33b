import 'fake-indexeddb/auto';
import { signerOf } from '#declarations';
import { startPairing } from '#devices';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { issuePersonalCode } from '#shared/codes/personal-code';
import { askOver } from '#web/gate/ask-server.ts';
import { GateEngine } from '#web/gate/gate-engine.ts';
import { KnownTime } from '#web/gate/known-time.ts';
import { openStore } from '#web/gate/store.ts';
import { format, ratio } from './check-ins.ts';
import type { Bench } from './installation.ts';
import type { Population } from './population.ts';
import type { Report } from './report.ts';

const scans = 2_000;
const hoursOffline = 8;

/** What a gate has scanned in a shift without a network, from the moment it is back; against sending it one by one. */
export async function benchGateOffline(bench: Bench, population: Population, report: Report): Promise<void> {
	const batched = await runShift(bench, population, 0, (gate) => gate.sync());
	const single = await runShift(bench, population, 1, (gate) => gate.sync(), 1);
	report.section(`A gate back online after ${hoursOffline} hours with ${format(scans)} scans`);
	report.row('one scan a request (baseline)', `${single.seconds.toFixed(1)} s`, '1.0 ×');
	report.row(
		'as the device sends them, a hundred a request',
		`${batched.seconds.toFixed(2)} s`,
		ratio(single.seconds, batched.seconds),
		'≤ 60 s',
	);
	report.row('stored exactly once, with their own times', `${format(batched.stored)} of ${format(scans)}`, '', 'all');
}
