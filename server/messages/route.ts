import type { Reason } from '#calls';
import type { Reach } from '#identity';
import type { Delivery } from '#notifications';
import type { Kind, State } from './message.ts';
import type { ClaimedRow } from './queries-sending.ts';
import { toSmsText } from './queue.ts';
import type { Settings } from './settings.ts';

/** A message in a worker's hands, with what is known of the person at this moment. */
export interface Claimed {
	kind: Kind;
	channel: string;
	/** This one included. */
	attempts: number;
	expiresAt: Date;
	text: { vi: string; en: string };
	isStopped: boolean;
	isWrongNumber: boolean;
}

export const toClaimed = (row: ClaimedRow): Claimed => ({
	kind: row.kind as Kind,
	channel: row.channel,
	attempts: row.attempts,
	expiresAt: row.expires_at,
	text: { vi: row.vi, en: row.en },
	isStopped: row.stopped_at !== null,
	isWrongNumber: row.wrong_number_at !== null,
});

/** What becomes of a message. */
export interface Outcome {
	state: Exclude<State, 'sending' | 'recalled'>;
	/** When it is tried again. */
	dueAt?: Date;
	/** Why it was not sent, for the list of those to call or the report. */
	reason?: Reason | 'stopped' | 'expired';
}

export type Route = { sms: { phone: string; text: string } } | Outcome;

const toCall = (reason: Reason): Outcome => ({ state: 'to-call', reason });

/** Which way a message goes: to a phone, or what becomes of it without one. */
export function chooseRoute(message: Claimed, reach: Reach | undefined, settings: Settings, now: Date): Route {
	if (message.expiresAt <= now) return { state: 'expired', reason: 'expired' };
	if (message.channel === 'app' && reach?.hasAccount) return { state: 'sent' };
	if (message.channel === 'call') return toCall('asked');
	if (message.isStopped && settings.stopEnds.includes(message.kind)) return { state: 'blocked', reason: 'stopped' };
	if (message.isWrongNumber) return toCall('wrong-number');
	if (!reach?.phone) return toCall('no-phone');
	return { sms: { phone: reach.phone, text: toSmsText(message.text[reach.language], settings.unaccents) } };
}

const minuteLong = 60_000;
const longestWait = 60 * minuteLong;

/**
 * What becomes of a message by what the gateway said. Tried again after 1, 2, 4 … 60 minutes while it surely was not
 * taken; never when nobody knows, unless the gateway keeps keys and so asking again cannot send twice
 * (docs/decisions/0009-a-message-is-not-sent-twice.md).
 */
export function judgeDelivery(
	message: Pick<Claimed, 'kind' | 'attempts' | 'expiresAt'>,
	delivery: Delivery,
	{ attemptsMax, keepsKeys }: { attemptsMax: number; keepsKeys: boolean },
	now: Date,
): Outcome {
	if (delivery === 'taken') return { state: 'sent' };
	if (delivery === 'refused') return toCall('refused');
	if (delivery === 'unsure' && !keepsKeys)
		return { state: 'unsure', ...(isWorthACall(message.kind) ? { reason: 'unsure' as const } : {}) };
	const dueAt = new Date(now.getTime() + Math.min(2 ** (message.attempts - 1) * minuteLong, longestWait));
	if (message.attempts < attemptsMax && dueAt < message.expiresAt) return { state: 'waiting', dueAt };
	if (delivery === 'unsure') return { state: 'unsure', reason: 'unsure' };
	return isWorthACall(message.kind) ? toCall('not-sent') : { state: 'failed', reason: 'not-sent' };
}

/** A reminder that did not arrive is followed by another. */
const isWorthACall = (kind: Kind): boolean => kind !== 'reminder';
