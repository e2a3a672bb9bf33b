import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { columnLetters, type Fault, sayFault } from './file/faults.ts';
import type { FileColumn } from './file/mapping.ts';
import { getImportRow, officerOfImport } from './import.ts';
import { selectFaults } from './queries-rows.ts';

const Words = Type.Object({ vi: Type.String(), en: Type.String() });
const rowsMax = 100;

export const listFaults = operation({
	name: 'imports.list-faults',
	summary: {
		vi: 'Những ô cần sửa trong tệp, theo dòng và cột',
		en: 'The cells of a file that are to be mended, by row and column',
	},
	who: officerOfImport,
	input: Type.Object(
		{ importId: Id, after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })) },
		{ additionalProperties: false },
	),
	output: Type.Object({
		rows: Type.Array(
			Type.Object({
				row: Type.Integer({ description: 'As the spreadsheet counts' }),
				faults: Type.Array(
					Type.Object({
						cell: Type.String({ description: 'C12; empty where the whole row is meant' }),
						heading: Words,
						text: Words,
					}),
				),
			}),
		),
		next: Type.Optional(Type.Integer({ description: 'Give it as `after` for the next rows' })),
	}),
	personal: 'none',
	run: async ({ db, platform: { keys } }, { importId, after = 0 }) => {
		const row = await getImportRow(db, importId);
		const columns: FileColumn[] = JSON.parse(keys.decrypt(row.columns_sealed));
		const found = await db.rows(selectFaults(importId, after, rowsMax + 1));
		const rows = found.slice(0, rowsMax).map(({ number, faults }) => ({
			row: number,
			faults: faults.map((fault) => ({
				cell: fault.at === undefined ? '' : `${columnLetters(fault.at)}${number}`,
				heading: headingOf(columns, fault),
				text: sayFault(fault),
			})),
		}));
		return { rows, ...(found.length > rowsMax ? { next: rows.at(-1)!.row } : {}) };
	},
});

/** As the file has it: people look for it there. */
export function headingOf(columns: readonly FileColumn[], { at }: Fault): { vi: string; en: string } {
	if (at === undefined) return { vi: 'Cả dòng', en: 'The row' };
	const heading = columns[at]?.heading || columnLetters(at);
	return { vi: heading, en: heading };
}
