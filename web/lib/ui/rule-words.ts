import type { Text } from '#shared/language';

/** The numbers of a contact rule, as a form asks for them. */
export const ruleNumbers = [
	{ field: 'daysBefore', label: { vi: 'Số ngày trước khởi phát', en: 'Days before the onset' }, max: 60 },
	{ field: 'daysAfter', label: { vi: 'Số ngày sau khởi phát', en: 'Days after the onset' }, max: 60 },
	{ field: 'minutesMin', label: { vi: 'Số phút cùng nơi, ít nhất', en: 'Minutes at the same place' }, max: 1440 },
	{ field: 'withinHours', label: { vi: 'Cộng dồn trong số giờ', en: 'Added up within hours' }, max: 744 },
	{
		field: 'metersMax',
		label: { vi: 'Khoảng cách theo văn bản (mét)', en: 'Distance in the source (metres)' },
		max: 100,
	},
	{ field: 'seatRows', label: { vi: 'Số hàng ghế trước và sau', en: 'Rows of seats before and behind' }, max: 50 },
	{ field: 'symptomFreeDays', label: { vi: 'Số ngày hết triệu chứng', en: 'Days without symptoms' }, max: 30 },
	{ field: 'followUpDays', label: { vi: 'Số ngày theo dõi tiếp xúc', en: 'Days a contact is followed' }, max: 60 },
] as const satisfies readonly { field: string; label: Text; max: number }[];

/** Which of them may be left empty. */
export const optionalNumbers: readonly string[] = ['withinHours', 'metersMax', 'seatRows'];

export const ruleFaults: Record<string, Text> = {
	rule: { vi: 'Mã quy tắc chỉ gồm chữ thường không dấu, số, gạch nối', en: 'Small letters, digits and hyphens only' },
	disease: { vi: 'Hãy chọn bệnh', en: 'Choose the disease' },
	'name.vi': { vi: 'Hãy ghi tên quy tắc', en: 'Name the rule in Vietnamese' },
	'name.en': { vi: 'Hãy ghi tên tiếng Anh', en: 'Name the rule in English' },
	validFrom: { vi: 'Hãy ghi ngày bắt đầu hiệu lực', en: 'Say from which day it is valid' },
	decision: { vi: 'Hãy ghi văn bản', en: 'Say which decision it comes from' },
	...Object.fromEntries(
		ruleNumbers.map(({ field, label, max }) => [
			field,
			{ vi: `${label.vi}: một số từ 0 đến ${max}`, en: `${label.en}: a number from 0 to ${max}` },
		]),
	),
};
