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

/** What a door said beside its verdict. Of health only that it was: a place's log is no record of illness. */
export const reasonWords: Readonly<Record<string, Text>> = {
	'not-declared': { vi: 'chưa khai báo', en: 'no declaration yet' },
	'declaration-expired': { vi: 'tờ khai hết hạn', en: 'declaration expired' },
	'place-full': { vi: 'nơi này đã đủ người', en: 'the place was full' },
	'seat-taken': { vi: 'ghế đã có người', en: 'the seat was taken' },
	'cannot-look-up': { vi: 'mất mạng, chưa tra được tờ khai', en: 'offline, declaration not looked up' },
	'not-sure': { vi: 'chưa chắc: máy dùng dữ liệu cũ', en: 'not sure: the gate’s data was old' },
	health: { vi: 'vì sức khoẻ', en: 'for health reasons' },
};
