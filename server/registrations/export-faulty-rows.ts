import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { mendColumn } from '#platform/table/headings';
import { writeCsv } from '#shared/text/csv';
import { CsvFile, csvFile } from './csv-file.ts';
import { sayFault, titleOf } from './faults.ts';
import { selectToldRows } from './queries.ts';
import { whoMade } from './registration.ts';
import { columnNames, columns } from './sheet/columns.ts';
import { rowsMax } from './sheet/read-sheet.ts';

export const exportFaultyRows = operation({
	name: 'registrations.export-faulty-rows',
	summary: {
		vi: 'Riêng những dòng cần sửa, với lý do ở cột cuối, để sửa rồi gửi lại',
		en: 'The rows to be mended alone, with the reason in the last column, to mend and send again',
	},
	who: whoMade,
	input: Type.Object({ registration: Id }, { additionalProperties: false }),
	output: CsvFile,
	personal: 'reads',
	run: async ({ db, caller, platform }, { registration }) => {
		const { language } = caller;
		const rows = (await db.rows(selectToldRows(registration, 0, rowsMax))).filter(({ state }) => state === 'faulty');
		const lines = rows.map(({ cells_sealed, faults }) => {
			const { cells } = JSON.parse(platform.keys.decrypt(cells_sealed));
			const reasons = faults.map((fault) => `${titleOf(fault.column)[language]}: ${sayFault(fault)[language]}`);
			return [...columnNames.map((name) => cells[name] ?? ''), reasons.join('. ')];
		});
		const header = [...columnNames.map((name) => columns[name][language]), mendColumn[language]];
		const name = language === 'vi' ? 'dong-can-sua' : 'rows-to-mend';
		return csvFile(`${name}-${registration.slice(-6)}`, writeCsv([header, ...lines]), lines.length);
	},
});
