import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import type { Text } from '#shared/language';

/** What a message is, the most urgent first: it decides who goes before whom and what STOP ends. */
export const kinds = ['correction', 'alert', 'notice', 'reminder'] as const;
export const Kind = Type.Union([
	Type.Literal('correction'),
	Type.Literal('alert'),
	Type.Literal('notice'),
	Type.Literal('reminder'),
]);
export type Kind = Static<typeof Kind>;

/**
 * By text message (and in the app), in the app alone, or by an officer's call. In the app a person reads all their
 * messages, whichever way they came. `push` is one by text message that a browser is asked to show first.
 */
export type Channel = 'sms' | 'app' | 'call' | 'push';

export interface NewMessage {
	personId: string;
	/** The sender's own name for it, such as `alert 17`: the same for the same person is the same message. */
	key: string;
	kind: Kind;
	/** What it is sent for, by which it is counted and recalled. */
	sourceId: string;
	/** The authority's area; its officers call who cannot be reached and lives nowhere known. */
	areaPath: string;
	/** Holds nothing that tells who somebody is. At most two text messages long, as it is sent. */
	text: Text;
	channel?: Exclude<Channel, 'push'>;
	notBefore?: Date;
	/** After this it is not worth sending any more. */
	expiresAt: Date;
	/** Whether it goes out in the quiet hours too. */
	mayWakeAtNight?: boolean;
}

/** Where a message is: `unsure` when a gateway was asked and nobody knows whether it sent it. */
export const states = [
	...(['waiting', 'sending', 'sent', 'unsure', 'to-call', 'failed', 'blocked', 'expired', 'recalled'] as const),
];
export type State = (typeof states)[number];

/** 63 bits of a hash, so that queueing twice meets the same primary key. */
export const messageIdOf = ({ personId, key }: Pick<NewMessage, 'personId' | 'key'>): string =>
	(createHash('sha256').update(`${personId}\0${key}`).digest().readBigUInt64BE() >> 1n).toString();

export const wordingOf = ({ vi, en }: Text): Buffer =>
	createHash('sha256').update(`${vi}\0${en}`).digest().subarray(0, 16);
