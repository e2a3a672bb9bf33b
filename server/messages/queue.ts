import { readCurrent } from '#identity';
import type { Db } from '#platform/db';
import { enqueue } from '#platform/jobs';
import { Problem } from '#platform/problem';
import { chunks, sqlRows } from '#platform/sql';
import type { Text } from '#shared/language';
import { measureSms, shortestSms } from '#shared/text/sms';
import { messageIdOf, type NewMessage, wordingOf } from './message.ts';
import { insertMessages, insertWordings, messageTypes, onceEach, wordingTypes } from './queries.ts';
import { readSettings } from './settings.ts';

export const segmentsMax = 2;

/** Of so many messages one worker more is called. */
const perWorker = 5_000;
const workersMax = 4;

/** A text as it goes out: by the settings without its diacritics, where that saves a segment. */
export const toSmsText = (text: string, unaccents: boolean): string => (unaccents ? shortestSms(text) : text);

/** Throws `message-too-long` for words that would go out as more than two text messages. */
export async function checkLength(db: Db, text: Text, now: Date): Promise<void> {
	const { unaccents } = await readSettings(db, now);
	for (const language of ['vi', 'en'] as const) {
		const { segments } = measureSms(toSmsText(text[language], unaccents));
		if (segments > segmentsMax)
			throw new Problem('message-too-long', { field: language, values: { segments, most: segmentsMax } });
	}
}

/**
 * Keeps messages to be sent when they are due; with the transaction they are there or not. Returns how many are new:
 * one that was queued before is the one before, and who is known under two ids is told once. Throws `message-too-long`.
 */
export async function queueMessages(db: Db, messages: readonly NewMessage[], now: Date): Promise<number> {
	if (!messages.length) return 0;
	const currentOf = await readCurrent(
		db,
		messages.map(({ personId }) => personId),
	);
	const wordings = new Map(messages.map(({ text }) => [text, wordingOf(text)]));
	for (const text of wordings.keys()) await checkLength(db, text, now);
	const wordingRows = new Map([...wordings].map(([text, hash]) => [hash.toString('hex'), [hash, text.vi, text.en]]));
	for (const part of chunks([...wordingRows.values()]))
		await db.run(sqlRows(insertWordings, wordingTypes, part, onceEach));
	const rows = messages.map((message) =>
		toRow({ ...message, personId: currentOf(message.personId) }, wordings.get(message.text)!, now),
	);
	let added = 0;
	for (const part of chunks(rows)) added += await db.run(sqlRows(insertMessages, messageTypes, part, onceEach));
	await callWorkers(db, Math.ceil(added / perWorker));
	return added;
}

function toRow(message: NewMessage, wording: Buffer, now: Date): unknown[] {
	const { personId, kind, sourceId, areaPath, channel = 'sms', notBefore = now, expiresAt } = message;
	const times = [now, notBefore > now ? notBefore : now, expiresAt];
	return [
		...[personId, messageIdOf(message), kind, sourceId, areaPath, wording, channel],
		...[message.mayWakeAtNight ?? false, ...times, 'waiting'],
	];
}

/** Several servers share the work; one that is called for nothing finds nothing due. */
export async function callWorkers(db: Db, wanted: number): Promise<void> {
	for (let worker = 1; worker <= Math.min(wanted, workersMax); worker++)
		await enqueue(db, { job: 'messages.send-due', payload: {}, key: String(worker) });
}
