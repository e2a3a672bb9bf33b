// `npm run bench [-- --short] [--large] [--write] [names]`: prints what is measured and its baselines. Names: check-ins, gate,
// gate-offline, gate-latency, posters, contacts, line-list, chains, imports, exports, messages, monitoring, overview, orders,
// risk, page, aliases.

import { benchAliases } from './aliases.ts';
import { benchChains } from './chains.ts';
import { benchCheckIns } from './check-ins.ts';
import { benchContacts } from './contacts.ts';
import { benchManyContacts } from './contacts-many.ts';
import { benchExports } from './exports.ts';
import { benchGateBatches } from './gate-batches.ts';
import { benchGateLatency } from './gate-latency.ts';
import { benchGateOffline } from './gate-offline.ts';
import { benchImports } from './imports.ts';
import { openBench } from './installation.ts';
import { benchLineList } from './line-list.ts';
import { benchMessages } from './messages.ts';
import { benchMonitoring } from './monitoring.ts';
import { benchOrders } from './orders.ts';
import { benchOverview } from './overview.ts';
import { benchPage } from './page.ts';
import { makePopulation } from './population.ts';
import { benchPosters } from './posters.ts';
import { Report } from './report.ts';
import { benchRisk } from './risk.ts';

const args = process.argv.slice(2);
const isShort = args.includes('--short');
/** Fifty million visits take some ten minutes to store. */
const isLarge = args.includes('--large');
const named = args.filter((arg) => !arg.startsWith('--'));
const isAsked = (name: string) => !named.length || named.includes(name);

const report = new Report();
const bench = await openBench();
try {
	const population = await makePopulation(bench.platform.db, 200_000, 400);
	const settings = isShort ? { seconds: 3, runs: 1 } : { seconds: 10, runs: 3 };
	if (isAsked('check-ins')) await benchCheckIns(bench, population, settings, report);
	if (isAsked('aliases'))
		await benchAliases(bench, population, { ...settings, runs: 3, merged: isShort ? 10_000 : 100_000 }, report);
	if (isAsked('gate')) await benchGateBatches(bench, population, settings, report);
	if (isAsked('gate-offline')) await benchGateOffline(bench, population, report);
	if (isAsked('page')) await benchPage(bench, report);
	if (isAsked('gate-latency')) await benchGateLatency(bench, population, report);
	if (isAsked('contacts')) {
		await benchContacts(bench, population, isShort ? [200_000, 1e6] : [1e6, 10e6, ...(isLarge ? [50e6] : [])], report);
		await benchManyContacts(bench, isShort ? [100] : [1_000, 10_000], report);
	}
	if (isAsked('chains')) await benchChains(bench, isShort ? [1_000, 10_000] : [10_000, 91_000], report);
	if (isAsked('imports')) await benchImports(bench, isShort ? 5_000 : 100_000, report);
	if (isAsked('monitoring'))
		await benchMonitoring(bench, population, { ...settings, people: isShort ? 100_000 : 1e6 }, report);
	if (isAsked('overview')) await benchOverview(bench, isShort ? 50_000 : 1e6, report);
	if (isAsked('messages')) await benchMessages(bench, isShort ? 50_000 : 1e6, report);
	if (isAsked('orders')) await benchOrders(bench, isShort ? 10_000 : 100_000, report);
	if (isAsked('exports')) await benchExports(bench, isShort ? 50_000 : 1_000_000, report);
	if (isAsked('posters')) await benchPosters(bench, report);
	if (isAsked('risk')) await benchRisk(bench, report);
	// Last: a million of them are more than the numbers of an outbreak are counted from.
	if (isAsked('line-list')) await benchLineList(bench, isShort ? 50_000 : 1_000_000, report);
	if (args.includes('--write')) report.write(new Date().toISOString().slice(0, 10));
} catch (error) {
	console.error(error);
	process.exitCode = 1;
} finally {
	await bench.close();
}
