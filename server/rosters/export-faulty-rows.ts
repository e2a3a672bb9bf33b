import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { mendColumn } from '#platform/table/headings';
import { safeFileName, writeCsv } from '#shared/text/csv';
import { sayFault, titleOf } from './faults.ts';
import { selectFaultyRows } from './queries.ts';
import { officerOfRoster } from './roster.ts';
import { columnNames, columns } from './sheet/columns.ts';
import { rowsMax } from './sheet/read-sheet.ts';

export const exportFaultyRows = operation({
	name: 'rosters.export-faulty-rows',
	summary: {
		vi: 'Riêng những dòng cần sửa, với lý do ở cột cuối, để sửa rồi gửi lại',
		en: 'The rows to be mended alone, with the reason in the last column, to mend and send again',
	},
	who: officerOfRoster,
	input: Type.Object({ roster: Id }, { additionalProperties: false }),
	output: Type.Object({
		mediaType: Type.String(),
		fileName: Type.String(),
		csv: Type.String({ description: 'Begins with a byte order mark, so that spreadsheets keep the diacritics' }),
	}),
	personal: 'reads',
	run: async ({ db, caller: { language }, platform }, { roster }) => {
		const rows = await db.rows(selectFaultyRows(roster, 0, rowsMax));
		const lines = rows.map(({ cells_sealed, faults }) => {
			const { cells } = JSON.parse(platform.keys.decrypt(cells_sealed));
			const reasons = faults.map((fault) => `${titleOf(fault.column)[language]}: ${sayFault(fault)[language]}`);
			return [...columnNames.map((name) => cells[name] ?? ''), reasons.join('. ')];
		});
		const header = [...columnNames.map((name) => columns[name][language]), mendColumn[language]];
		const name = language === 'vi' ? 'dong-can-sua' : 'rows-to-mend';
		return {
			...{ mediaType: 'text/csv; charset=utf-8', fileName: safeFileName(`${name}-${roster.slice(-6)}`, 'csv') },
			csv: writeCsv([header, ...lines]),
		};
	},
});
