import type { Text } from '#shared/language';
import { tracingWords } from './look-words-tracing.ts';
import { watchingWords } from './look-words-watching.ts';

const words: Record<string, Text> = {
	...tracingWords,
	...watchingWords,
	'cards.issue-sheet': {
		vi: 'Lập thẻ cho bạn từ danh sách của một địa điểm',
		en: 'Made a card for you from a place’s list',
	},
	'cards.list-cards': {
		vi: 'Xem danh sách người có thẻ có tên bạn',
		en: 'Looked at a list of card holders with your name',
	},
	'cards.print-cards': { vi: 'In thẻ của bạn', en: 'Printed your card' },
	'cards.replace-card': { vi: 'Huỷ hoặc thay thẻ của bạn', en: 'Took back or replaced your card' },
	'cards.declare-group': {
		vi: 'Người quản lý một nơi đã khai hộ cho bạn cùng cả lớp hoặc tổ',
		en: 'The manager of a place declared for you together with your class or crew',
	},
	'cards.list-declared': {
		vi: 'Xem danh sách lớp, tổ có tên bạn để khai hộ',
		en: 'Looked at a class or crew with your name, to declare for it',
	},
	'cards.find-number': {
		vi: 'Tra mã số cá nhân của bạn trong sổ giấy (tên được che)',
		en: 'Looked up your personal number from a log on paper (masked name)',
	},
	'declarations.export-response': { vi: 'Tải tờ khai của bạn', en: 'Downloaded your declaration' },
	'devices.look-up-card': {
		vi: 'Cổng một nơi bạn đến đã tra thẻ của bạn (tên được che)',
		en: 'A gate you came to looked your card up (masked name)',
	},
	'devices.record-cards': {
		vi: 'Cổng một nơi bạn đến đã ghi nhận thẻ của bạn (tên được che)',
		en: 'A gate you came to recorded your card (masked name)',
	},
	'registrations.export-faulty-rows': {
		vi: 'Tải về các dòng cần sửa của một danh sách địa điểm có số của bạn',
		en: 'Downloaded the rows to mend of a list of places with your number on it',
	},
	'registrations.list-registrars': {
		vi: 'Xem danh sách người được đăng ký nhiều địa điểm, có bạn',
		en: 'Looked at the list of those who may register many places, with you on it',
	},
	'logbook.list-today': {
		vi: 'Nơi bạn đến xem danh sách vào ra trong ngày (tên được che)',
		en: 'A place you went to looked at its list of the day (masked name)',
	},
	'logbook.list-inside': {
		vi: 'Nơi bạn đến xem ai đang ở bên trong (tên được che)',
		en: 'A place you went to looked at who was inside (masked name)',
	},
	'logbook.list-log': {
		vi: 'Nơi bạn đến xem nhật ký vào ra (tên được che)',
		en: 'A place you went to looked at its log (masked name)',
	},
	'logbook.search-log': {
		vi: 'Nơi bạn đến tìm lượt vào ra của bạn trong nhật ký (tên được che)',
		en: 'A place you went to searched its log for you (masked name)',
	},
	'logbook.list-not-left': {
		vi: 'Nơi bạn đến xem ai chưa ghi nhận ra (tên được che)',
		en: 'A place you went to looked at who was not noted leaving (masked name)',
	},
	'visits.close-not-left': {
		vi: 'Nơi bạn đến ghi là bạn đã ra, vì chưa ai ghi nhận',
		en: 'A place you went to noted that you had left, since nobody had',
	},
	'logbook.list-passengers': {
		vi: 'Nhà xe xem danh sách khách của chuyến bạn đi (tên được che)',
		en: 'The carrier looked at the passengers of your trip (masked name)',
	},
	'logbook.export-log': {
		vi: 'Nơi bạn đến tải nhật ký vào ra về (tên được che)',
		en: 'A place you went to downloaded its log (masked name)',
	},
};

/** What was done by an operation's former name keeps its words. */
const formerNames: Record<string, string> = {
	'visits.list-today': 'logbook.list-today',
	'visits.list-inside': 'logbook.list-inside',
	'visits.list-log': 'logbook.list-log',
	'visits.search-log': 'logbook.search-log',
	'visits.list-not-left': 'logbook.list-not-left',
	'visits.list-passengers': 'logbook.list-passengers',
	'visits.export-log': 'logbook.export-log',
	'endings.make-certificate': 'certificates.make-certificate',
	'endings.revoke-certificate': 'certificates.revoke-certificate',
};

/** What somebody did, in words the person concerned understands. */
export const lookWords = (operation: string): Text =>
	words[formerNames[operation] ?? operation] ?? {
		vi: `Xem dữ liệu của bạn (${operation})`,
		en: `Looked at your data (${operation})`,
	};
