import type { Text } from '#shared/language';

/** What a tracer made of a contact. */
export const contactStates: Record<string, Text> = {
	found: { vi: 'Chờ xem xét', en: 'To review' },
	confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
	downgraded: { vi: 'Đã hạ mức', en: 'Downgraded' },
	dismissed: { vi: 'Đã loại', en: 'Dismissed' },
};

/** How somebody came onto the list. */
export const contactOrigins: Record<string, Text> = {
	visit: { vi: 'Lượt vào ra', en: 'Visits' },
	interview: { vi: 'Lời kể', en: 'Interview' },
	import: { vi: 'Nhập từ tệp', en: 'Import' },
	proximity: { vi: 'Thiết bị ở gần', en: 'Proximity' },
};

/** What to say of entries about whom a case met that cannot be. */
export const toldFaults: Record<string, Text> = {
	name: { vi: 'Hãy ghi tên người đã gặp', en: 'Enter the name of whom they met' },
	phone: {
		vi: 'Số điện thoại chưa đúng, hoặc là số của chính người bệnh',
		en: 'The phone number is wrong, or the case’s own',
	},
	mode: { vi: 'Hãy chọn gần nhau thế nào', en: 'Choose how near they were' },
	metOn: {
		vi: 'Hãy ghi ngày gặp: trong một năm qua, không ở tương lai',
		en: 'Enter the day they met: within the past year, not in the future',
	},
};
