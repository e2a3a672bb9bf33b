import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { isNoticeShort, Moment } from './cordon.ts';
import { lockCordon, updateNotice } from './queries.ts';
import { deciderOfCordon } from './reach.ts';
import { noteStep } from './steps.ts';

export const recordNotice = operation({
	name: 'zones.record-notice',
	summary: {
		vi: 'Ghi lúc đã thông báo cho cơ quan, tổ chức, người dân trong vùng khoanh (trước ít nhất 6 giờ)',
		en: 'Records when organisations and people were told of a cordon (at least six hours before)',
	},
	who: deciderOfCordon,
	input: Type.Object(
		{ cordonId: Id, noticeAt: Moment, how: Type.String({ minLength: 3, maxLength: 500 }) },
		{ additionalProperties: false },
	),
	output: Type.Object({ isNoticeShort: Type.Boolean() }),
	personal: 'changes',
	run: async ({ db, caller, now }, { cordonId, noticeAt: told, how }) => {
		const noticeAt = new Date(told);
		const { actor } = caller;
		if (!(noticeAt <= now)) throw new Problem('invalid-input', { field: 'noticeAt' });
		const row = await db.find(lockCordon(cordonId));
		if (!row) throw new Problem('not-found', { field: 'cordonId' });
		await db.run(updateNotice(cordonId, noticeAt));
		const changes = { noticeAt: [row.notice_at?.toISOString() ?? '', noticeAt.toISOString()] as [string, string] };
		await noteStep({ db, actor, now }, { cordonId, kind: 'told', words: how, changes });
		return { isNoticeShort: isNoticeShort(noticeAt, row.holds_from) };
	},
});
