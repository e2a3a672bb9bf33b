import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { writeCsv } from '#shared/text/csv';
import { CsvFile, csvFile } from './csv-file.ts';
import { sayFault, titleOf } from './faults.ts';
import { selectToldRows } from './queries.ts';
import { whoMade } from './registration.ts';
import { rowsMax } from './sheet/read-sheet.ts';

export const exportFaults = operation({
	name: 'registrations.export-faults',
	summary: {
		vi: 'Bảng những chỗ cần sửa theo dòng và cột, dạng CSV',
		en: 'What is to be mended by row and column, as CSV',
	},
	who: whoMade,
	input: Type.Object({ registration: Id }, { additionalProperties: false }),
	output: CsvFile,
	personal: 'none',
	run: async ({ db, caller }, { registration }) => {
		const isVietnamese = caller.language === 'vi';
		const rows = await db.rows(selectToldRows(registration, 0, rowsMax));
		const lines = rows.flatMap(({ number, faults }) =>
			faults.map((fault) => [number, titleOf(fault.column)[caller.language], sayFault(fault)[caller.language]]),
		);
		const header = isVietnamese ? ['Dòng', 'Cột', 'Cần sửa'] : ['Row', 'Column', 'To be mended'];
		const name = isVietnamese ? 'cho-can-sua' : 'to-be-mended';
		return csvFile(`${name}-${registration.slice(-6)}`, writeCsv([header, ...lines]), lines.length);
	},
});
