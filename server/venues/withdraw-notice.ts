import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { normalise } from '#shared/text/vietnamese';
import { Moment } from './notice.ts';
import { lockNotice, selectPersonOf, updateDropped, updateWithdrawn } from './queries.ts';
import { officerOfNotice } from './reach.ts';

const Correction = Type.String({ minLength: 10, maxLength: 300 });

/** One officer is enough, as for the recall of an alert. */
export const withdrawNotice = operation({
	name: 'venues.withdraw-notice',
	summary: {
		vi: 'Rút thông báo: đính chính hiện ở đúng chỗ thông báo đã hiện',
		en: 'Takes a notice back: a correction stands where the notice stood',
	},
	who: officerOfNotice,
	input: Type.Object(
		{
			noticeId: Id,
			correction: Type.Object({ vi: Correction, en: Correction }, { additionalProperties: false }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ withdrawnAt: Moment }),
	personal: 'changes',
	run: async ({ db, caller, now, about }, { noticeId, correction }) => {
		const row = await db.find(lockNotice(noticeId));
		if (!row) throw new Problem('not-found', { field: 'noticeId' });
		about((await db.one(selectPersonOf(row.case_id))).person_id);
		const by = actorId(caller.actor) ?? null;
		// Nobody has read one that was not published: there is nothing to correct.
		if (row.state === 'proposed') await db.run(updateDropped(noticeId, by, now));
		else if (row.state === 'published') {
			const words = { vi: normalise(correction.vi), en: normalise(correction.en) };
			await db.run(updateWithdrawn({ noticeId, by, correction: words, now }));
		} else throw new Problem('already-ended');
		return { withdrawnAt: now.toISOString() };
	},
});
