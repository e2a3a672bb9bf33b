import type { Text } from '#shared/language';

export const severities: Record<string, Text> = {
	information: { vi: 'Thông tin', en: 'Information' },
	warning: { vi: 'Cảnh báo', en: 'Warning' },
	urgent: { vi: 'Khẩn', en: 'Urgent' },
};

export const severityHints: Record<string, Text> = {
	information: { vi: 'Để biết và theo dõi sức khoẻ', en: 'To know, and to watch one’s health' },
	warning: { vi: 'Cần làm gì đó trong hôm nay', en: 'Something is to be done today' },
	urgent: { vi: 'Cần làm ngay; gửi cả ban đêm', en: 'At once; goes out at night too' },
};

export const alertStates: Record<string, Text> = {
	draft: { vi: 'Đang soạn', en: 'Being written' },
	waiting: { vi: 'Chờ duyệt', en: 'Waits for approval' },
	sending: { vi: 'Đang gửi', en: 'Going out' },
	sent: { vi: 'Đã gửi xong', en: 'Sent' },
	stopped: { vi: 'Đã dừng', en: 'Stopped' },
	recalling: { vi: 'Đang thu hồi', en: 'Being taken back' },
	recalled: { vi: 'Đã thu hồi', en: 'Taken back' },
	dropped: { vi: 'Đã bỏ', en: 'Dropped' },
};

/** Where a person's message is, in the order in which a report tells it. */
export const messageStates: Record<string, Text> = {
	waiting: { vi: 'Chờ gửi', en: 'Waiting' },
	sending: { vi: 'Đang gửi', en: 'Being sent' },
	sent: { vi: 'Đã gửi', en: 'Sent' },
	unsure: { vi: 'Chưa chắc đã tới, cần gọi', en: 'Not sure it arrived; to be called' },
	'to-call': { vi: 'Không nhắn được, cần gọi', en: 'No message reaches them; to be called' },
	failed: { vi: 'Không gửi được', en: 'Not sent' },
	blocked: { vi: 'Đã từ chối nhận', en: 'Said STOP' },
	expired: { vi: 'Quá hạn', en: 'Too late' },
	recalled: { vi: 'Dừng trước khi gửi', en: 'Stopped before it was sent' },
};

export const messageKinds: Record<string, Text> = {
	correction: { vi: 'Đính chính', en: 'Correction' },
	alert: { vi: 'Cảnh báo', en: 'Alert' },
	notice: { vi: 'Thông báo', en: 'Notice' },
	reminder: { vi: 'Nhắc', en: 'Reminder' },
};

export const noticeStates: Record<string, Text> = {
	proposed: { vi: 'Chờ duyệt', en: 'Waits for approval' },
	published: { vi: 'Đang công khai', en: 'Public' },
	withdrawn: { vi: 'Đã rút, có đính chính', en: 'Taken back, with a correction' },
	dropped: { vi: 'Đã bỏ', en: 'Dropped' },
};

export const callReasons: Record<string, Text> = {
	'no-phone': { vi: 'Không có số điện thoại', en: 'Has no phone number' },
	refused: { vi: 'Số không nhận được tin nhắn', en: 'The number takes no messages' },
	'wrong-number': { vi: 'Số này là của người khác', en: 'The number is somebody else’s' },
	unsure: { vi: 'Không chắc tin đã tới', en: 'Nobody knows whether the message arrived' },
	'not-sent': { vi: 'Không gửi được tin', en: 'The message could not be sent' },
	'no-answer': { vi: 'Không trả lời', en: 'Does not answer' },
	replied: { vi: 'Đã trả lời tin nhắn, cần hỏi lại', en: 'Answered the message; to be asked' },
	asked: { vi: 'Cần gọi thay vì nhắn', en: 'To be called instead of written to' },
};

export const callOutcomes: Record<string, Text> = {
	told: { vi: 'Đã báo được', en: 'Was told' },
	'no-answer': { vi: 'Không nghe máy', en: 'No answer' },
	'wrong-person': { vi: 'Không phải người này', en: 'Somebody else' },
	visited: { vi: 'Đã đến tận nơi', en: 'Was visited' },
	'given-up': { vi: 'Không liên lạc được', en: 'Could not be reached' },
};

/** What to say of an officer's entries that cannot be. */
export const alertFaults: Record<string, Text> = {
	purpose: { vi: 'Hãy ghi mục đích, từ 5 đến 500 chữ', en: 'Say why, in 5 to 500 letters' },
	reason: { vi: 'Hãy ghi lý do, từ 5 đến 500 chữ', en: 'Say why, in 5 to 500 letters' },
	severity: { vi: 'Hãy chọn mức', en: 'Choose how urgent it is' },
	placeName: { vi: 'Hãy ghi nơi, từ 3 đến 120 chữ', en: 'Say where, in 3 to 120 letters' },
	placeId: { vi: 'Ca bệnh không ở nơi này trong khoảng thời gian đó', en: 'The case was not there in that time' },
	from: { vi: 'Hãy ghi lúc bắt đầu, không quá xa', en: 'Enter when it began, not too long ago' },
	until: {
		vi: 'Lúc kết thúc phải sau lúc bắt đầu và không ở tương lai',
		en: 'The end must come after the beginning, and not in the future',
	},
	phone: { vi: 'Hãy ghi số điện thoại trạm y tế', en: 'Enter the phone of the health station' },
	'advice.vi': { vi: 'Hãy ghi việc cần làm bằng tiếng Việt', en: 'Say what to do in Vietnamese' },
	'advice.en': { vi: 'Hãy ghi việc cần làm bằng tiếng Anh', en: 'Say what to do in English' },
	'correction.vi': { vi: 'Hãy ghi đính chính bằng tiếng Việt, từ 10 chữ', en: 'Write the correction in Vietnamese' },
	'correction.en': { vi: 'Hãy ghi đính chính bằng tiếng Anh, từ 10 chữ', en: 'Write the correction in English' },
	outcome: { vi: 'Hãy chọn kết quả', en: 'Choose how it went' },
};
