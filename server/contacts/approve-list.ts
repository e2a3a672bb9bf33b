import Type from 'typebox';
import { getOpenCaseRow, requireGrounds } from '#cases';
import { officerOf } from '#identity';
import { actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { decideListRequest, selectAreaOfRequest, selectListRequest, selectListRule } from './queries-lists.ts';

export const approveList = operation({
	name: 'contacts.approve-list',
	summary: {
		vi: 'Duyệt hoặc từ chối yêu cầu tải danh sách của một cán bộ khác',
		en: 'Approves or refuses another officer’s request to download a list',
	},
	who: officerOf(
		async ({ requestId }: { requestId: string }, db: Db) => (await db.find(selectAreaOfRequest(requestId)))?.area_path,
	),
	input: Type.Object({ requestId: Id, isApproved: Type.Boolean() }, { additionalProperties: false }),
	output: Type.Object({ isApproved: Type.Boolean(), expiresAt: Type.String({ format: 'date-time' }) }),
	personal: 'changes',
	run: async ({ db, caller, now, about }, { requestId, isApproved }) => {
		const request = await db.find(selectListRequest(requestId));
		if (!request) throw new Problem('not-found', { field: 'requestId' });
		const row = await getOpenCaseRow(db, request.case_id);
		await requireGrounds(db, row);
		about(row.person_id);
		const by = actorId(caller.actor) ?? '0';
		if (by === request.requested_by) throw new Problem('own-request');
		if (request.expires_at <= now) throw new Problem('already-ended');
		const { valid_hours } = await db.one(selectListRule(now));
		const expiresAt = new Date(now.getTime() + valid_hours * 3_600_000);
		const decided = await db.run(decideListRequest(requestId, { isApproved, by, at: now, expiresAt }));
		if (!decided) throw new Problem('already-ended');
		return { isApproved, expiresAt: expiresAt.toISOString() };
	},
});
