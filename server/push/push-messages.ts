import type { Platform } from '#platform/platform';
import { isUnreached } from '#platform/unreached';
import { encryptPush } from './encrypt.ts';
import { deleteSubscriptions, selectTargets, setTaken, type TargetRow } from './queries.ts';
import { isTrusted, openTarget } from './target.ts';
import { authorize, vapidOf } from './vapid.ts';

/** A message for a person's browsers. */
export interface Pushed {
	/** The same for the same message: a push service and a browser keep one of it. */
	key: string;
	personId: string;
	/** Nobody between here and the browser reads it; whoever looks at a locked screen does. */
	text: string;
	/** The page it opens. */
	path: string;
	expiresAt: Date;
	isUrgent: boolean;
}

/** `taken` for one browser at least; `unsure`, when a service was asked and nobody heard the answer; else `none`. */
export type PushDelivery = 'taken' | 'unsure' | 'none';

/** The same of one browser; `gone` is for good. */
type Handed = 'taken' | 'gone' | 'later' | 'unsure';

const patience = 10_000;
const atOnce = 16;
const longestSeconds = 86_400;

/** Whether anybody of these people has a browser to push to. */
export async function listPushable(
	{ db, clock }: Pick<Platform, 'db' | 'clock'>,
	persons: readonly string[],
): Promise<Set<string>> {
	return new Set((await db.rows(selectTargets(persons, clock.now()))).map((row) => row.person_id));
}

/**
 * Hands messages to the push services of their people's browsers, each encrypted for its browser, and answers in their
 * order. A subscription that its service says is gone is forgotten. Sending the same again while it was not shown yet
 * replaces it, and shown it replaces itself: so what is unsure may be sent again.
 */
export async function pushMessages(platform: Platform, messages: readonly Pushed[]): Promise<PushDelivery[]> {
	if (!messages.length) return [];
	const rows = await platform.db.rows(
		selectTargets([...new Set(messages.map(({ personId }) => personId))], platform.clock.now()),
	);
	const targets = Map.groupBy(rows, (row) => row.person_id);
	const parcels = messages.flatMap((message, index) =>
		(targets.get(message.personId) ?? []).map((row) => ({ message, index, row })),
	);
	const handed = await inTurns(parcels, ({ message, row }) => handOver(platform, message, row));
	const idsOf = (wanted: Handed) => [
		...new Set(parcels.filter((_one, at) => handed[at] === wanted).map(({ row }) => row.subscription_id)),
	];
	const [gone, taken] = [idsOf('gone'), idsOf('taken')];
	if (gone.length) await platform.db.run(deleteSubscriptions(gone));
	if (taken.length) await platform.db.run(setTaken(taken, platform.clock.now()));
	return messages.map((_message, index) => judge(handed.filter((_one, at) => parcels[at]!.index === index)));
}

function judge(handed: readonly Handed[]): PushDelivery {
	if (handed.includes('taken')) return 'taken';
	return handed.includes('unsure') ? 'unsure' : 'none';
}

async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
	const done: R[] = [];
	let next = 0;
	const turn = async () => {
		for (let index = next++; index < all.length; index = next++) done[index] = await work(all[index]!);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, turn));
	return done;
}

async function handOver({ keys, config, clock }: Platform, message: Pushed, row: TargetRow): Promise<Handed> {
	const { endpoint, recipient } = openTarget(keys, row.target_sealed);
	// The operator may trust fewer services than when the browser subscribed.
	if (!isTrusted(endpoint, config.pushOrigins)) return 'gone';
	const now = clock.now();
	const seconds = Math.floor((message.expiresAt.getTime() - now.getTime()) / 1_000);
	const response = await post(endpoint, {
		body: encryptPush(payloadOf(message), recipient),
		headers: {
			authorization: authorize(vapidOf(keys), new URL(endpoint), config.origin, now),
			'content-encoding': 'aes128gcm',
			'content-type': 'application/octet-stream',
			ttl: String(Math.max(0, Math.min(seconds, longestSeconds))),
			topic: message.key,
			urgency: message.isUrgent ? 'high' : 'normal',
		},
	});
	return typeof response === 'string' ? response : handedBy(response.status);
}

/** What the service worker of `/me` shows. */
const payloadOf = ({ key, text, path }: Pushed): Buffer => Buffer.from(JSON.stringify({ key, text, url: path }));

async function post(
	url: string,
	request: { body: Buffer; headers: Record<string, string> },
): Promise<Response | Handed> {
	try {
		const { body, headers } = request;
		const signal = AbortSignal.timeout(patience);
		// A trusted service that sends us elsewhere is not followed there.
		const response = await fetch(url, {
			method: 'POST',
			body: Uint8Array.from(body),
			headers,
			signal,
			redirect: 'manual',
		});
		await response.body?.cancel();
		return response;
	} catch (error) {
		return isUnreached(error) ? 'later' : 'unsure';
	}
}

function handedBy(status: number): Handed {
	if (status >= 200 && status < 300) return 'taken';
	// RFC 8030 §7.3: 404 or 410 says that the subscription has ended; 403 that it was made with another key.
	return [403, 404, 410].includes(status) ? 'gone' : 'later';
}
