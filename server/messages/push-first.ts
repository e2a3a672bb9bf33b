import type { Reach } from '#identity';
import type { Platform } from '#platform/platform';
import { listPushable, type PushDelivery, pushMessages } from '#push';
import type { Kind } from './message.ts';
import { type ClaimedRow, setChannel } from './queries-sending.ts';
import { judgeDelivery, type Outcome, type Route, toClaimed } from './route.ts';
import type { Settings } from './settings.ts';

interface InHand {
	attemptId: string;
	rows: readonly ClaimedRow[];
	/** Which way each would go. */
	routes: readonly Route[];
	reaches: ReadonlyMap<string, Reach>;
}

/**
 * Asks browsers to show what would go out by text message, where the rules say so and the person has one. Gives what
 * became of those that are not to go out by text message, by their index: shown in a browser, or perhaps. What surely no
 * browser took is left for the phone, in the same turn. Which way is tried stands in the message before it is tried, so
 * that what a killed worker left is tried again the way it was begun and reaches nobody both ways.
 */
export async function pushFirst(platform: Platform, inHand: InHand, settings: Settings): Promise<Map<number, Outcome>> {
	const { attemptId, rows, routes } = inHand;
	const wanted = rows.flatMap((row, index) => ('sms' in routes[index]! && mayBePushed(row, settings) ? [index] : []));
	const pushable = await listPushable(platform, [...new Set(wanted.map((index) => rows[index]!.person_id))]);
	const tried = wanted.filter((index) => isBegun(rows[index]!) || pushable.has(rows[index]!.person_id));
	if (!tried.length) return new Map();
	const of = (indexes: readonly number[]) => ({
		...{ attemptId, persons: indexes.map((index) => rows[index]!.person_id) },
		messages: indexes.map((index) => rows[index]!.message_id),
	});
	await platform.db.run(setChannel({ ...of(tried), channel: 'push' }));
	const deliveries = await deliver(platform, inHand, tried);
	const forPhone = tried.filter((index, at) => deliveries[at] === 'none' && !isBegun(rows[index]!));
	if (forPhone.length) await platform.db.run(setChannel({ ...of(forPhone), channel: 'sms' }));
	const now = platform.clock.now();
	// A push that is sent again replaces itself.
	const rules = { attemptsMax: settings.attemptsMax, keepsKeys: true };
	const left = new Set(forPhone);
	return new Map(
		tried.flatMap((index, at) => {
			if (left.has(index)) return [];
			const delivery = deliveries[at] === 'taken' ? 'taken' : 'unsure';
			return [[index, judgeDelivery(toClaimed(rows[index]!), delivery, rules, now)]];
		}),
	);
}

const mayBePushed = (row: ClaimedRow, { pushFirst }: Settings): boolean =>
	isBegun(row) || (row.channel === 'sms' && pushFirst.includes(row.kind as Kind));

/** It may have been shown in a browser already, and so goes no other way. */
const isBegun = (row: ClaimedRow): boolean => row.channel === 'push';

const deliver = (platform: Platform, { rows, reaches }: InHand, tried: readonly number[]): Promise<PushDelivery[]> =>
	pushMessages(
		platform,
		tried.map((index) => {
			const { message_id: key, person_id: personId, expires_at: expiresAt, kind } = rows[index]!;
			const note = kind === 'reminder' ? notes.reminder : notes.other;
			const text = note.text[reaches.get(personId)?.language ?? 'vi'];
			return { key, personId, text, path: note.path, expiresAt, isUrgent: kind === 'alert' || kind === 'correction' };
		}),
	);

/** Never the words of the message: whoever looks at a locked phone reads what is shown there. */
const notes = {
	reminder: {
		text: { vi: 'Đến giờ báo sức khoẻ hôm nay', en: 'It is time to report your health today' },
		path: '/me/report',
	},
	other: {
		text: { vi: 'Bạn có tin nhắn mới. Chạm để đọc.', en: 'You have a new message. Touch to read it.' },
		path: '/me/messages',
	},
} as const;
