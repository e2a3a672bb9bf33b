import { problem } from './problem-words.ts';

/** Places, their departures, and what is printed for them. */
export const placesProblems = {
	'place-not-found': problem(
		404,
		['Không tìm thấy địa điểm', 'Place not found'],
		['Hãy kiểm tra lại mã trên áp phích.', 'Check the code on the poster.'],
	),
	'place-retired': problem(
		410,
		['Mã này đã được thay', 'This code was replaced'],
		['Hãy quét áp phích mới tại địa điểm.', 'Scan the new poster at the place.'],
	),
	'not-a-vehicle': problem(
		409,
		['Nơi này không phải phương tiện', 'This place is no vehicle'],
		['Chỉ xe, tàu, máy bay… mới có chuyến.', 'Only buses, trains, aircraft and the like have departures.'],
	),
	'too-many-trips': problem(
		409,
		['Đã có quá nhiều chuyến phía trước', 'There are too many departures ahead'],
		['Một phương tiện có nhiều nhất {count} chuyến sắp tới.', 'A vehicle has at most {count} departures ahead.'],
	),
	'trip-not-found': problem(
		404,
		['Không có chuyến này', 'There is no such departure'],
		['Có thể chuyến đã huỷ. Hãy tải lại trang.', 'It may have been cancelled. Load the page again.'],
	),
	'trip-not-boarding': problem(
		409,
		['Chuyến này không đón khách lúc này', 'This departure is not boarding now'],
		['Hãy chọn chuyến khác trong danh sách.', 'Choose another from the list.'],
	),
	'seat-unknown': problem(
		422,
		['Chuyến này không có ghế đó', 'There is no such seat on this trip'],
		[
			'Hãy xem lại số ghế trên vé hay trên ghế, hoặc để trống.',
			'Look again at your ticket or seat, or leave it empty.',
		],
	),
	'print-too-large': problem(
		422,
		['Một tệp in không chứa hết', 'This is too much for one file'],
		[
			'Có {signs} áp phích hoặc nhãn, mỗi tệp nhận {max}: hãy chia ra.',
			'There are {signs} posters or stickers and a file takes {max}: divide them.',
		],
	),
};
