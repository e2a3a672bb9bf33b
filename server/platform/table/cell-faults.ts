import type { Text } from '#shared/language';

/** What can be wrong with a cell whatever the file is about: the words every reader of a table says it in. */
export const cellFaults = {
	missing: { vi: 'bỏ trống', en: 'is empty' },
	'too-long': { vi: 'dài hơn 200 chữ', en: 'has more than 200 letters' },
	unreadable: { vi: 'có ký tự không đọc được', en: 'holds characters that cannot be read' },
	formula: { vi: 'là công thức: hãy dán giá trị thay cho công thức', en: 'is a formula: paste its value instead' },
	date: {
		vi: 'đã bị bảng tính đổi thành ngày: hãy định dạng ô là Văn bản (Text) rồi gõ lại',
		en: 'was turned into a date by the spreadsheet: format the cell as Text and type it again',
	},
	'phone-invalid': { vi: 'không phải số điện thoại', en: 'is no phone number' },
} satisfies Record<string, Text>;

/** The words of a fault with the row it speaks of. */
export const withRow = (words: Text, row: number | undefined): Text => ({
	vi: words.vi.replace('{row}', String(row)),
	en: words.en.replace('{row}', String(row)),
});
