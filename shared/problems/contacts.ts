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
			'Danh sách này nhiều người: hãy gửi yêu cầu để một cán bộ khác duyệt, rồi tải lại.',
			'This list is long: ask for it, let another officer approve, then download it.',
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
	'own-request': problem(
		409,
		['Người gửi yêu cầu không tự duyệt được', 'Whoever asks cannot approve'],
		['Hãy nhờ một cán bộ khác của địa bàn duyệt.', 'Let another officer of the area decide.'],
	),
};
