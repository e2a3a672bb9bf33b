import { addCalls } from '#calls';
import { queueMessages, type Reply, takeReplies } from '#messages';
import { listDue, recordReports, type Told } from '#monitoring';
import type { BatchContext } from '#platform/operation';
import type { Platform } from '#platform/platform';
import { dayOf, startOfDay } from '#shared/language';
import { selectHouseholdsOf, selectStationsOf } from './queries.ts';
import { readAnswer, tellsIllness } from './read-answer.ts';
import { uuidOf } from './uuid-of.ts';
import { askAgain, askWhoIsIll } from './words.ts';

const repliesMax = 200;

/**
 * Makes reports of what people answered to reminders, in the transaction in which the answers are taken. Who cannot be
 * understood is asked again, once for each answer, and called where it speaks of an illness. Returns how many answers there were.
 */
export async function takeAnswers(platform: Platform, now: Date): Promise<number> {
	let taken = 0;
	for (;;) {
		const some = await platform.db.transaction((db) => takeSome({ db, platform, now }));
		taken += some;
		if (some < repliesMax) return taken;
	}
}

async function takeSome(context: BatchContext): Promise<number> {
	const { db, platform, now } = context;
	const replies = await takeReplies({ db, keys: platform.keys, now }, { kind: 'reminder', limit: repliesMax });
	if (!replies.length) return 0;
	const rows = await db.rows(selectHouseholdsOf(replies.map(({ personId }) => personId)));
	const householdOf = new Map(rows.map((row) => [row.person_id, row.household_id]));
	const due = Map.groupBy(
		await listDue(db, { households: [...new Set(householdOf.values())] }, now),
		(one) => one.household,
	);
	const told: Told[][] = [];
	const unclear: Reply[] = [];
	for (const reply of replies) {
		const people = due.get(householdOf.get(reply.personId) ?? '') ?? [];
		const answered = readAnswer(reply.text, people.length);
		if (!answered && people.length) unclear.push(reply);
		// What is answered after midnight is about the day that was asked about only as far as nobody can know; it counts now.
		told.push(
			[...(answered ?? [])].map(([number, signs]) => ({
				id: uuidOf(`${reply.replyId} ${number}`),
				person: people[number - 1]!.person,
				at: reply.receivedAt,
				form: dailyForm,
				answers: { signs },
				channel: 'sms-answer' as const,
				by: null,
			})),
		);
	}
	await recordReports(context, told);
	await callIll(context, unclear);
	const soon = new Date(startOfDay(dayOf(now)).getTime() + 21 * 3_600_000);
	await queueMessages(
		db,
		unclear.map(({ personId, replyId, sourceId }) => ({
			...{ personId, key: `ask again ${replyId}`, kind: 'reminder' as const, sourceId, areaPath: '1' },
			...{ text: askAgain, expiresAt: soon },
		})),
		now,
	);
	return replies.length;
}

/** Who seems to say that somebody is ill is called: nobody waits for them to find the right words. */
async function callIll({ db, now }: BatchContext, unclear: readonly Reply[]): Promise<void> {
	const ill = unclear.filter(({ text }) => tellsIllness(text));
	if (!ill.length) return;
	const stations = await db.rows(selectStationsOf(ill.map(({ personId }) => personId)));
	const areaOf = new Map(stations.map((row) => [row.person_id, row.area_path]));
	await addCalls(
		db,
		ill.flatMap(({ personId, sourceId }) => {
			const areaPath = areaOf.get(personId);
			return areaPath ? [{ personId, sourceId, areaPath, reason: 'replied' as const, text: askWhoIsIll }] : [];
		}),
		now,
	);
}

/** An answer by text message is to the general form, whichever somebody is asked on their phone. */
const dailyForm = { url: 'urn:vaora:questionnaire:daily-report', version: '1' };
