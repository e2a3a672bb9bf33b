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
	missing: { vi: 'bỏ trống', en: 'is empty' },
	'too-long': { vi: 'dài hơn 200 chữ', en: 'has more than 200 letters' },
	unreadable: { vi: 'có ký tự không đọc được', en: 'holds characters that cannot be read' },
	formula: { vi: 'là công thức: hãy dán giá trị thay cho công thức', en: 'is a formula: paste its value instead' },
	date: {
		vi: 'đã bị bảng tính đổi thành ngày: hãy định dạng ô là Văn bản (Text) rồi gõ lại',
		en: 'was turned into a date by the spreadsheet: format the cell as Text and type it again',
	},
	'name-invalid': { vi: 'không phải họ tên', en: 'is no name' },
	'birth-invalid': {
		vi: 'không phải năm sinh hay ngày sinh (ví dụ 1987 hoặc 03/05/1987)',
		en: 'is no year or day of birth (for example 1987 or 03/05/1987)',
	},
	'gender-invalid': { vi: 'ghi Nam, Nữ hoặc Khác', en: 'is not male, female or other' },
	'phone-invalid': { vi: 'không phải số điện thoại', en: 'is no phone number' },
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

export const sayFault = ({ fault, row }: Fault): Text => ({
	vi: words[fault].vi.replace('{row}', String(row)),
	en: words[fault].en.replace('{row}', String(row)),
});
