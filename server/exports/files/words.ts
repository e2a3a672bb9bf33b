/** What codes are called in a file: Vietnamese and English in one cell, so that either reader finds it. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	gender: { male: 'nam · male', female: 'nữ · female', other: 'khác · other' },
	classification: {
		...{ suspected: 'nghi ngờ · suspected', probable: 'có thể · probable' },
		...{ confirmed: 'xác định · confirmed', discarded: 'loại trừ · discarded' },
	},
	outcome: { recovered: 'khỏi · recovered', died: 'tử vong · died', unknown: 'chưa rõ · unknown' },
	source: {
		...{
			screening: 'sàng lọc · screening',
			'contact-tracing': 'truy vết · contact tracing',
			border: 'cửa khẩu · border',
		},
		...{ 'self-report': 'tự khai báo · self-report', hospital: 'bệnh viện · hospital', other: 'khác · other' },
	},
	result: {
		...{ pending: 'chờ kết quả · pending', positive: 'dương tính · positive' },
		...{ negative: 'âm tính · negative', invalid: 'không hợp lệ · invalid' },
	},
	origin: {
		...{ visit: 'cùng địa điểm · shared place', interview: 'được kể · interview' },
		...{ import: 'nhập từ tệp · import', proximity: 'thiết bị gần nhau · proximity' },
	},
	state: {
		...{ found: 'chưa xem xét · not reviewed', confirmed: 'xác nhận · confirmed' },
		...{ downgraded: 'hạ mức · downgraded', dismissed: 'loại · dismissed' },
	},
	day: {
		...{ well: 'khoẻ · well', amber: 'cần để ý · amber', red: 'đáng ngại · red' },
		...{ silent: 'chưa báo · not reported', ahead: '' },
	},
	channel: {
		...{ self: 'tự báo · self', household: 'người nhà báo · household', 'sms-link': 'đường dẫn SMS · SMS link' },
		...{ 'sms-answer': 'trả lời SMS · SMS answer', 'staff-round': 'cán bộ đi thăm · round' },
		'phone-call': 'gọi điện · phone call',
	},
};

/** The words of a code; the code itself where nobody gave it words. */
export const say = (kind: string, code: string | undefined): string | undefined =>
	code === undefined ? undefined : (words[kind]?.[code] ?? code);

/** The words of a record's field of the same name. */
export const sayIn =
	<Field extends string>(field: Field) =>
	(record: { [key in Field]?: string }): string | undefined =>
		say(field, record[field]);
