import { problem } from './problem-words.ts';

/** What officers meet while they work through who met a case. */
export const contactsProblems = {
	'nothing-to-undo': problem(
		409,
		['Không có gì để hoàn tác', 'There is nothing to undo'],
		[
			'Bạn chưa xem xét ai trong ca này, hoặc đã hoàn tác rồi.',
			'You decided about nobody in this case, or undid it already.',
		],
	),
	'approval-needed': problem(
		409,
		['Cần người thứ hai duyệt', 'A second officer must approve'],
		[
			'Danh sách này nhiều người: hãy xuất thành tệp để một cán bộ khác duyệt, hoặc chọn ít người hơn.',
			'This list is long: export it as a file for another officer to approve, or choose fewer people.',
		],
	),
	'phone-missing': problem(
		409,
		['Hồ sơ chưa có số điện thoại', 'There is no phone number'],
		[
			'Hãy hỏi số điện thoại của người này, hoặc ghi giúp những người họ đã gặp.',
			'Ask for their number, or write down for them whom they met.',
		],
	),
	'link-over': problem(
		404,
		['Đường dẫn không còn dùng được', 'This link is no longer good'],
		[
			'Hãy gọi trạm y tế đã nhắn cho bạn để xin đường dẫn mới.',
			'Call the health station that wrote to you for a new one.',
		],
	),
	'link-full': problem(
		409,
		['Đường dẫn này đã ghi đủ 100 người', 'This link has taken 100 people already'],
		['Hãy gọi trạm y tế đã nhắn cho bạn để kể tiếp.', 'Call the health station that wrote to you to tell of more.'],
	),
};
