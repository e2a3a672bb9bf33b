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
	{
		field: 'symptomFreeDays',
		label: { vi: 'Số ngày hết triệu chứng mới thôi lây', en: 'Days without symptoms until it ends' },
		max: 30,
	},
	{
		field: 'followUpDays',
		label: { vi: 'Số ngày theo dõi người tiếp xúc', en: 'Days a contact is followed' },
		max: 60,
	},
] as const satisfies readonly { field: string; label: Text; max: number }[];

/** Which of them may be left empty. */
export const optionalNumbers = ['withinHours', 'metersMax', 'seatRows'] as const;

/** Every field of a contact rule, to tell versions apart. */
export const contactRuleFields = [
	{ field: 'rule', label: { vi: 'Mã quy tắc', en: 'The rule’s name' } },
	{ field: 'disease', label: { vi: 'Bệnh', en: 'Disease' } },
	{ field: 'nameVi', label: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' } },
	{ field: 'nameEn', label: { vi: 'Tên tiếng Anh', en: 'Name in English' } },
	...ruleNumbers,
	{ field: 'sameGate', label: { vi: 'Cùng cổng', en: 'The same gate' }, words: { yes: { vi: 'có', en: 'yes' } } },
	{ field: 'sameTrip', label: { vi: 'Cùng chuyến', en: 'The same trip' }, words: { yes: { vi: 'có', en: 'yes' } } },
	{ field: 'validFrom', label: { vi: 'Hiệu lực từ ngày', en: 'Valid from' } },
	{ field: 'validUntil', label: { vi: 'Đến hết ngày', en: 'Until' } },
	{ field: 'decision', label: { vi: 'Văn bản', en: 'Decision' } },
	{ field: 'decisionEn', label: { vi: 'Văn bản, tiếng Anh', en: 'The decision in English' } },
] as const;

/** Luật 114/2025: how dangerous a disease is, and so who may be ordered to stay where they are. */
export const lawGroups: Record<string, Text> = {
	A: { vi: 'Nhóm A: đặc biệt nguy hiểm', en: 'Group A: especially dangerous' },
	B: { vi: 'Nhóm B: nguy hiểm', en: 'Group B: dangerous' },
	C: { vi: 'Nhóm C: ít nguy hiểm', en: 'Group C: less dangerous' },
};

export const diseaseNumbers: readonly { field: string; label: Text }[] = [
	{ field: 'incubationDaysMax', label: { vi: 'Ủ bệnh nhiều nhất (ngày)', en: 'Incubation at most (days)' } },
	{ field: 'serialDaysMean', label: { vi: 'Khoảng nối tiếp trung bình (ngày)', en: 'Serial interval, mean (days)' } },
	{ field: 'serialDaysSd', label: { vi: 'Độ lệch chuẩn (ngày)', en: 'Its standard deviation (days)' } },
];

export const diseaseFields = [
	{ field: 'disease', label: { vi: 'Mã', en: 'Name in addresses' } },
	{ field: 'nameVi', label: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' } },
	{ field: 'nameEn', label: { vi: 'Tên tiếng Anh', en: 'Name in English' } },
	{ field: 'lawGroup', label: { vi: 'Nhóm theo luật', en: 'Group by the law' }, words: lawGroups },
	{ field: 'icd10', label: { vi: 'ICD-10', en: 'ICD-10' } },
	...diseaseNumbers,
	{ field: 'source', label: { vi: 'Nguồn', en: 'Source' } },
	{ field: 'sourceEn', label: { vi: 'Nguồn, tiếng Anh', en: 'The source in English' } },
];

export const diseaseFaults: Record<string, Text> = {
	disease: {
		vi: 'Mã chưa dùng, chỉ gồm chữ thường không dấu, số, gạch nối',
		en: 'A name that is not taken, of small letters, digits and hyphens',
	},
	'name.vi': { vi: 'Hãy ghi tên tiếng Việt', en: 'Name it in Vietnamese' },
	'name.en': { vi: 'Hãy ghi tên tiếng Anh', en: 'Name it in English' },
	lawGroup: { vi: 'Hãy chọn nhóm', en: 'Choose the group' },
	icd10: { vi: 'Mã ICD-10 có dạng U07.1', en: 'ICD-10 looks like U07.1' },
	source: { vi: 'Hãy ghi nguồn, từ 3 chữ', en: 'Say where it comes from, in 3 letters or more' },
	sourceEn: { vi: 'Nguồn bằng tiếng Anh: từ 3 chữ, hoặc để trống', en: '3 letters or more, or leave it empty' },
	...Object.fromEntries(
		diseaseNumbers.map(({ field, label }) => [
			field,
			{ vi: `${label.vi}: một số trên 0, đến 366`, en: `${label.en}: a number above 0, up to 366` },
		]),
	),
};

export const ruleFaults: Record<string, Text> = {
	rule: {
		vi: 'Mã quy tắc chưa dùng, chỉ gồm chữ thường không dấu, số, gạch nối. Mã đã có: mở quy tắc đó, bấm “Phiên bản mới”',
		en: 'A name that is not taken, of small letters, digits and hyphens. To change a rule, press “New version” beside it',
	},
	disease: { vi: 'Hãy chọn bệnh', en: 'Choose the disease' },
	'name.vi': { vi: 'Hãy ghi tên quy tắc', en: 'Name the rule in Vietnamese' },
	'name.en': { vi: 'Hãy ghi tên tiếng Anh', en: 'Name the rule in English' },
	validFrom: { vi: 'Hãy ghi ngày bắt đầu hiệu lực', en: 'Say from which day it is valid' },
	decision: { vi: 'Hãy ghi văn bản', en: 'Say which decision it comes from' },
	decisionEn: { vi: 'Văn bản bằng tiếng Anh: từ 3 chữ, hoặc để trống', en: '3 letters or more, or leave it empty' },
	...Object.fromEntries(
		ruleNumbers.map(({ field, label, max }) => [
			field,
			{ vi: `${label.vi}: một số từ 0 đến ${max}`, en: `${label.en}: a number from 0 to ${max}` },
		]),
	),
};
