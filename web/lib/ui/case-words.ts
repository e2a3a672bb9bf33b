import type { Text } from '#shared/language';

/** What is thought of a case, from the least to the most certain. */
export const classifications: Record<string, Text> = {
	suspected: { vi: 'Nghi ngờ', en: 'Suspected' },
	probable: { vi: 'Có thể', en: 'Probable' },
	confirmed: { vi: 'Xác định', en: 'Confirmed' },
	discarded: { vi: 'Loại trừ', en: 'Discarded' },
};

/** What to say of an officer's entries that cannot be. */
export const caseFaults: Record<string, Text> = {
	value: { vi: 'Hãy nhập số cần tìm', en: 'Enter the number to look for' },
	purpose: {
		vi: 'Hãy ghi mục đích, từ 5 đến 500 chữ; người liên quan sẽ đọc được',
		en: 'Say why, in 5 to 500 letters; the person concerned will read it',
	},
	person: { vi: 'Hãy chọn một người', en: 'Choose a person' },
	areaId: { vi: 'Hãy chọn địa bàn chủ trì', en: 'Choose the leading area' },
	classification: { vi: 'Hãy chọn phân loại', en: 'Choose the classification' },
	rule: { vi: 'Hãy chọn quy tắc truy vết của bệnh này', en: 'Choose a rule of this disease' },
	onsetOn: {
		vi: 'Ngày khởi phát phải trong vòng một năm qua, không ở tương lai',
		en: 'The day of onset must lie within the past year, not in the future',
	},
	sampledOn: {
		vi: 'Ngày lấy mẫu phải trong vòng một năm qua, không ở tương lai',
		en: 'The day of sampling must lie within the past year, not in the future',
	},
	isolatedAt: {
		vi: 'Lúc bắt đầu cách ly phải trong vòng một năm qua, không ở tương lai',
		en: 'The time of isolation must lie within the past year, not in the future',
	},
};
