import Type from 'typebox';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { anyone } from '#platform/who';
import { selectNewest } from './queries.ts';
import { Decision, toDecisions } from './shapes.ts';

const pageLength = 50;

export const listNewest = operation({
	name: 'risk.list-newest',
	summary: {
		vi: 'Những quyết định mới nhất về mức nguy cơ, ai cũng xem được',
		en: 'The newest decisions on levels of risk, for anyone',
	},
	who: anyone,
	input: Type.Object({ cursor: PageCursor }, { additionalProperties: false }),
	output: Type.Object({ decisions: Type.Array(Decision), nextCursor: Type.Optional(Type.String()) }),
	personal: 'none',
	run: async ({ db }, { cursor }) => {
		const rows = await db.rows(selectNewest(readPageCursor(cursor), pageLength));
		const last = rows.at(-1);
		return {
			decisions: await toDecisions(db, rows),
			...(last && rows.length === pageLength ? { nextCursor: toPageCursor(last.holds_from, last.decision_id) } : {}),
		};
	},
});
