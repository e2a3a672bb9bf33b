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
	'own-request': problem(
		409,
		['Người gửi yêu cầu không tự duyệt được', 'Whoever asks cannot approve'],
		['Hãy nhờ một cán bộ khác của địa bàn duyệt.', 'Let another officer of the area decide.'],
	),
};
