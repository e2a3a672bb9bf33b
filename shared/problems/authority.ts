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
	'outline-unreadable': problem(
		422,
		['Không đọc được đường ranh', 'The outline cannot be read'],
		[
			'Hãy dán GeoJSON (Polygon), hoặc mỗi dòng một góc: vĩ độ, kinh độ; ít nhất ba góc.',
			'Paste GeoJSON (a Polygon), or a corner a line: latitude, longitude; three at least.',
		],
	),
	'outline-no-area': problem(
		422,
		['Đường ranh không bao quanh khu nào', 'The outline surrounds nothing'],
		['Các góc nằm trên một đường thẳng. Hãy ghi thêm góc.', 'Its corners lie in one line. Add another.'],
	),
	'outline-too-long': problem(
		422,
		['Đường ranh có quá nhiều góc', 'The outline has too many corners'],
		['Nhiều nhất 2.000 góc: hãy vẽ đơn giản hơn.', 'At most 2,000: draw it more simply.'],
	),
	'outline-swapped': problem(
		422,
		['Vĩ độ và kinh độ bị đổi chỗ', 'Latitude and longitude have changed places'],
		[
			'Ghi vĩ độ trước, ví dụ 21.03, 105.85. Trong GeoJSON thì kinh độ đứng trước.',
			'Latitude comes first, for example 21.03, 105.85. In GeoJSON longitude comes first.',
		],
	),
	'outline-elsewhere': problem(
		422,
		['Đường ranh nằm ngoài Việt Nam', 'The outline lies outside Viet Nam'],
		['Hãy xem lại các con số.', 'Look at the numbers again.'],
	),
	'reason-required': problem(
		422,
		['Mức này khác mức đề xuất: cần ghi lý do', 'This level differs from the proposed one: say why'],
		['Người dân sẽ đọc được lý do.', 'People will read the reason.'],
	),
	'cordon-over': problem(
		409,
		['Vùng khoanh này đã kết thúc', 'This cordon is over'],
		['Danh sách không ghi thêm được nữa.', 'Nobody can be added to its list any more.'],
	),
	'entrance-closed': problem(
		404,
		['Mã ghi tên này không dùng được', 'This code does not work'],
		[
			'Vùng khoanh đã kết thúc, hoặc mã chưa đúng. Hãy xem lại mã, hoặc hỏi tổ trưởng.',
			'The cordon is over, or the code is wrong. Look at it again, or ask the head of your group.',
		],
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
