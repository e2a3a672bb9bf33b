import Type from 'typebox';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { anyone } from '#platform/who';
import { PublicCordon, toPublicCordons } from './cordon.ts';
import { selectHolding } from './queries.ts';

const pageLength = 100;

export const listPublic = operation({
	name: 'zones.list-public',
	summary: {
		vi: 'Những nơi đang khoanh vùng, ai cũng xem được',
		en: 'Which areas are cordoned now, for anyone',
	},
	who: anyone,
	input: Type.Object({ cursor: PageCursor }, { additionalProperties: false }),
	output: Type.Object({ cordons: Type.Array(PublicCordon), nextCursor: Type.Optional(Type.String()) }),
	personal: 'none',
	run: async ({ db, now }, { cursor }) => {
		const rows = await db.rows(selectHolding(now, readPageCursor(cursor), pageLength));
		const last = rows.at(-1);
		return {
			cordons: await toPublicCordons(db, rows),
			...(last && rows.length === pageLength ? { nextCursor: toPageCursor(last.holds_from, last.cordon_id) } : {}),
		};
	},
});
