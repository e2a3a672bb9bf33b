import type { Text } from '#shared/language';

/** The two notices of an outbreak. */
export const noticeForms: Record<string, Text> = {
	beginning: { vi: 'Thông báo có ổ dịch (Mẫu 01)', en: 'An outbreak is determined (form 01)' },
	end: { vi: 'Thông báo hết ổ dịch (Mẫu 02)', en: 'An outbreak is over (form 02)' },
};

/** What to say of an officer's entries about an outbreak that cannot be. */
export const outbreakFaults: Record<string, Text> = {
	name: { vi: 'Hãy đặt tên ổ dịch, từ 3 chữ', en: 'Name the outbreak, in 3 letters at least' },
	disease: { vi: 'Hãy chọn bệnh', en: 'Choose the disease' },
	areaId: { vi: 'Hãy chọn địa bàn', en: 'Choose the area' },
	location: { vi: 'Hãy ghi nơi có ổ dịch', en: 'Say where the outbreak is' },
	fromOn: { vi: 'Ngày bắt đầu không được ở tương lai', en: 'The first day must not lie in the future' },
	determinedAt: {
		vi: 'Lúc xác định phải trong vòng một năm qua, không ở tương lai',
		en: 'When it was determined must lie within the past year, not in the future',
	},
	advice: { vi: 'Hãy ghi khuyến nghị cho người dân', en: 'Say what people are advised to do' },
	decision: { vi: 'Hãy ghi căn cứ: ai xác định, số văn bản', en: 'Say whose decision it is, and its number' },
	untilOn: {
		vi: 'Ngày kết thúc phải sau ngày bắt đầu, không ở tương lai',
		en: 'The last day must lie after the first, not in the future',
	},
	title: { vi: 'Hãy ghi tiêu đề', en: 'Enter a title' },
	body: {
		vi: 'Nội dung từ 20 chữ; trong mẫu chỉ dùng được các từ trong ngoặc nhọn đã cho',
		en: 'The text has 20 letters at least; a form may name only the words in braces that are given',
	},
	source: { vi: 'Hãy ghi nguồn của mẫu', en: 'Say where the form comes from' },
};
