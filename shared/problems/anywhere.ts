import { problem } from './problem-words.ts';

/** What can go wrong wherever somebody asks for something. */
export const anywhereProblems = {
	'invalid-input': problem(
		422,
		['Có chỗ cần sửa', 'Something needs correcting'],
		['Hãy xem lại những mục được đánh dấu rồi gửi lại.', 'Look at the marked entries and send again.'],
	),
	'not-allowed': problem(
		403,
		['Bạn không có quyền làm việc này', 'You may not do this'],
		['Nếu bạn cần, hãy hỏi người quản lý.', 'If you need to, ask whoever manages it.'],
	),
	'not-found': problem(
		404,
		['Không tìm thấy', 'Not found'],
		['Hãy kiểm tra lại đường dẫn hoặc mã.', 'Check the address or the code.'],
	),
	'person-not-found': problem(
		404,
		['Không tìm thấy người này', 'Person not found'],
		['Hãy kiểm tra lại số điện thoại hoặc số giấy tờ.', 'Check the phone or document number.'],
	),
	'too-many-requests': problem(
		429,
		['Bạn đã thử quá nhiều lần', 'Too many tries'],
		['Hãy đợi {retryAfterSeconds} giây rồi thử lại.', 'Wait {retryAfterSeconds} seconds, then try again.'],
	),
	conflict: problem(
		409,
		['Đã có thay đổi khác', 'It was changed meanwhile'],
		['Hãy tải lại trang rồi làm lại.', 'Load the page again, then try again.'],
	),
	'purpose-required': problem(
		422,
		['Cần ghi mục đích', 'A purpose is needed'],
		['Hãy ghi vì sao bạn cần xem. Người được xem sẽ đọc được.', 'Say why you need to look. The person will read it.'],
	),
	busy: problem(
		503,
		['Hệ thống đang bận', 'The system is busy'],
		['Không có gì bị mất. Hãy thử lại sau vài giây.', 'Nothing was lost. Try again in a few seconds.'],
	),
	unavailable: problem(
		503,
		['Tạm thời không truy cập được dữ liệu', 'The data cannot be reached for the moment'],
		['Hãy thử lại sau ít phút.', 'Try again in a few minutes.'],
	),
	'payload-too-large': problem(
		413,
		['Nội dung gửi quá lớn', 'Too much was sent at once'],
		['Hãy gửi từng phần nhỏ hơn.', 'Send it in smaller parts.'],
	),
	'unknown-operation': problem(
		404,
		['Không có thao tác này', 'There is no such operation'],
		['Xem danh sách tại /api.', 'See the list at /api.'],
	),
	internal: problem(
		500,
		['Có lỗi trong hệ thống', 'Something broke on our side'],
		['Lỗi đã được ghi lại. Hãy thử lại sau.', 'It was noted. Try again later.'],
	),
};
