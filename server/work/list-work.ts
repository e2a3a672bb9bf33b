import Type from 'typebox';
import { officeRoles, officerRanges } from '#identity';
import { actorId, rolesOf } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { staff } from '#platform/who';
import { deciders } from '#zones';
import { hasClock, type WorkName, workNames } from './kinds.ts';
import { selectWork } from './queries.ts';

const Moment = Type.String({ format: 'date-time' });

/** Counting stops there: whoever has a hundred things to do needs no exact number. */
const countMax = 100;

export const listWork = operation({
	name: 'work.list-work',
	summary: {
		vi: 'Việc đang chờ người hỏi, theo thứ tự nên làm: bao nhiêu, từ bao giờ hoặc đến hạn khi nào',
		en: 'What waits for whoever asks, in the order in which it is to be done: how much, and since or until when',
	},
	who: staff,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		work: Type.Array(
			Type.Object({
				name: Type.Unsafe<WorkName>(Type.Union(workNames.map((name) => Type.Literal(name)))),
				count: Type.Integer(),
				hasMore: Type.Boolean({ description: 'There are more than counted' }),
				since: Type.Optional({ ...Moment, description: 'The oldest of them waits since' }),
				dueAt: Type.Optional({ ...Moment, description: 'The first of them is due' }),
				caseId: Type.Optional({ ...Id, description: 'The case to begin with' }),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db, caller: { actor } }) => {
		const rows = await db.rows(
			selectWork({
				...{ officer: officerRanges(actor), office: officerRanges(actor, ['health-officer', ...officeRoles]) },
				cordons: officerRanges(actor, deciders),
				...{ by: actorId(actor) ?? '0', isAdministrator: rolesOf(actor).some(({ name }) => name === 'administrator') },
				limit: countMax,
			}),
		);
		const found = new Map(rows.map((row) => [row.name, row]));
		return {
			work: workNames.flatMap((name) => {
				const row = found.get(name);
				if (!row) return [];
				const at = row.first_at ? { [hasClock(name) ? 'dueAt' : 'since']: row.first_at.toISOString() } : {};
				const hasMore = row.count === countMax && !isExact.has(name);
				return [{ name, count: row.count, hasMore, ...at, ...(row.case_id ? { caseId: row.case_id } : {}) }];
			}),
		};
	},
});

/** From the tally, which is exact. */
const isExact = new Set<string>(['not-reported', 'needs-review']);
