import type { Text } from '#shared/language';
import { causes, isolationKinds, offices, toldWords } from './restriction-words.ts';
import { signWords } from './watch-words.ts';

const yes = { vi: 'có', en: 'yes' };
const validFrom = { vi: 'Hiệu lực từ ngày', en: 'Valid from' };
const validUntil = { vi: 'Đến hết ngày', en: 'Until' };
const decision = { vi: 'Văn bản', en: 'Decision' };
const nameVi = { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' };
const nameEn = { vi: 'Tên tiếng Anh', en: 'Name in English' };
const disease = { vi: 'Bệnh', en: 'Disease' };

/** The numbers of a regime, as a form asks for them. */
export const regimeNumbers: readonly { field: string; label: Text; max: number }[] = [
	{ field: 'days', label: { vi: 'Số ngày cách ly', en: 'Days of isolation' }, max: 366 },
	{ field: 'reportsADay', label: { vi: 'Số lần báo sức khoẻ mỗi ngày', en: 'Health reports a day' }, max: 4 },
	{
		field: 'negativeTests',
		label: { vi: 'Số lần âm tính gần nhất để kết thúc', en: 'Newest tests that must be negative' },
		max: 10,
	},
	{
		field: 'symptomFreeDays',
		label: { vi: 'Số ngày hết triệu chứng để kết thúc', en: 'Days without symptoms before the end' },
		max: 60,
	},
];

/** Every field of a regime, to tell versions apart. */
export const regimeFields = [
	{ field: 'regime', label: { vi: 'Mã chế độ', en: 'The regime’s name' } },
	{ field: 'disease', label: disease },
	{ field: 'subject', label: { vi: 'Dành cho', en: 'For whom' }, words: causes },
	{ field: 'nameVi', label: nameVi },
	{ field: 'nameEn', label: nameEn },
	...regimeNumbers,
	{ field: 'takesTemperature', label: { vi: 'Đo nhiệt độ', en: 'Takes the temperature' }, words: { yes } },
	{ field: 'testDays', label: { vi: 'Ngày xét nghiệm', en: 'Days of tests' } },
	{ field: 'validFrom', label: validFrom },
	{ field: 'validUntil', label: validUntil },
	{ field: 'decision', label: decision },
] as const;

/** The minutes of a clock. */
export const clockMinutes: readonly { field: string; label: Text; isOptional?: true }[] = [
	{ field: 'listMinutes', label: { vi: 'Lập danh sách trong (phút)', en: 'Minutes to put on the list' } },
	{ field: 'decisionMinutes', label: { vi: 'Ra quyết định trong (phút)', en: 'Minutes to decide' } },
	{ field: 'noticeMinutes', label: { vi: 'Thông báo trong (phút)', en: 'Minutes to tell' }, isOptional: true },
	{ field: 'holdMinutes', label: { vi: 'Tạm giữ nhiều nhất (phút)', en: 'Minutes of a hold at most' } },
];

export const clockFields = [
	{ field: 'kind', label: { vi: 'Hình thức cách ly', en: 'Kind of isolation' }, words: isolationKinds },
	...clockMinutes,
	{ field: 'office', label: { vi: 'Ai ra quyết định', en: 'Who decides' }, words: offices },
	{ field: 'told', label: { vi: 'Phải báo cho', en: 'To be told' }, words: toldWords },
	{ field: 'form', label: { vi: 'Biểu mẫu', en: 'Form' } },
	{ field: 'validFrom', label: validFrom },
	{ field: 'decision', label: decision },
] as const;

/** The numbers of a symptom rule. */
export const symptomNumbers: readonly { field: string; label: Text }[] = [
	{ field: 'temperatureMin', label: { vi: 'Sốt từ (°C)', en: 'A fever from (°C)' } },
	{ field: 'urgentTemperatureMin', label: { vi: 'Khẩn cấp từ (°C)', en: 'Urgent from (°C)' } },
	{
		field: 'symptomFreeDays',
		label: { vi: 'Số ngày không triệu chứng thì coi là hết', en: 'Days without symptoms until they are over' },
	},
];

/** What of the answers a symptom rule looks at, each a list of signs. */
export const symptomLists: readonly { field: 'anyOf' | 'anyTwoOf' | 'urgentAnyOf'; label: Text }[] = [
	{ field: 'anyOf', label: { vi: 'Chỉ một trong các dấu hiệu này là có triệu chứng', en: 'Any one of these' } },
	{ field: 'anyTwoOf', label: { vi: 'Hai trong các dấu hiệu này là có triệu chứng', en: 'Any two of these' } },
	{ field: 'urgentAnyOf', label: { vi: 'Cần người đến ngay', en: 'Needs somebody at once' } },
];

export const symptomFields = [
	{ field: 'disease', label: disease },
	{ field: 'areaId', label: { vi: 'Địa bàn', en: 'Area' } },
	{ field: 'nameVi', label: nameVi },
	{ field: 'nameEn', label: nameEn },
	...symptomLists.map((one) => ({ ...one, words: signWords })),
	...symptomNumbers,
	{ field: 'validFrom', label: validFrom },
	{ field: 'decision', label: decision },
	{ field: 'decisionEn', label: { vi: 'Văn bản, tiếng Anh', en: 'The decision in English' } },
] as const;

/** What to say of an administrator's entries on these pages. */
export const versionFaults: Record<string, Text> = {
	regime: { vi: 'Mã chỉ gồm chữ thường không dấu, số, gạch nối', en: 'Small letters, digits and hyphens only' },
	disease: { vi: 'Hãy chọn bệnh', en: 'Choose the disease' },
	subject: { vi: 'Hãy chọn dành cho ai', en: 'Choose for whom it is' },
	kind: { vi: 'Hãy chọn hình thức cách ly', en: 'Choose the kind of isolation' },
	office: { vi: 'Hãy chọn ai ra quyết định', en: 'Choose who decides' },
	form: { vi: 'Hãy ghi biểu mẫu, từ 3 chữ', en: 'Name the form, in 3 letters or more' },
	'name.vi': { vi: 'Hãy ghi tên tiếng Việt, từ 3 chữ', en: 'Name it in Vietnamese, in 3 letters or more' },
	'name.en': { vi: 'Hãy ghi tên tiếng Anh, từ 3 chữ', en: 'Name it in English, in 3 letters or more' },
	testDays: {
		vi: 'Ngày xét nghiệm: các số cách nhau bằng dấu phẩy, không quá số ngày cách ly, ví dụ 1, 7, 14',
		en: 'Days of tests: numbers with commas between, none after the last day, for example 1, 7, 14',
	},
	areaId: { vi: 'Hãy chọn địa bàn', en: 'Choose the area' },
	validFrom: { vi: 'Hãy ghi ngày bắt đầu hiệu lực', en: 'Say from which day it is valid' },
	validUntil: { vi: 'Hãy ghi ngày cuối có hiệu lực', en: 'Say until which day it is valid' },
	decision: { vi: 'Hãy ghi văn bản, từ 3 đến 500 chữ', en: 'Name the decision, in 3 to 500 letters' },
	decisionEn: { vi: 'Văn bản bằng tiếng Anh: từ 3 chữ, hoặc để trống', en: '3 letters or more, or leave it empty' },
	...Object.fromEntries(
		regimeNumbers.map(({ field, label, max }) => [
			field,
			{ vi: `${label.vi}: một số đến ${max}`, en: `${label.en}: a number up to ${max}` },
		]),
	),
	...Object.fromEntries(
		clockMinutes.map(({ field, label }) => [
			field,
			{ vi: `${label.vi}: một số từ 1 đến 10080`, en: `${label.en}: a number from 1 to 10080` },
		]),
	),
	...Object.fromEntries(
		symptomNumbers
			.slice(0, 2)
			.map(({ field, label }) => [
				field,
				{ vi: `${label.vi}: một số từ 35 đến 43`, en: `${label.en}: a number from 35 to 43` },
			]),
	),
};
