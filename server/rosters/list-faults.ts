import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { sayFault, titleOf } from './faults.ts';
import { selectFaultyRows } from './queries.ts';
import { officerOfRoster } from './roster.ts';

const Words = Type.Object({ vi: Type.String(), en: Type.String() });
const rowsMax = 100;

export const listFaults = operation({
	name: 'rosters.list-faults',
	summary: {
		vi: 'Những chỗ cần sửa trong tệp danh sách, theo dòng và cột',
		en: 'What is to be mended in a roster, by row and column',
	},
	who: officerOfRoster,
	input: Type.Object(
		{ roster: Id, after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })) },
		{ additionalProperties: false },
	),
	output: Type.Object({
		rows: Type.Array(
			Type.Object({
				row: Type.Integer({ description: 'As the spreadsheet counts' }),
				faults: Type.Array(Type.Object({ column: Words, text: Words })),
			}),
		),
		next: Type.Optional(Type.Integer({ description: 'Give it as `after` for the next rows' })),
	}),
	personal: 'none',
	run: async ({ db }, { roster, after = 0 }) => {
		const found = await db.rows(selectFaultyRows(roster, after, rowsMax + 1));
		const rows = found.slice(0, rowsMax).map(({ number, faults }) => ({
			row: number,
			faults: faults.map((fault) => ({ column: titleOf(fault.column), text: sayFault(fault) })),
		}));
		return { rows, ...(found.length > rowsMax ? { next: rows.at(-1)!.row } : {}) };
	},
});
