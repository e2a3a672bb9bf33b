import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { mendColumn } from '#platform/table/headings';
import type { Cell } from '#platform/table/read-cells';
import { safeFileName, writeCsv } from '#shared/text/csv';
import { readBlock } from './blocks.ts';
import { columnLetters, sayFault } from './file/faults.ts';
import type { FileColumn } from './file/mapping.ts';
import { getImportRow, officerOfImport } from './import.ts';
import { headingOf } from './list-faults.ts';
import { selectFaults } from './queries-rows.ts';

const rowsMax = 10_000;

export const exportFaultyRows = operation({
	name: 'imports.export-faulty-rows',
	summary: {
		vi: 'Riêng những dòng cần sửa, với lý do ở cột cuối, để sửa rồi gửi lại; nhiều nhất 10.000 dòng',
		en: 'The rows to be mended alone, with the reason in the last column, to mend and send again; 10,000 at most',
	},
	who: officerOfImport,
	input: Type.Object({ importId: Id }, { additionalProperties: false }),
	output: Type.Object({
		mediaType: Type.String(),
		fileName: Type.String(),
		csv: Type.String({ description: 'Begins with a byte order mark, so that spreadsheets keep the diacritics' }),
	}),
	personal: 'reads',
	purpose: () => 'Sửa danh sách trước khi nhập · Mending a list before it is imported',
	run: async ({ db, caller: { language }, platform: { keys } }, { importId }) => {
		const row = await getImportRow(db, importId);
		if (row.rows_dropped_at) throw new Problem('registration-over');
		const columns: FileColumn[] = JSON.parse(keys.decrypt(row.columns_sealed));
		const faulty = await db.rows(selectFaults(importId, 0, rowsMax));
		const lines: string[][] = [];
		for (const [block, rows] of Map.groupBy(faulty, (one) => one.block)) {
			const cellsOf = new Map((await readBlock(db, keys, importId, block)).map(({ number, cells }) => [number, cells]));
			for (const { number, faults } of rows) {
				const reasons = faults.map((fault) => {
					const letters = fault.at === undefined ? '' : `${columnLetters(fault.at)}: `;
					return `${letters}${headingOf(columns, fault)[language]} ${sayFault(fault)[language]}`;
				});
				lines.push([...columns.map((_column, at) => textOf(cellsOf.get(number)?.[at])), reasons.join('. ')]);
			}
		}
		const header = [...columns.map(({ heading }) => heading), mendColumn[language]];
		const name = language === 'vi' ? 'dong-can-sua' : 'rows-to-mend';
		return {
			...{ mediaType: 'text/csv; charset=utf-8', fileName: safeFileName(`${name}-${importId.slice(-6)}`, 'csv') },
			csv: writeCsv([header, ...lines]),
		};
	},
});

/** A formula is not given back: what it said was never read. */
const textOf = (cell: Cell | undefined): string =>
	typeof cell === 'string' ? cell : cell?.odd === 'date' ? cell.day : '';
