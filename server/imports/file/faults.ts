import { cellFaults, withRow } from '#platform/table/cell-faults';
import type { Text } from '#shared/language';

/** What is wrong with a cell, or with a row where no column is named. Never holds what stands in the file. */
export interface Fault {
	/** The column, counted from 0. */
	at?: number;
	fault: FaultName;
	/** The row it is the same as. */
	row?: number;
}

export type FaultName = keyof typeof words;

const words = {
	...cellFaults,
	'day-invalid': {
		vi: 'không phải một ngày có thật (ví dụ 31/12/2026 hoặc 2026-12-31)',
		en: 'is no day of the calendar (for example 31/12/2026 or 2026-12-31)',
	},
	'day-to-come': { vi: 'là ngày chưa tới', en: 'is a day to come' },
	'outcome-before-onset': { vi: 'trước ngày khởi phát', en: 'is before the onset' },
	'result-before-sample': { vi: 'trước ngày lấy mẫu', en: 'is before the sample' },
	'first-after-last': { vi: 'sau ngày tiếp xúc cuối', en: 'is after the last contact' },
	'word-unknown': {
		vi: 'là từ chưa rõ nghĩa: hãy chọn nghĩa của nó ở trang các cột',
		en: 'is a word of unknown meaning: choose what it means on the page of the columns',
	},
	'birth-invalid': {
		vi: 'không phải năm sinh hay ngày sinh (ví dụ 1987 hoặc 03/05/1987)',
		en: 'is no year or day of birth (for example 1987 or 03/05/1987)',
	},
	'age-invalid': { vi: 'không phải tuổi (từ 0 đến 130)', en: 'is no age (0 to 130)' },
	'document-invalid': { vi: 'không phải số giấy tờ', en: 'is no document number' },
	'more-cells': {
		vi: 'có nhiều ô hơn số cột: có thể một ô có dấu phẩy mà không nằm trong ngoặc kép',
		en: 'has more cells than there are columns: perhaps one holds a comma and no quotation marks',
	},
	twice: { vi: 'trùng với dòng {row}', en: 'is the same as in row {row}' },
	itself: { vi: 'là chính ca này', en: 'is this case itself' },
	'case-unknown': {
		vi: 'không có ca nào mang mã này trong tệp hay trong những lần nhập trước của nguồn này',
		en: 'is the id of no case in this file or in earlier imports of this source',
	},
	'person-unknown': {
		vi: 'không có ai mang mã này trong những lần nhập trước của nguồn này',
		en: 'is nobody’s id in earlier imports of this source',
	},
	'area-unknown': {
		vi: 'phường, xã và tỉnh này không tìm thấy, hoặc nay đã chia thành nhiều đơn vị',
		en: 'with its province is no area, or one that was split since',
	},
	'area-elsewhere': { vi: 'ngoài địa bàn bạn phụ trách', en: 'lies outside your areas' },
	'no-longer-valid': {
		vi: 'không ghi được nữa: hãy kiểm tra lại tệp',
		en: 'could no longer be added: check the file again',
	},
} satisfies Record<string, Text>;

export const sayFault = ({ fault, row }: Fault): Text => withRow(words[fault], row);

/** `AB` for the 28th column, as spreadsheets name them. */
export function columnLetters(at: number): string {
	const rest = Math.floor(at / 26);
	return (rest ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (at % 26));
}
