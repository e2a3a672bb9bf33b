import Type from 'typebox';
import { officer } from '#identity';
import { operation } from '#platform/operation';
import { Classification } from './answer.ts';
import { filterFields, readFilter } from './line-filter.ts';
import { countLines } from './queries-line-list.ts';

const countMax = 10_000;

export const countCases = operation({
	name: 'cases.count-cases',
	summary: {
		vi: 'Số ca bệnh theo bộ lọc, theo từng phân loại; đếm đến 10.000',
		en: 'How many cases fit some filters, by classification; counted up to 10,000',
	},
	who: officer,
	input: Type.Object(filterFields, { additionalProperties: false }),
	output: Type.Object({
		total: Type.Integer(),
		hasMore: Type.Boolean({ description: 'There are more than were counted' }),
		byClassification: Type.Array(Type.Object({ classification: Classification, cases: Type.Integer() })),
	}),
	personal: 'none',
	run: async ({ db, caller, now }, asked) => {
		const filter = await readFilter(asked, { db, actor: caller.actor, now });
		const counted = await db.rows(countLines(filter, countMax + 1));
		const total = counted.reduce((sum, { cases }) => sum + cases, 0);
		return {
			total: Math.min(total, countMax),
			hasMore: total > countMax,
			byClassification: counted as { classification: 'suspected'; cases: number }[],
		};
	},
});
