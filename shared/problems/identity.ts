import { problem } from './problem-words.ts';

/** Signing in, and who somebody is. */
export const identityProblems = {
	'not-signed-in': problem(
		401,
		['Bạn chưa đăng nhập', 'You are not signed in'],
		['Hãy đăng nhập rồi làm lại.', 'Sign in, then try again.'],
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
	'too-many-persons': problem(
		409,
		['Số người khai hộ đã đủ', 'You declare for as many people as possible'],
		['Mỗi số điện thoại khai được cho 200 người.', 'One phone number declares for 200 people at most.'],
	),
	'role-already-given': problem(
		409,
		['Người này đã có quyền đó', 'This person has that role already'],
		['Không cần làm gì thêm.', 'There is nothing more to do.'],
	),
};
