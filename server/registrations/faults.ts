import { cellFaults, withRow } from '#platform/table/cell-faults';
import type { Text } from '#shared/language';
import { type ColumnName, columns } from './sheet/columns.ts';

/** What is wrong with a cell, or how it was understood. Never holds what stands in the file. */
export interface Fault {
	column: ColumnName | 'row';
	fault: FaultName;
	/** The row it is the same as. */
	row?: number;
	/** What may be meant, or what it was read as. */
	areas?: Text[];
}

export type FaultName = keyof typeof words;

const words = {
	...cellFaults,
	'more-cells': {
		vi: 'có ô ở bên phải cột cuối: địa chỉ có dấu phẩy cần để trong ngoặc kép',
		en: 'has cells beyond the last column: an address with commas must stand in quotation marks',
	},
	'type-unknown': {
		vi: 'không có trong danh sách loại địa điểm: xem tệp mẫu',
		en: 'is not in the list of kinds of places: see the template',
	},
	'province-unknown': { vi: 'không có tỉnh, thành phố này', en: 'is no province or city' },
	'commune-unknown': {
		vi: 'không có phường, xã này trong tỉnh, thành phố đã ghi',
		en: 'is no ward or commune of that province',
	},
	'commune-ambiguous': { vi: 'có thể là nhiều nơi, hãy ghi rõ', en: 'may be several, write which' },
	'commune-split': { vi: 'là đơn vị cũ nay thuộc nhiều nơi, hãy chọn một', en: 'was divided, choose one' },
	'outside-reach': {
		vi: 'nằm ngoài địa bàn bạn được đăng ký',
		en: 'lies outside the area you may register in',
	},
	'address-missing': {
		vi: 'bỏ trống (chỉ xe, tàu, máy bay mới được bỏ trống)',
		en: 'is empty (only vehicles need none)',
	},
	'gates-too-many': { vi: 'có hơn 100 cổng', en: 'names more than 100 gates' },
	'gate-twice': { vi: 'ghi một cổng hai lần', en: 'names a gate twice' },
	'phones-too-many': { vi: 'có hơn 10 số', en: 'holds more than 10 numbers' },
	'capacity-invalid': { vi: 'không phải số từ 1 đến 1.000.000', en: 'is no number from 1 to 1,000,000' },
	'reference-twice': { vi: 'trùng với dòng {row}', en: 'is the same as in row {row}' },
	'place-twice': {
		vi: 'cùng tên, cùng địa chỉ với dòng {row}',
		en: 'has the name and address of row {row}',
	},
	'no-longer-valid': {
		vi: 'không còn hợp lệ khi đăng ký: hãy kiểm tra lại tệp',
		en: 'was no longer valid when it was registered: check the file again',
	},
	'old-name': { vi: 'là tên cũ, được hiểu là', en: 'is an old name, read as' },
	known: {
		vi: 'mã này đã được đăng ký trước đây, không đăng ký lại',
		en: 'was registered before and is left as it is',
	},
} satisfies Record<string, Text>;

/** What only tells how a cell was understood. */
export const isNote = ({ fault }: Fault): boolean => fault === 'old-name' || fault === 'known';

/** The column's title, or "the row". */
export const titleOf = (column: Fault['column']): Text =>
	column === 'row' ? { vi: 'Cả dòng', en: 'The row' } : { vi: columns[column].vi, en: columns[column].en };

export function sayFault({ fault, row, areas = [] }: Fault): Text {
	const text = withRow(words[fault], row);
	const say = (language: 'vi' | 'en') => {
		const listed = areas.map((area) => area[language]).join('; ');
		return listed ? `${text[language]}: ${listed}` : text[language];
	};
	return { vi: say('vi'), en: say('en') };
}
