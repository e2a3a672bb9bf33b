import Type from 'typebox';
import { getOpenCaseRow, officerOfCase } from '#cases';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { stateOf } from './list-approval.ts';
import { selectListRequests, selectListRule } from './queries-lists.ts';

const Moment = Type.String({ format: 'date-time' });

const RequestState = Type.Union([
	Type.Literal('waiting'),
	Type.Literal('approved'),
	Type.Literal('refused'),
	Type.Literal('over'),
]);

const requestsMax = 50;

export const listRequests = operation({
	name: 'contacts.list-requests',
	summary: {
		vi: 'Các yêu cầu tải danh sách của ca bệnh, mới nhất trước',
		en: 'The requests to download the list of a case, the newest first',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({
		peopleMax: Type.Integer({ description: 'A list of more people needs a second officer' }),
		requests: Type.Array(
			Type.Object({
				requestId: Id,
				names: Type.Union([Type.Literal('masked'), Type.Literal('revealed')]),
				people: Type.Integer(),
				purpose: Type.String(),
				isOwn: Type.Boolean({ description: 'Whoever asks made it, so cannot approve it' }),
				state: RequestState,
				requestedAt: Moment,
				expiresAt: Moment,
			}),
		),
	}),
	personal: 'none',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, now }, { caseId }) => {
		await getOpenCaseRow(db, caseId);
		const rows = await db.rows(selectListRequests(caseId, requestsMax));
		return {
			peopleMax: (await db.one(selectListRule(now))).people_max,
			requests: rows.map((row) => ({
				requestId: row.request_id,
				names: row.names as 'masked' | 'revealed',
				...{ people: row.people, purpose: row.purpose, isOwn: row.requested_by === actorId(caller.actor) },
				state: stateOf(row, now),
				requestedAt: row.requested_at.toISOString(),
				expiresAt: row.expires_at.toISOString(),
			})),
		};
	},
});
