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
	'case-open-already': problem(
		409,
		['Ca này đang mở', 'The case is open'],
		[
			'Người này đã có ca đang mở của bệnh này ở địa bàn này. Hãy làm việc với ca đó.',
			'This person has an open case of this disease in this area. Work on that one.',
		],
	),
	'bed-taken': problem(
		409,
		['Giường này đã có người', 'Somebody lies in this bed'],
		['Hãy chọn giường khác.', 'Choose another bed.'],
	),
	'bed-not-usable': problem(
		409,
		['Giường này chưa dùng được', 'This bed cannot be used'],
		['Giường đang dọn hoặc hỏng. Hãy chọn giường khác.', 'It is being cleaned or broken. Choose another bed.'],
	),
	'bed-for-others': problem(
		409,
		['Phòng này dành cho người khác giới', 'This room is for another sex'],
		['Hãy chọn giường ở phòng phù hợp hoặc phòng chung.', 'Choose a bed in a room that is for them, or for anybody.'],
	),
	'not-at-a-site': problem(
		409,
		['Lệnh này không phải cách ly tập trung', 'This order is not for an isolation site'],
		['Hãy chuyển hình thức cách ly trước khi xếp giường.', 'Transfer it to an isolation site before choosing a bed.'],
	),
	'wrong-office': problem(
		403,
		['Hình thức cách ly này do nơi khác quyết định', 'Another office decides on this kind of isolation'],
		[
			'Tại nhà và nơi khác: Chủ tịch UBND cấp xã. Cơ sở khám chữa bệnh: người đứng đầu. Cửa khẩu: cơ quan ở cửa khẩu.',
			'At home and elsewhere: the commune’s chair. A clinic: its head. A border gate: its authority.',
		],
	),
	'decided-already': problem(
		409,
		['Đề nghị này đã có quyết định', 'It is decided already'],
		['Hãy tải lại trang để xem quyết định.', 'Load the page again to see the decision.'],
	),
	'not-completed': problem(
		409,
		['Chưa có giấy hoàn thành cách ly', 'There is no certificate'],
		[
			'Giấy được cấp khi có quyết định hoàn thành cách ly. Lệnh kết thúc sớm không có giấy này.',
			'It is issued when completing isolation is decided. An order that ended early has none.',
		],
	),
	'not-decided': problem(
		409,
		['Chưa có quyết định cách ly', 'There is no decision yet'],
		['Chỉ ghi đã báo cho ai sau khi có quyết định.', 'Who was told is noted after the decision.'],
	),
	'already-ended': problem(
		409,
		['Đã kết thúc rồi', 'It has ended already'],
		['Không cần làm gì thêm.', 'There is nothing more to do.'],
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
