import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { isNote, sayFault, titleOf } from './faults.ts';
import { selectToldRows } from './queries.ts';
import { whoMade } from './registration.ts';

const Words = Type.Object({ vi: Type.String(), en: Type.String() });
const rowsMax = 100;

export const listFaults = operation({
	name: 'registrations.list-faults',
	summary: {
		vi: 'Những chỗ cần sửa hay cần xem lại trong tệp, theo dòng và cột',
		en: 'What is to be mended or looked at in a file, by row and column',
	},
	who: whoMade,
	input: Type.Object(
		{ registration: Id, after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })) },
		{ additionalProperties: false },
	),
	output: Type.Object({
		rows: Type.Array(
			Type.Object({
				row: Type.Integer({ description: 'As the spreadsheet counts' }),
				faults: Type.Array(
					Type.Object({ column: Words, text: Words, isNote: Type.Boolean({ description: 'Nothing needs mending' }) }),
				),
			}),
		),
		next: Type.Optional(Type.Integer({ description: 'Give it as `after` for the next rows' })),
	}),
	personal: 'none',
	run: async ({ db }, { registration, after = 0 }) => {
		const found = await db.rows(selectToldRows(registration, after, rowsMax + 1));
		const rows = found.slice(0, rowsMax).map(({ number, faults }) => ({
			row: number,
			faults: faults.map((fault) => ({ column: titleOf(fault.column), text: sayFault(fault), isNote: isNote(fault) })),
		}));
		return { rows, ...(found.length > rowsMax ? { next: rows.at(-1)!.row } : {}) };
	},
});
