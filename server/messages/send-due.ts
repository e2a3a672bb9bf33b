import { addCalls, type NewCall, type Reason } from '#calls';
import { listReaches, type Reach } from '#identity';
import { type Delivery, deliver } from '#notifications';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import type { Platform } from '#platform/platform';
import { pauseIfFailing, type Tallied } from './breaker.ts';
import { fillTexts } from './fills.ts';
import { type Kind, kinds } from './message.ts';
import { pushFirst } from './push-first.ts';
import {
	type ClaimedRow,
	claimAbandoned,
	claimDue,
	insertWrongNumbers,
	type SettledRow,
	settle,
} from './queries-sending.ts';
import { selectPausedKinds } from './queries-settings.ts';
import { isQuiet } from './quiet-hours.ts';
import { chooseRoute, judgeDelivery, type Outcome, type Route, toClaimed } from './route.ts';
import { readSettings, type Settings } from './settings.ts';

/** One worker has so many messages in its hands at most: what is unsure when it is killed. */
const handful = 50;
const abandonedAfterMilliseconds = 3 * 60_000;

interface Batch {
	attemptId: string;
	rows: ClaimedRow[];
}

/**
 * Sends what is due, the most urgent first, until nothing is or `until` says so. Any number of workers may do it at once.
 * Returns how many messages it settled.
 */
export async function sendDue(platform: Platform, until: () => boolean = () => false): Promise<number> {
	let settled = 0;
	while (!until()) {
		const now = platform.clock.now();
		const settings = await readSettings(platform.db, now);
		const batch = await claim(platform, settings, now);
		if (!batch) break;
		settled += await send(platform, batch, settings);
	}
	return settled;
}

async function claim({ db, config }: Platform, settings: Settings, now: Date): Promise<Batch | undefined> {
	const paused = new Set((await db.rows(selectPausedKinds())).map(({ kind }) => kind));
	const attemptId = newId();
	const limit = Math.max(handful, config.smsBatch);
	const onlyWaking = isQuiet(now, settings);
	for (const kind of kinds.filter((one) => !paused.has(one))) {
		const rows = await db.rows(claimDue({ kind, onlyWaking, attemptId, now, limit }));
		if (rows.length) return { attemptId, rows };
	}
	return undefined;
}

async function send(platform: Platform, { attemptId, rows }: Batch, settings: Settings): Promise<number> {
	const { db, keys, config, clock } = platform;
	const reaches = await listReaches({ db, keys }, [...new Set(rows.map((row) => row.person_id))]);
	const chosen = rows.map((row) => chooseRoute(toClaimed(row), reaches.get(row.person_id), settings, clock.now()));
	const routes = await fillRoutes(platform, rows, chosen);
	const pushed = await pushFirst(platform, { attemptId, rows, routes, reaches }, settings);
	const handed = routes.flatMap((route, index) =>
		'sms' in route && !pushed.has(index) ? [{ index, ...route.sms }] : [],
	);
	const parcels = handed.map(({ index, ...sms }) => ({ key: rows[index]!.message_id, ...sms }));
	const answers = await deliver(config, parcels);
	const deliveries = new Map(handed.map(({ index }, at) => [index, answers[at]!]));
	const now = clock.now();
	const rules = { attemptsMax: settings.attemptsMax, keepsKeys: config.smsKeepsKeys };
	const judge = (index: number) => (delivery: Delivery) => judgeDelivery(toClaimed(rows[index]!), delivery, rules, now);
	const outcomes = routes.map(
		(route, index) => pushed.get(index) ?? outcomeOf(route, judge(index), deliveries.get(index)),
	);
	await write(platform, { attemptId, rows }, { outcomes, reaches, deliveries: [...deliveries], settings, now });
	return rows.length;
}

/** Puts in what is known only now, such as a link; a message for whom there is nothing to put in has become void. */
async function fillRoutes(platform: Platform, rows: readonly ClaimedRow[], routes: readonly Route[]): Promise<Route[]> {
	const texts = rows.map(({ person_id }, index) => {
		const route = routes[index]!;
		return { personId: person_id, text: 'sms' in route ? route.sms.text : '' };
	});
	const filled = await fillTexts(platform, texts);
	return routes.map((route, index) => {
		const text = filled[index];
		if (!('sms' in route)) return route;
		return text === undefined ? { state: 'expired', reason: 'expired' } : { sms: { ...route.sms, text } };
	});
}

function outcomeOf(route: Route, judge: (delivery: Delivery) => Outcome, delivery: Delivery | undefined): Outcome {
	return 'sms' in route ? judge(delivery!) : route;
}

/**
 * What a killed worker had in its hands: handed over again under the same key where the gateway keeps keys, else nobody
 * can say whether it was sent. Returns how many there were.
 */
export async function settleAbandoned(platform: Platform): Promise<number> {
	const { db, keys, config, clock } = platform;
	const now = clock.now();
	const settings = await readSettings(db, now);
	const attemptId = newId();
	const before = new Date(now.getTime() - abandonedAfterMilliseconds);
	const rows = await db.rows(claimAbandoned({ before, attemptId, now, limit: 500 }));
	if (!rows.length) return 0;
	const rules = { attemptsMax: settings.attemptsMax, keepsKeys: config.smsKeepsKeys };
	const outcomes = rows.map((row) =>
		row.channel === 'sms'
			? judgeDelivery(toClaimed(row), 'unsure', rules, now)
			: ({ state: 'waiting', dueAt: now } satisfies Outcome),
	);
	const reaches = await listReaches({ db, keys }, [...new Set(rows.map((row) => row.person_id))]);
	await write(platform, { attemptId, rows }, { outcomes, reaches, deliveries: [], settings, now });
	return rows.length;
}

interface Written {
	outcomes: Outcome[];
	reaches: ReadonlyMap<string, Reach>;
	deliveries: [number, Delivery][];
	settings: Settings;
	now: Date;
}

async function write(platform: Platform, { attemptId, rows }: Batch, written: Written): Promise<void> {
	const { outcomes, reaches, deliveries, settings, now } = written;
	const tallied = tallyOf(rows, deliveries);
	await platform.db.transaction(async (db) => {
		const done: SettledRow[] = [];
		for (const { outcome, of } of alike(rows, outcomes)) {
			const { state, dueAt = null, reason = null } = outcome;
			const persons = of.map((row) => row.person_id);
			const messages = of.map((row) => row.message_id);
			done.push(...(await db.rows(settle({ attemptId, persons, messages, state, dueAt, reason, now }))));
		}
		await addCalls(db, callsOf(rows, outcomes, done, reaches), now);
		await rememberWrongNumbers(db, rows, outcomes, now);
	});
	await pauseIfFailing(platform, tallied, settings, now);
}

/** The messages of which the same became. Nearly always that is all of them. */
function alike(rows: readonly ClaimedRow[], outcomes: readonly Outcome[]) {
	const groups = new Map<string, { outcome: Outcome; of: ClaimedRow[] }>();
	for (const [index, row] of rows.entries()) {
		const outcome = outcomes[index]!;
		const key = `${outcome.state} ${outcome.dueAt?.getTime()} ${outcome.reason}`;
		const group = groups.get(key);
		if (group) group.of.push(row);
		else groups.set(key, { outcome, of: [row] });
	}
	return groups.values();
}

function callsOf(
	rows: readonly ClaimedRow[],
	outcomes: readonly Outcome[],
	done: readonly SettledRow[],
	reaches: ReadonlyMap<string, Reach>,
): NewCall[] {
	const states = new Map(done.map(({ message_id, state }) => [message_id, state]));
	return rows.flatMap((row, index) => {
		const { state, reason } = outcomes[index]!;
		const isWanted = (state === 'to-call' || state === 'unsure') && reason && states.get(row.message_id) === state;
		if (!isWanted) return [];
		const areaPath = reaches.get(row.person_id)?.areaPath ?? row.area_path;
		const text = { vi: row.vi, en: row.en };
		return [{ personId: row.person_id, sourceId: row.source_id, areaPath, reason: reason as Reason, text }];
	});
}

/** A number the gateway refuses is not tried again for the next message. */
async function rememberWrongNumbers(db: Db, rows: readonly ClaimedRow[], outcomes: readonly Outcome[], now: Date) {
	const wrong = rows.filter((_row, index) => outcomes[index]!.reason === 'refused').map((row) => row.person_id);
	if (wrong.length) await db.run(insertWrongNumbers([...new Set(wrong)], now));
}

function tallyOf(rows: readonly ClaimedRow[], deliveries: readonly [number, Delivery][]): Map<Kind, Tallied> {
	const tallied = new Map<Kind, Tallied>();
	for (const [index, delivery] of deliveries) {
		const kind = rows[index]!.kind as Kind;
		const { taken, failed } = tallied.get(kind) ?? { taken: 0, failed: 0 };
		const isTaken = delivery === 'taken';
		tallied.set(kind, { taken: taken + Number(isTaken), failed: failed + Number(!isTaken) });
	}
	return tallied;
}
