import { createHash } from 'node:crypto';
import Type from 'typebox';
import { addCalls } from '#calls';
import { findAtPhone, listReaches } from '#identity';
import type { Context } from '#platform/operation';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { insertReply, type LastSentRow, selectLastSent, upsertStop } from './queries-replies.ts';
import { insertWrongNumbers } from './queries-sending.ts';
import { readReply, type Sort } from './read-reply.ts';

export const receiveReply = operation({
	name: 'messages.receive-reply',
	summary: {
		vi: 'Cổng SMS chuyển câu trả lời của một người; gửi lại cùng mã vẫn là câu trả lời đó',
		en: 'The SMS gateway hands over what somebody answered; the same id sent again is the same answer',
	},
	who: role(['sms-gateway']),
	input: Type.Object(
		{
			id: Type.String({ minLength: 1, maxLength: 100, description: 'The gateway’s own id of the answer' }),
			from: Type.String({ pattern: '^[0-9+][0-9 .]{2,19}$', description: 'The phone it came from' }),
			text: Type.String({ maxLength: 1_000 }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ isNew: Type.Boolean() }),
	personal: 'records',
	run: async (context, { id, from, text }) => {
		const { db, platform, now, about } = context;
		const persons = await findAtPhone({ db, keys: platform.keys }, from);
		if (!persons.length) throw new Problem('not-found', { field: 'from' });
		const last = await db.find(selectLastSent(persons));
		const personId = last?.person_id ?? persons[0]!;
		about(personId);
		const sort = readReply(text);
		const isNew = await db.run(
			insertReply({
				reply_id: replyIdOf(id),
				...{ person_id: personId, sort, text_sealed: platform.keys.encrypt(text), received_at: now },
				...{ message_id: last?.message_id ?? null, kind: last?.kind ?? null, source_id: last?.source_id ?? null },
				// Whoever reminds handles what is answered to a reminder; of anything else an officer is told at once.
				handled_at: sort === 'answer' && last?.kind === 'reminder' ? null : now,
			}),
		);
		if (isNew) await act(context, { sort, persons, last });
		return { isNew: isNew > 0 };
	},
});

const replyIdOf = (id: string): string =>
	(createHash('sha256').update(`reply\0${id}`).digest().readBigUInt64BE() >> 1n).toString();

/** STOP and a wrong number hold for the number, whoever of those who share it the message was for. */
async function act(
	{ db, platform, now }: Context,
	{ sort, persons, last }: { sort: Sort; persons: string[]; last: LastSentRow | undefined },
): Promise<void> {
	if (sort === 'stop') await db.run(upsertStop(persons, now));
	if (sort === 'start') await db.run(upsertStop(persons, null));
	if (sort === 'wrong-number') await db.run(insertWrongNumbers(persons, now));
	const isForOfficer = sort === 'wrong-number' || (sort === 'answer' && last?.kind !== 'reminder');
	if (!isForOfficer || !last) return;
	const reaches = await listReaches({ db, keys: platform.keys }, [last.person_id]);
	const areaPath = reaches.get(last.person_id)?.areaPath ?? last.area_path;
	const reason = sort === 'wrong-number' ? 'wrong-number' : 'replied';
	const call = { personId: last.person_id, sourceId: last.source_id, areaPath, reason } as const;
	await addCalls(db, [{ ...call, text: { vi: last.vi, en: last.en } }], now);
}
