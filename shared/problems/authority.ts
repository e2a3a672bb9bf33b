import { problem } from './problem-words.ts';

/** What an authority leads: cases, orders, cordons. */
export const authorityProblems = {
	'case-closed': problem(
		409,
		['Ca bệnh đã đóng', 'The case is closed'],
		['Dữ liệu của ca đã đóng không xem được nữa.', 'The data of a closed case can no longer be read.'],
	),
	'report-link-void': problem(
		404,
		['Đường dẫn này không còn dùng được', 'This link is void'],
		[
			'Có thể không ai trong nhà còn phải báo. Hãy gọi trạm y tế nếu bạn cần.',
			'Perhaps nobody at home is to report any more. Call the health station if you need to.',
		],
	),
	'case-without-grounds': problem(
		409,
		['Ca bệnh chưa có căn cứ', 'The case has no grounds yet'],
		[
			'Chưa xem được ai đã tiếp xúc: hãy ghi kết quả xét nghiệm dương tính, hoặc quyết định của bác sĩ, rồi thử lại.',
			'Who met the case cannot be seen yet: record a positive test or a clinician’s decision, then try again.',
		],
	),
	'already-ended': problem(
		409,
		['Đã kết thúc rồi', 'It has ended already'],
		['Không cần làm gì thêm.', 'There is nothing more to do.'],
	),
	'alert-has-moved-on': problem(
		409,
		['Cảnh báo đã ở bước khác', 'The alert has moved on'],
		['Ai đó đã làm bước này rồi. Hãy tải lại trang.', 'Somebody did this step already. Load the page again.'],
	),
	'alert-not-written': problem(
		409,
		['Cảnh báo chưa có nội dung', 'The alert has no words yet'],
		['Hãy điền nơi, thời gian và việc cần làm trước.', 'Fill in where, when and what to do first.'],
	),
	'alert-without-recipients': problem(
		409,
		['Không có ai để báo', 'There is nobody to tell'],
		[
			'Chưa có người tiếp xúc nào được xác nhận, hoặc mọi người đã được báo về việc này rồi.',
			'No contact is confirmed yet, or everybody was told of this already.',
		],
	),
	'alert-names-case': problem(
		422,
		['Nội dung cho biết ca bệnh là ai', 'The words tell who the case is'],
		[
			'Trong nội dung có tên, số điện thoại hoặc số giấy tờ của ca bệnh. Hãy bỏ đi.',
			'They hold the case’s name, phone or document number. Take it out.',
		],
	),
	'second-officer-needed': problem(
		409,
		['Cần một cán bộ khác duyệt', 'Another officer has to approve'],
		[
			'Người soạn hoặc gửi duyệt không tự duyệt được. Hãy nhờ một cán bộ khác cùng địa bàn.',
			'Whoever wrote it or handed it in cannot approve it. Ask another officer of the area.',
		],
	),
	'too-few-visitors': problem(
		422,
		['Quá ít người ở đó', 'Too few people were there'],
		[
			'Có chưa tới {least} người khác ở đó: thông báo công khai dễ làm lộ một người. Nếu vẫn cần, hãy ghi lý do.',
			'Fewer than {least} others were there: a public notice could point at one person. If it is needed all the same, state why.',
		],
	),
	'template-incomplete': problem(
		422,
		['Mẫu còn thiếu', 'Something is missing in the words'],
		['Mẫu phải có {placeholder}.', 'They have to hold {placeholder}.'],
	),
	'message-too-long': problem(
		422,
		['Tin nhắn quá dài', 'The message is too long'],
		[
			'Tin này sẽ gửi thành {segments} tin nhắn; nhiều nhất là {most}. Hãy viết ngắn hơn.',
			'It would go out as {segments} text messages; at most {most} are allowed. Write it shorter.',
		],
	),
};
