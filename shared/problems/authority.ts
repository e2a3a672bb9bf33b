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
	'outlines-unreadable': problem(
		422,
		['Không đọc được tệp đường ranh', 'The file of outlines cannot be read'],
		[
			'Cần GeoJSON (FeatureCollection) hoặc TopoJSON, mỗi vùng có mã đơn vị hành chính; nếu mã ở thuộc tính khác, nêu tên bằng --code.',
			'It must be GeoJSON (a FeatureCollection) or TopoJSON whose features have the codes of units; name another property with --code.',
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
	'case-open-already': problem(
		409,
		['Ca này đang mở', 'The case is open'],
		[
			'Người này đã có ca đang mở của bệnh này ở địa bàn này. Hãy làm việc với ca đó.',
			'This person has an open case of this disease in this area. Work on that one.',
		],
	),
	'infects-itself': problem(
		422,
		['Một ca không lây cho chính mình', 'A case does not infect itself'],
		['Hãy chọn một ca khác.', 'Choose another case.'],
	),
	'chain-is-circle': problem(
		409,
		['Chuỗi lây thành vòng tròn', 'The chain would be a circle'],
		[
			'Ca được chọn đứng sau ca này trong chuỗi lây. Hãy xem lại ai lây cho ai, hoặc bỏ mối lây cũ trước.',
			'The chosen case stands after this one in the chain. Check who infected whom, or remove the older link first.',
		],
	),
	'infector-known': problem(
		409,
		['Đã có một mối lây chắc chắn', 'A confirmed link is there already'],
		[
			'Mỗi ca chỉ có một nguồn lây chắc chắn. Hãy ghi là "có thể", hoặc sửa mối lây kia trước.',
			'A case has one confirmed infector. Call this one possible, or change the other first.',
		],
	),
	'infector-not-found': problem(
		404,
		['Không thấy ca đã lây', 'The infecting case was not found'],
		[
			'Phải là ca cùng bệnh, trong địa bàn của bạn hoặc có trong gợi ý từ tiếp xúc.',
			'It must be a case of the same disease, in your area or among those the contacts suggest.',
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
	'list-changed': problem(
		409,
		['Danh sách vừa có thay đổi', 'The list has just changed'],
		[
			'Chưa ai bị đưa ra. Hãy xem lại số nhà, số người rồi làm lại.',
			'Nobody was taken off. See the numbers again, then go on.',
		],
	),
	'too-many-residents': problem(
		422,
		['Nhiều người quá cho một lần', 'Too many people at once'],
		['Mỗi lần nhiều nhất 20.000 người. Hãy chọn ít tổ hơn.', 'At most 20,000 people at a time. Choose fewer groups.'],
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
