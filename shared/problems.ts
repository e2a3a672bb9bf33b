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
	'role-already-given': problem(
		409,
		['Người này đã có quyền đó', 'This person has that role already'],
		['Không cần làm gì thêm.', 'There is nothing more to do.'],
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
