import { problem } from './problem-words.ts';

/** Devices at gates, and the codes and cards they read. */
export const gateProblems = {
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
};
