import type { Text } from './language.ts';

/** How the end of a visit is known. */
export const leftKnownWords: Readonly<Record<string, Text>> = {
	recorded: { vi: 'ghi nhận', en: 'recorded' },
	'usual-stay': { vi: 'suy ra: thời gian lưu lại thông thường', en: 'inferred: usual stay' },
	'entered-elsewhere': { vi: 'suy ra: đã vào nơi khác', en: 'inferred: entered elsewhere' },
	'closed-by-place': { vi: 'suy ra: địa điểm đóng lượt', en: 'inferred: closed by the place' },
};

/** What somebody was told at the door. */
export const verdictWords: Readonly<Record<string, Text>> = {
	green: { vi: 'xanh', en: 'green' },
	amber: { vi: 'vàng', en: 'amber' },
	red: { vi: 'đỏ', en: 'red' },
	'not-declared': { vi: 'chưa khai', en: 'not declared' },
	imported: { vi: 'nhập từ hệ thống khác', en: 'imported' },
};
