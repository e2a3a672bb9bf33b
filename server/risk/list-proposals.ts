import Type from 'typebox';
import { getAreas } from '#areas';
import { DiseaseName } from '#diseases';
import { officer, officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { Facts } from './assess/facts.ts';
import { Level, RuleSetName } from './assess/rule-set.ts';
import { selectProposals } from './queries.ts';
import { Moment, Words } from './shapes.ts';

const Proposal = Type.Object({
	areaId: Type.Integer(),
	areaName: Words,
	level: Level,
	current: Type.Optional(Type.Integer({ description: 'The level that holds; absent where none was decided' })),
	ruleVersion: Type.Integer(),
	reasons: Type.Array(Words),
	facts: Facts,
	proposedAt: Moment,
});

export const listProposals = operation({
	name: 'risk.list-proposals',
	summary: {
		vi: 'Mức nguy cơ do bộ quy tắc đề xuất trong địa bàn phụ trách, cao nhất trước',
		en: 'The levels a rule set proposes within reach, the gravest first',
	},
	who: officer,
	input: Type.Object(
		{
			disease: DiseaseName,
			ruleSet: RuleSetName,
			areaId: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Only of this area' })),
			which: Type.Optional(
				Type.Union([Type.Literal('changes'), Type.Literal('all')], {
					description: 'changes: only where it differs from what holds',
				}),
			),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
			cursor: Type.Optional(Type.String({ pattern: '^[1-4]-[0-9]{1,9}$', description: 'Where the page before ended' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ proposals: Type.Array(Proposal), nextCursor: Type.Optional(Type.String()) }),
	personal: 'none',
	run: async ({ db, caller, now }, { disease, ruleSet, areaId, which = 'changes', limit = 50, cursor = '4-0' }) => {
		const [level, after] = cursor.split('-').map(Number) as [number, number];
		const asked = { disease, ruleSet, isChange: which === 'changes', areaId: areaId ?? null };
		const page = { ranges: officerRanges(caller.actor), now, limit, after: { level, areaId: after } };
		const rows = await db.rows(selectProposals({ ...asked, ...page }));
		const areas = await getAreas(
			db,
			rows.map((row) => row.area_id),
		);
		const last = rows.at(-1);
		return {
			proposals: rows.map((row) => ({
				...{ areaId: row.area_id, areaName: areas.get(row.area_id)?.fullName ?? { vi: '', en: '' }, level: row.level },
				...(row.current === null ? {} : { current: row.current }),
				...{ ruleVersion: row.rule_version, reasons: row.reasons, facts: row.facts },
				proposedAt: row.proposed_at.toISOString(),
			})),
			...(last && rows.length === limit ? { nextCursor: `${last.level}-${last.area_id}` } : {}),
		};
	},
});
