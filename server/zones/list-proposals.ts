import Type from 'typebox';
import { getAreas } from '#areas';
import { officerRanges } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { Moment } from './cordon.ts';
import { Shape, shapeOf } from './extent.ts';
import { selectProposals } from './queries-proposals.ts';
import { decider, deciders } from './reach.ts';

const Proposal = Type.Object({
	proposalId: Id,
	areaId: Type.Integer(),
	areaName: Type.Object({ vi: Type.String(), en: Type.String() }),
	part: Type.Optional(Type.String()),
	shape: Shape,
	disease: Type.String(),
	reason: Type.String(),
	authority: Type.String(),
	proposedAt: Moment,
	outcome: Type.Optional(Type.Union([Type.Literal('declared'), Type.Literal('refused')])),
	decidedAt: Type.Optional(Moment),
	decidedBy: Type.Optional(Type.String()),
	refusal: Type.Optional(Type.String()),
	cordonId: Type.Optional(Id),
});

export const listProposals = operation({
	name: 'zones.list-proposals',
	summary: {
		vi: 'Các đề nghị khoanh vùng trong địa bàn phụ trách, mới nhất trước',
		en: 'The proposed cordons within reach, the newest first',
	},
	who: decider,
	input: Type.Object(
		{
			state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('all')])),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: PageCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ proposals: Type.Array(Proposal), nextCursor: Type.Optional(Type.String()) }),
	personal: 'none',
	run: async ({ db, caller }, { state = 'open', limit = 50, cursor }) => {
		const page = { ranges: officerRanges(caller.actor, deciders), isOpen: state === 'open', limit };
		const rows = await db.rows(selectProposals({ ...page, before: readPageCursor(cursor) }));
		const areas = await getAreas(
			db,
			rows.map((row) => row.area_id),
		);
		const last = rows.at(-1);
		return {
			proposals: rows.map((row) => ({
				...{ proposalId: row.proposal_id, areaId: row.area_id, shape: shapeOf(row), disease: row.disease },
				areaName: areas.get(row.area_id)?.fullName ?? { vi: '', en: '' },
				...(row.part ? { part: row.part } : {}),
				...{ reason: row.reason, authority: row.authority, proposedAt: row.proposed_at.toISOString() },
				...(row.outcome ? { outcome: row.outcome } : {}),
				...(row.decided_at ? { decidedAt: row.decided_at.toISOString() } : {}),
				...(row.decided_by ? { decidedBy: row.decided_by } : {}),
				...(row.refusal ? { refusal: row.refusal } : {}),
				...(row.cordon_id ? { cordonId: row.cordon_id } : {}),
			})),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.proposed_at, last.proposal_id) } : {}),
		};
	},
});
