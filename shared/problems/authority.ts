import { problem } from './problem-words.ts';

/** What an authority leads: cases, orders, cordons. */
export const authorityProblems = {
	'case-closed': problem(
		409,
		['Ca bệnh đã đóng', 'The case is closed'],
		['Dữ liệu của ca đã đóng không xem được nữa.', 'The data of a closed case can no longer be read.'],
	),
	'case-without-grounds': problem(
		409,
		['Ca bệnh chưa có căn cứ', 'The case has no grounds yet'],
		[
			'Chưa xem được ai đã tiếp xúc: hãy ghi kết quả xét nghiệm dương tính, hoặc quyết định của bác sĩ, rồi thử lại.',
			'Who met the case cannot be seen yet: record a positive test or a clinician’s decision, then try again.',
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
	'already-ended': problem(
		409,
		['Đã kết thúc rồi', 'It has ended already'],
		['Không cần làm gì thêm.', 'There is nothing more to do.'],
	),
};
