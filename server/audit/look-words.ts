import type { Text } from '#shared/language';

const words: Record<string, Text> = {
	'cases.find-person': {
		vi: 'Tìm bạn theo số điện thoại hoặc giấy tờ',
		en: 'Looked you up by phone or document number',
	},
	'cases.open-case': { vi: 'Mở hồ sơ ca bệnh về bạn', en: 'Opened a case about you' },
	'cases.set-dates': {
		vi: 'Sửa ngày khởi phát hoặc lấy mẫu trong hồ sơ của bạn',
		en: 'Changed the dates of your case',
	},
	'cases.decide-clinically': {
		vi: 'Ghi quyết định của bác sĩ vào hồ sơ của bạn',
		en: 'Recorded a clinician’s decision in your case',
	},
	'cases.choose-rule': {
		vi: 'Đổi quy tắc tìm người tiếp xúc trong hồ sơ của bạn',
		en: 'Changed the contact rule of your case',
	},
	'cases.close-case': { vi: 'Đóng hồ sơ ca bệnh của bạn', en: 'Closed your case' },
	'cases.get-case': { vi: 'Xem hồ sơ ca bệnh của bạn', en: 'Looked at your case' },
	'cases.list-cases': { vi: 'Xem danh sách có hồ sơ của bạn', en: 'Looked at a list with your case' },
	'cases.find-contacts': {
		vi: 'Thấy bạn trong danh sách những người từng ở cùng nơi với một ca bệnh (không có tên)',
		en: 'Found you among those who shared a place with a case (no name shown)',
	},
	'cases.list-contacts': {
		vi: 'Thấy bạn trong danh sách những người từng ở cùng nơi với một ca bệnh (tên được che)',
		en: 'Found you among those who shared a place with a case (masked name)',
	},
	'cases.reveal-contact': {
		vi: 'Xem họ tên, số điện thoại và địa chỉ đầy đủ của bạn',
		en: 'Read your full name, phone and address',
	},
	'cases.export-contacts': { vi: 'Tải về danh sách có bạn', en: 'Downloaded a list with you on it' },
	'alerts.draft-alert': {
		vi: 'Soạn cảnh báo cho những người tiếp xúc với bạn (không nêu tên)',
		en: 'Began an alert to those who met you (without your name)',
	},
	'alerts.write-alert': {
		vi: 'Viết cảnh báo cho những người tiếp xúc với bạn (không nêu tên)',
		en: 'Wrote an alert to those who met you (without your name)',
	},
	'alerts.submit-alert': {
		vi: 'Gửi cảnh báo cho những người tiếp xúc với bạn (không nêu tên)',
		en: 'Sent an alert to those who met you (without your name)',
	},
	'alerts.approve-alert': {
		vi: 'Duyệt cảnh báo cho những người tiếp xúc với bạn (không nêu tên)',
		en: 'Approved an alert to those who met you (without your name)',
	},
	'alerts.release-stage': {
		vi: 'Gửi tiếp cảnh báo cho những người tiếp xúc với bạn (không nêu tên)',
		en: 'Sent more of an alert to those who met you (without your name)',
	},
	'alerts.stop-alert': {
		vi: 'Dừng cảnh báo cho những người tiếp xúc với bạn (không nêu tên)',
		en: 'Stopped an alert to those who met you (without your name)',
	},
	'alerts.recall-alert': {
		vi: 'Thu hồi cảnh báo cho những người tiếp xúc với bạn (không nêu tên)',
		en: 'Took back an alert to those who met you (without your name)',
	},
	'calls.list-calls': {
		vi: 'Xem danh sách người cần gọi điện, có bạn (tên được che)',
		en: 'Looked at a list of people to call, with you on it (masked name)',
	},
	'calls.note-call': { vi: 'Ghi kết quả cuộc gọi cho bạn', en: 'Noted how a call to you went' },
	'calls.reveal-person': {
		vi: 'Xem họ tên, số điện thoại và địa chỉ đầy đủ của bạn để gọi điện',
		en: 'Read your full name, phone and address to call you',
	},
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
	'cards.find-number': {
		vi: 'Tra mã số cá nhân của bạn trong sổ giấy (tên được che)',
		en: 'Looked up your personal number from a log on paper (masked name)',
	},
	'declarations.export-response': { vi: 'Tải tờ khai của bạn', en: 'Downloaded your declaration' },
	'laboratory.record-test': { vi: 'Ghi một xét nghiệm của bạn', en: 'Recorded a test of yours' },
	'laboratory.correct-test': { vi: 'Sửa một xét nghiệm của bạn', en: 'Corrected a test of yours' },
	'laboratory.list-tests': { vi: 'Xem các xét nghiệm của bạn', en: 'Looked at your tests' },
	'isolation.issue-order': { vi: 'Ra lệnh cách ly đối với bạn', en: 'Ordered you into isolation' },
	'isolation.end-order': { vi: 'Kết thúc lệnh cách ly của bạn', en: 'Ended your isolation order' },
	'isolation.get-order': {
		vi: 'Xem lệnh cách ly của bạn (tên được che)',
		en: 'Looked at your isolation order (masked name)',
	},
	'isolation.list-orders': {
		vi: 'Xem danh sách có lệnh cách ly của bạn (tên được che)',
		en: 'Looked at a list with your isolation order (masked name)',
	},
	'isolation.list-sightings': {
		vi: 'Xem nơi bạn xuất hiện khi đang cách ly hoặc ở vùng khoanh (tên được che)',
		en: 'Looked at where you were seen while in isolation or of a cordoned area (masked name)',
	},
	'isolation.handle-sighting': {
		vi: 'Đánh dấu đã xử lý việc bạn xuất hiện ở nơi khác khi đang cách ly hoặc ở vùng khoanh',
		en: 'Marked as handled that you were seen elsewhere while in isolation or of a cordoned area',
	},
	'isolation.reveal-person': {
		vi: 'Xem họ tên, số điện thoại và địa chỉ đầy đủ của bạn',
		en: 'Read your full name, phone and address',
	},
	'devices.look-up-card': {
		vi: 'Cổng một nơi bạn đến đã tra thẻ của bạn (tên được che)',
		en: 'A gate you came to looked your card up (masked name)',
	},
	'devices.record-cards': {
		vi: 'Cổng một nơi bạn đến đã ghi nhận thẻ của bạn (tên được che)',
		en: 'A gate you came to recorded your card (masked name)',
	},
	'monitoring.get-person': {
		vi: 'Xem các lần báo sức khoẻ của bạn (tên được che)',
		en: 'Looked at your health reports (masked name)',
	},
	'monitoring.get-matrix': {
		vi: 'Xem bảng báo sức khoẻ theo ngày có bạn (tên được che)',
		en: 'Looked at a table of daily reports with you on it (masked name)',
	},
	'monitoring.handle-alarm': {
		vi: 'Đã xử lý câu trả lời có triệu chứng của bạn',
		en: 'Did something about your report of symptoms',
	},
	'monitoring.list-alarms': {
		vi: 'Thấy bạn trong danh sách người báo có triệu chứng (tên được che)',
		en: 'Saw you among those who reported symptoms (masked name)',
	},
	'monitoring.list-mine': {
		vi: 'Xem bạn có phải báo sức khoẻ hôm nay không',
		en: 'Looked whether you are to report your health today',
	},
	'monitoring.list-round': {
		vi: 'Thấy bạn trong danh sách đi thăm từng người (tên được che)',
		en: 'Saw you on the list of a round (masked name)',
	},
	'monitoring.note-attempt': {
		vi: 'Ghi lại một lần gọi hoặc đến thăm bạn',
		en: 'Noted that you were called or visited',
	},
	'monitoring.reveal-person': {
		vi: 'Xem họ tên, số điện thoại và địa chỉ đầy đủ của bạn để gọi hoặc đến thăm',
		en: 'Read your full name, phone and address to call or visit you',
	},
	'monitoring.review-person': {
		vi: 'Xem xét tình trạng sức khoẻ của bạn',
		en: 'Reviewed your state of health',
	},
	'monitoring.list-people': {
		vi: 'Thấy bạn trong danh sách theo dõi sức khoẻ hằng ngày (tên được che)',
		en: 'Saw you on a list of people who report daily (masked name)',
	},
	'registrations.export-faulty-rows': {
		vi: 'Tải về các dòng cần sửa của một danh sách địa điểm có số của bạn',
		en: 'Downloaded the rows to mend of a list of places with your number on it',
	},
	'registrations.list-registrars': {
		vi: 'Xem danh sách người được đăng ký nhiều địa điểm, có bạn',
		en: 'Looked at the list of those who may register many places, with you on it',
	},
	'venues.propose-notice': {
		vi: 'Soạn thông báo về một nơi bạn đã đến (không nêu tên)',
		en: 'Wrote a public notice of a place you were at (without your name)',
	},
	'venues.publish-notice': {
		vi: 'Đăng thông báo về một nơi bạn đã đến (không nêu tên)',
		en: 'Published a notice of a place you were at (without your name)',
	},
	'venues.withdraw-notice': {
		vi: 'Rút thông báo về một nơi bạn đã đến (không nêu tên)',
		en: 'Took back a notice of a place you were at (without your name)',
	},
	'visits.list-today': {
		vi: 'Nơi bạn đến xem danh sách vào ra trong ngày (tên được che)',
		en: 'A place you went to looked at its list of the day (masked name)',
	},
	'visits.list-inside': {
		vi: 'Nơi bạn đến xem ai đang ở bên trong (tên được che)',
		en: 'A place you went to looked at who was inside (masked name)',
	},
	'visits.list-log': {
		vi: 'Nơi bạn đến xem nhật ký vào ra (tên được che)',
		en: 'A place you went to looked at its log (masked name)',
	},
	'visits.search-log': {
		vi: 'Nơi bạn đến tìm lượt vào ra của bạn trong nhật ký (tên được che)',
		en: 'A place you went to searched its log for you (masked name)',
	},
	'visits.list-not-left': {
		vi: 'Nơi bạn đến xem ai chưa ghi nhận ra (tên được che)',
		en: 'A place you went to looked at who was not noted leaving (masked name)',
	},
	'visits.close-not-left': {
		vi: 'Nơi bạn đến ghi là bạn đã ra, vì chưa ai ghi nhận',
		en: 'A place you went to noted that you had left, since nobody had',
	},
	'visits.list-passengers': {
		vi: 'Nhà xe xem danh sách khách của chuyến bạn đi (tên được che)',
		en: 'The carrier looked at the passengers of your trip (masked name)',
	},
	'visits.export-log': {
		vi: 'Nơi bạn đến tải nhật ký vào ra về (tên được che)',
		en: 'A place you went to downloaded its log (masked name)',
	},
};

/** What somebody did, in words the person concerned understands. */
export const lookWords = (operation: string): Text =>
	words[operation] ?? { vi: `Xem dữ liệu của bạn (${operation})`, en: `Looked at your data (${operation})` };
