import type { Text } from '#shared/language';

/** What speaks for or against two records being of one person. */
export const pairReasons: Record<string, Text> = {
	'name-same': { vi: 'cùng họ tên', en: 'the same name' },
	'name-folded': { vi: 'cùng họ tên khi bỏ dấu', en: 'the same name without diacritics' },
	'name-order': { vi: 'cùng họ tên, đảo thứ tự', en: 'the same name in another order' },
	'name-typo': { vi: 'họ tên lệch một chữ', en: 'a name but for one letter' },
	'name-shorter': { vi: 'họ tên thiếu một phần', en: 'a part of the name' },
	'birth-same': { vi: 'cùng năm sinh', en: 'the same birth' },
	'birth-swapped': { vi: 'ngày và tháng sinh đảo nhau', en: 'day and month of birth turned round' },
	'birth-digit': { vi: 'năm sinh lệch một chữ số', en: 'a birth but for one digit' },
	'birth-other': { vi: 'khác năm sinh', en: 'another birth' },
	'gender-other': { vi: 'khác giới tính', en: 'another gender' },
	'document-same': { vi: 'cùng số giấy tờ', en: 'the same document number' },
	'document-digit': { vi: 'số giấy tờ lệch một chữ số', en: 'a document number but for one digit' },
	'document-other': { vi: 'khác số giấy tờ', en: 'another document number' },
	'insurance-same': { vi: 'cùng số bảo hiểm y tế', en: 'the same insurance number' },
	'phone-same': { vi: 'cùng số điện thoại', en: 'the same phone' },
	'area-same': { vi: 'cùng xã, phường', en: 'the same commune' },
};

/** What to say of an officer's entries that cannot be. */
export const pairFaults: Record<string, Text> = {
	purpose: {
		vi: 'Hãy ghi mục đích, từ 5 đến 500 chữ; người liên quan sẽ đọc được',
		en: 'Say why, in 5 to 500 letters; the people concerned will read it',
	},
	reason: {
		vi: 'Hãy ghi lý do, từ 5 đến 500 chữ; người liên quan sẽ đọc được',
		en: 'Say why, in 5 to 500 letters; the people concerned will read it',
	},
	'why-two': {
		vi: 'Hãy ghi vì sao là hai người, từ 5 đến 500 chữ',
		en: 'Say why they are two people, in 5 to 500 letters',
	},
	stays: { vi: 'Hãy chọn hồ sơ ở lại', en: 'Choose which record stays' },
};
