import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, Purpose, requireGrounds } from '#cases';
import { searchContacts } from '#exposures';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { insertListRequest, selectListRule } from './queries-lists.ts';

export const requestList = operation({
	name: 'contacts.request-list',
	summary: {
		vi: 'Xin tải danh sách nhiều người; một cán bộ khác duyệt rồi mới tải được',
		en: 'Asks to download a long list, which another officer has to approve first',
	},
	who: officerOfCase,
	input: Type.Object(
		{ caseId: Id, names: Type.Union([Type.Literal('masked'), Type.Literal('revealed')]), purpose: Purpose },
		{ additionalProperties: false },
	),
	output: Type.Object({
		requestId: Id,
		people: Type.Integer({ description: 'How many are on the list now' }),
		isNeeded: Type.Boolean({ description: 'Whether the list is long enough to need it' }),
		expiresAt: Type.String({ format: 'date-time' }),
	}),
	personal: 'changes',
	purpose: ({ purpose }) => purpose,
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, now, about }, { caseId, names, purpose }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		// Nobody on it is looked at yet: it is counted.
		const { total } = await searchContacts(db, row, now, { limit: 1 });
		about(row.person_id);
		const rule = await db.one(selectListRule(now));
		const expiresAt = new Date(now.getTime() + rule.valid_hours * 3_600_000);
		const made = { request_id: newId(), case_id: caseId, names, people: total, purpose };
		const asked = { requested_by: actorId(caller.actor) ?? '0', requested_at: now, expires_at: expiresAt };
		await db.run(insertListRequest({ ...made, ...asked }));
		return {
			...{ requestId: made.request_id, people: total, isNeeded: total > rule.people_max },
			expiresAt: expiresAt.toISOString(),
		};
	},
});
