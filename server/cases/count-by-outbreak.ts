import Type from 'typebox';
import { officer } from '#identity';
import { operation } from '#platform/operation';
import { Classification, Id } from './answer.ts';
import { countByOutbreak as countRows } from './queries-outbreaks.ts';

export const countByOutbreak = operation({
	name: 'cases.count-by-outbreak',
	summary: {
		vi: 'Số ca của mỗi ổ dịch theo phân loại, số đang mở, số tử vong; không phụ thuộc địa bàn',
		en: 'How many cases each outbreak has by classification, how many are open, how many died',
	},
	who: officer,
	input: Type.Object({ outbreaks: Type.Array(Id, { maxItems: 100 }) }, { additionalProperties: false }),
	output: Type.Object({
		counts: Type.Array(
			Type.Object({
				outbreak: Id,
				classification: Classification,
				cases: Type.Integer(),
				open: Type.Integer(),
				died: Type.Integer(),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db }, { outbreaks }) => {
		const rows = outbreaks.length ? await db.rows(countRows(outbreaks)) : [];
		return {
			counts: rows.map(({ outbreak_id, classification, ...counts }) => ({
				outbreak: outbreak_id,
				classification: classification as 'suspected',
				...counts,
			})),
		};
	},
});
