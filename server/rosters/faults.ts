import { cellFaults, withRow } from '#platform/table/cell-faults';
import type { Text } from '#shared/language';
import { type ColumnName, columns } from './sheet/columns.ts';

/** What is wrong with a cell. Never holds what stands in the file. */
export interface Fault {
	column: ColumnName | 'row';
	fault: FaultName;
	/** The row it is the same as. */
	row?: number;
}

export type FaultName = keyof typeof words;

const words = {
	...cellFaults,
	'name-invalid': { vi: 'không phải họ tên', en: 'is no name' },
	'birth-invalid': {
		vi: 'không phải năm sinh hay ngày sinh (ví dụ 1987 hoặc 03/05/1987)',
		en: 'is no year or day of birth (for example 1987 or 03/05/1987)',
	},
	'gender-invalid': { vi: 'ghi Nam, Nữ hoặc Khác', en: 'is not male, female or other' },
	'document-invalid': { vi: 'không phải số giấy tờ', en: 'is no document number' },
	'document-twice': { vi: 'trùng với dòng {row}', en: 'is the same as in row {row}' },
	'person-twice': {
		vi: 'cùng họ tên, năm sinh và nhà với dòng {row}',
		en: 'has the name, year of birth and house of row {row}',
	},
	'no-longer-valid': {
		vi: 'không ghi được nữa: hãy kiểm tra lại tệp',
		en: 'could no longer be added: check the file again',
	},
} satisfies Record<string, Text>;

/** The column's title, or "the row". */
export const titleOf = (column: Fault['column']): Text =>
	column === 'row' ? { vi: 'Cả dòng', en: 'The row' } : { vi: columns[column].vi, en: columns[column].en };

export const sayFault = ({ fault, row }: Fault): Text => withRow(words[fault], row);
