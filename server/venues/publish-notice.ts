import Type from 'typebox';
import { getOpenCaseRow, requireGrounds } from '#cases';
import { requireSecondOfficer } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Moment } from './notice.ts';
import { lockNotice, updatePublished } from './queries.ts';
import { officerOfNotice } from './reach.ts';

export const publishNotice = operation({
	name: 'venues.publish-notice',
	summary: {
		vi: 'Cán bộ thứ hai duyệt thông báo; thông báo hiện công khai ngay',
		en: 'A second officer approves a notice; it is public at once',
	},
	who: officerOfNotice,
	input: Type.Object({ noticeId: Id }, { additionalProperties: false }),
	output: Type.Object({ publishedAt: Moment }),
	personal: 'changes',
	run: async ({ db, caller, now, about }, { noticeId }) => {
		const row = await db.find(lockNotice(noticeId));
		if (!row) throw new Problem('not-found', { field: 'noticeId' });
		if (row.state !== 'proposed') throw new Problem('conflict');
		const by = requireSecondOfficer(caller.actor, { first: [row.proposed_by] }, now);
		const ofCase = await getOpenCaseRow(db, row.case_id);
		await requireGrounds(db, ofCase);
		about(ofCase.person_id);
		await db.run(updatePublished(noticeId, by, now));
		return { publishedAt: now.toISOString() };
	},
});
