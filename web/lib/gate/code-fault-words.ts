import type { ReadPersonalCode } from '#shared/codes/personal-code';
import type { Text } from '#shared/language';

type CodeFault = Extract<ReadPersonalCode, { ok: false }>['reason'];

/** What to tell who shows a personal code that does not hold, and whoever watches the gate. */
export const codeFaultWords: Readonly<Record<CodeFault | 'revoked', Text>> = {
	'other-kind': {
		vi: 'Mã cá nhân này thuộc loại mà máy chưa biết. Hãy nối mạng và tải lại trang, hoặc dùng giấy tờ khác.',
		en: 'This personal code is of a kind this device does not know. Go online and reload, or use another document.',
	},
	malformed: {
		vi: 'Mã cá nhân bị hỏng, không đọc hết được. Hãy quét lại.',
		en: 'The personal code is damaged and cannot be read. Scan it again.',
	},
	'unknown-key': {
		vi: 'Mã này do nơi khác cấp, hoặc dữ liệu trên máy đã quá cũ. Hãy nối mạng để cập nhật rồi quét lại.',
		en: 'This code was issued elsewhere, or what this device knows is too old. Go online to update, then scan again.',
	},
	'bad-signature': {
		vi: 'Chữ ký của mã không đúng: đây không phải mã thật. Hãy kiểm tra giấy tờ của người này.',
		en: 'The code’s signature is wrong: it is not genuine. Check the person’s own documents.',
	},
	'not-yet-valid': {
		vi: 'Mã ghi giờ cấp ở tương lai. Hãy xem lại giờ của điện thoại hoặc máy này.',
		en: 'The code says it was issued in the future. Check the clock of the phone or of this device.',
	},
	expired: {
		vi: 'Mã đã hết hạn. Mời khai báo lại để có mã mới.',
		en: 'The code has expired. Please declare again for a new one.',
	},
	revoked: {
		vi: 'Mã này đã bị thu hồi vì người có mã báo mất. Hãy kiểm tra giấy tờ, hoặc khai báo lại.',
		en: 'This code was given back because its owner lost it. Check the person’s documents, or declare again.',
	},
};
