import type { Text } from './language.ts';

interface ProblemWords {
	status: number;
	title: Text;
	/** What to do next. `{name}` is filled with a value of the problem. */
	detail: Text;
}

const problem = (status: number, title: [string, string], detail: [string, string]): ProblemWords => ({
	status,
	title: { vi: title[0], en: title[1] },
	detail: { vi: detail[0], en: detail[1] },
});

/** Everything that can go wrong for a person, with words for them. */
export const problems = {
	'invalid-input': problem(
		422,
		['Có chỗ cần sửa', 'Something needs correcting'],
		['Hãy xem lại những mục được đánh dấu rồi gửi lại.', 'Look at the marked entries and send again.'],
	),
	'not-signed-in': problem(
		401,
		['Bạn chưa đăng nhập', 'You are not signed in'],
		['Hãy đăng nhập rồi làm lại.', 'Sign in, then try again.'],
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
	'too-many-requests': problem(
		429,
		['Bạn đã thử quá nhiều lần', 'Too many tries'],
		['Hãy đợi {retryAfterSeconds} giây rồi thử lại.', 'Wait {retryAfterSeconds} seconds, then try again.'],
	),
	'code-wrong': problem(
		422,
		['Mã không đúng', 'The code is wrong'],
		['Hãy xem lại sáu chữ số trong tin nhắn mới nhất.', 'Look again at the six digits in the newest message.'],
	),
	'code-expired': problem(
		422,
		['Mã đã hết hạn', 'The code has expired'],
		['Hãy yêu cầu gửi mã mới.', 'Ask for a new code.'],
	),
	'code-used': problem(
		422,
		['Mã đã được dùng', 'The code was used already'],
		['Hãy yêu cầu gửi mã mới.', 'Ask for a new code.'],
	),
	'phone-invalid': problem(
		422,
		['Số điện thoại không đúng', 'This is not a phone number'],
		['Hãy nhập đủ số, ví dụ 0901 234 567.', 'Enter the whole number, for example 0901 234 567.'],
	),
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
	'declaration-missing': problem(
		409,
		['Chưa có tờ khai', 'There is no declaration yet'],
		['Hãy khai báo trước.', 'Declare first.'],
	),
	'declaration-expired': problem(
		409,
		['Tờ khai đã hết hạn', 'The declaration has expired'],
		['Hãy cập nhật tờ khai.', 'Update the declaration.'],
	),
	'not-inside': problem(
		409,
		['Chưa ghi nhận lượt vào', 'No entry was recorded'],
		['Bạn chưa vào nơi này, hoặc đã ra rồi.', 'You have not gone in here, or have left already.'],
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
	'sign-in-failed': problem(
		401,
		['Không đăng nhập được', 'Sign-in failed'],
		['Tên đăng nhập, mật khẩu hoặc mã không đúng.', 'The login, the password or the code is wrong.'],
	),
	'totp-wrong': problem(
		401,
		['Mã xác thực không đúng', 'The authenticator code is wrong'],
		['Hãy đợi mã mới trong ứng dụng rồi nhập lại.', 'Wait for the next code in the app, then enter it.'],
	),
	'account-locked': problem(
		423,
		['Tài khoản tạm khoá', 'The account is locked for now'],
		['Hãy thử lại sau {retryAfterSeconds} giây.', 'Try again in {retryAfterSeconds} seconds.'],
	),
	'password-weak': problem(
		422,
		['Mật khẩu quá yếu', 'The password is too weak'],
		['Cần ít nhất 12 ký tự, không chứa tên đăng nhập.', 'Use at least 12 characters, without the login.'],
	),
	'login-taken': problem(
		409,
		['Tên đăng nhập đã có người dùng', 'This login is taken'],
		['Hãy chọn tên khác.', 'Choose another.'],
	),
	'form-faulty': problem(
		422,
		['Mẫu tờ khai chưa công bố được', 'The questionnaire cannot be published'],
		['Cần sửa: {faults}', 'To be corrected: {faults}'],
	),
	'form-lacks-questions': problem(
		422,
		['Mẫu tờ khai này chưa dùng được', 'This questionnaire cannot be used yet'],
		[
			'Quy tắc đánh giá cần những câu mà mẫu chưa hỏi: {questions}',
			'The rule that judges the answers needs what the questionnaire does not ask: {questions}',
		],
	),
	'too-many-persons': problem(
		409,
		['Số người khai hộ đã đủ', 'You declare for as many people as possible'],
		['Mỗi số điện thoại khai được cho 200 người.', 'One phone number declares for 200 people at most.'],
	),
	'nobody-chosen': problem(
		422,
		['Chưa chọn ai', 'Nobody was chosen'],
		['Hãy đánh dấu ít nhất một người.', 'Tick at least one person.'],
	),
	'import-row-refused': problem(
		422,
		['Có dòng không nhập được', 'A row was refused'],
		['Dòng {row}, cột {column}: hãy sửa rồi nhập lại.', 'Row {row}, column {column}: correct it and import again.'],
	),
	'sheet-unreadable': problem(
		422,
		['Không đọc được tệp này', 'This file cannot be read'],
		['Hãy gửi tệp Excel (.xlsx) hoặc CSV, theo tệp mẫu.', 'Send an Excel file (.xlsx) or CSV, like the template.'],
	),
	'sheet-not-utf8': problem(
		422,
		['Chữ trong tệp CSV không phải Unicode (UTF-8)', 'The letters of the CSV file are not Unicode (UTF-8)'],
		[
			'Có thể là bảng mã cũ như windows-1258, TCVN3 hay VNI; đoán thì sai dấu. Trong Excel hãy chọn Lưu thành (Save As), kiểu “CSV UTF-8” hoặc “Excel Workbook (.xlsx)”.',
			'They may be of an older kind such as windows-1258, TCVN3 or VNI; guessing would spoil the diacritics. In Excel choose Save As, then CSV UTF-8 or Excel Workbook (.xlsx).',
		],
	),
	'sheet-old-excel': problem(
		422,
		['Đây là tệp Excel kiểu cũ (.xls)', 'This is an Excel file of the old kind (.xls)'],
		['Hãy mở ra và lưu thành .xlsx rồi gửi lại.', 'Open it, save it as .xlsx, and send it again.'],
	),
	'sheet-columns-missing': problem(
		422,
		['Tệp thiếu cột', 'The file lacks columns'],
		[
			'Dòng tiêu đề phải có: {columns}. Cột đứng thứ tự nào cũng được.',
			'The header must have: {columns}. The columns may be in any order.',
		],
	),
	'sheet-column-twice': problem(
		422,
		['Một cột có hai lần', 'A column is there twice'],
		['Hãy bỏ bớt một cột: {column}.', 'Take one of these away: {column}.'],
	),
	'sheet-empty': problem(
		422,
		['Tệp không có dòng nào', 'The file has no rows'],
		['Hãy điền ít nhất một địa điểm dưới dòng tiêu đề.', 'Fill in at least one place below the header.'],
	),
	'sheet-too-long': problem(
		422,
		['Tệp có quá nhiều dòng', 'The file has too many rows'],
		['Mỗi tệp nhận {max} dòng: hãy chia thành nhiều tệp.', 'A file takes {max} rows: split it into several.'],
	),
	'file-too-large': problem(
		413,
		['Tệp quá lớn', 'The file is too large'],
		[
			'Mỗi tệp nhiều nhất {megabytesMax} MB: hãy bỏ hình ảnh, trang tính thừa, hoặc chia tệp.',
			'A file has {megabytesMax} MB at most: take out pictures and spare sheets, or split it.',
		],
	),
	'registration-has-faults': problem(
		409,
		['Tệp còn dòng cần sửa', 'Some rows need mending'],
		[
			'Còn {rows} dòng. Hãy sửa rồi gửi lại tệp, hoặc chọn đăng ký riêng những dòng đúng.',
			'There are {rows} such rows. Mend and send the file again, or choose to register the good rows.',
		],
	),
	'registration-nothing-good': problem(
		409,
		['Không có dòng nào để đăng ký', 'There is no row to register'],
		['Hãy sửa tệp rồi gửi lại.', 'Mend the file and send it again.'],
	),
	'registration-over': problem(
		410,
		['Đã quá một ngày', 'More than a day has passed'],
		['Nội dung tệp chỉ được giữ một ngày. Hãy gửi lại tệp.', 'A file is kept for a day. Send it again.'],
	),
	'print-too-large': problem(
		422,
		['Một tệp in không chứa hết', 'This is too much for one file'],
		[
			'Có {signs} áp phích hoặc nhãn, mỗi tệp nhận {max}: hãy chia ra.',
			'There are {signs} posters or stickers and a file takes {max}: divide them.',
		],
	),
	'unknown-operation': problem(
		404,
		['Không có thao tác này', 'There is no such operation'],
		['Xem danh sách tại /api.', 'See the list at /api.'],
	),
	'person-not-found': problem(
		404,
		['Không tìm thấy người này', 'Person not found'],
		['Hãy kiểm tra lại số điện thoại hoặc số giấy tờ.', 'Check the phone or document number.'],
	),
	'case-closed': problem(
		409,
		['Ca bệnh đã đóng', 'The case is closed'],
		['Dữ liệu của ca đã đóng không xem được nữa.', 'The data of a closed case can no longer be read.'],
	),
	'already-ended': problem(
		409,
		['Đã kết thúc rồi', 'It has ended already'],
		['Không cần làm gì thêm.', 'There is nothing more to do.'],
	),
	'role-already-given': problem(
		409,
		['Người này đã có quyền đó', 'This person has that role already'],
		['Không cần làm gì thêm.', 'There is nothing more to do.'],
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
	'export-too-long': problem(
		413,
		['Quá nhiều dòng cho một tệp', 'Too many rows for one file'],
		[
			'Một tệp có nhiều nhất {count} dòng. Hãy chọn ít ngày hơn.',
			'A file has at most {count} rows. Choose fewer days.',
		],
	),
	'device-revoked': problem(
		401,
		['Máy này đã bị thu quyền', 'This device was revoked'],
		[
			'Người quản lý địa điểm đã thu quyền của máy. Hãy xin mã ghép máy mới nếu vẫn dùng máy ở cổng.',
			'The place’s manager took its right away. Ask for a new pairing code if it is still to stand at the gate.',
		],
	),
	'pairing-code-wrong': problem(
		422,
		['Mã ghép máy không đúng', 'The pairing code is wrong'],
		['Hãy xem lại các chữ trên màn hình của người quản lý.', 'Look again at the letters on the manager’s screen.'],
	),
	'pairing-code-over': problem(
		422,
		['Mã ghép máy đã dùng hoặc đã hết hạn', 'The pairing code was used or is over'],
		[
			'Mỗi mã ghép được một máy, trong mười phút. Hãy nhờ người quản lý tạo mã mới.',
			'A code pairs one device, within ten minutes. Ask the manager for a new one.',
		],
	),
	'too-many-devices': problem(
		409,
		['Nơi này đã đủ máy', 'The place has as many devices as possible'],
		['Hãy thu quyền những máy không còn dùng.', 'Revoke the devices that are no longer used.'],
	),
	'code-invalid': problem(
		422,
		['Mã cá nhân không thật', 'The personal code is not genuine'],
		['Lượt này không được ghi. Hãy kiểm tra giấy tờ.', 'It was not recorded. Check the person’s documents.'],
	),
	'card-unusable': problem(
		422,
		['Thẻ này không dùng được', 'This card cannot be used'],
		[
			'Không đọc được số nào trên thẻ. Hãy quét lại, hoặc dùng giấy tờ khác.',
			'No number could be read from it. Scan it again, or use another document.',
		],
	),
	internal: problem(
		500,
		['Có lỗi trong hệ thống', 'Something broke on our side'],
		['Lỗi đã được ghi lại. Hãy thử lại sau.', 'It was noted. Try again later.'],
	),
} satisfies Record<string, ProblemWords>;

export type ProblemCode = keyof typeof problems;
