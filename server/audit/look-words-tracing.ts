import type { Text } from '#shared/language';

/** Looks by those who trace a case, in words the person concerned understands. */
export const tracingWords: Record<string, Text> = {
	'cases.find-person': {
		vi: 'Tìm bạn theo số điện thoại hoặc giấy tờ',
		en: 'Looked you up by phone or document number',
	},
	'imports.get-columns': {
		vi: 'Xem vài dòng mẫu của một tệp sẽ nhập, có thể có bạn',
		en: 'Looked at some sample rows of a file to be imported, you may be in it',
	},
	'imports.export-faulty-rows': {
		vi: 'Tải những dòng cần sửa của một tệp sẽ nhập, có thể có bạn',
		en: 'Downloaded the rows to mend of a file to be imported, you may be in it',
	},
	'imports.add-block': {
		vi: 'Ghi hồ sơ của bạn từ danh sách của một cơ quan y tế khác',
		en: 'Wrote down what a list of another health authority says of you',
	},
	'cases.open-case': { vi: 'Mở hồ sơ ca bệnh về bạn', en: 'Opened a case about you' },
	'cases.change': { vi: 'Sửa hồ sơ ca bệnh của bạn', en: 'Changed your case' },
	// Kept for what was done by this name.
	'cases.set-dates': {
		vi: 'Sửa ngày khởi phát hoặc lấy mẫu trong hồ sơ của bạn',
		en: 'Changed the dates of your case',
	},
	'cases.reopen-case': { vi: 'Mở lại hồ sơ ca bệnh của bạn', en: 'Opened your case again' },
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
	'cases.get-timeline': { vi: 'Xem diễn biến trong hồ sơ ca bệnh của bạn', en: 'Looked at the course of your case' },
	'cases.list-cases': { vi: 'Xem danh sách có hồ sơ của bạn', en: 'Looked at a list with your case' },
	'exports.order': { vi: 'Đưa bạn vào một danh sách xuất thành tệp', en: 'Put you into a list that left as a file' },
	'exports.read-sheets': { vi: 'In phiếu điều tra về bạn', en: 'Printed an investigation form about you' },
	'exports.decide': { vi: 'Duyệt một danh sách xuất thành tệp', en: 'Decided on a list that leaves as a file' },
	'exports.get-part': { vi: 'Tải tệp danh sách đã xuất', en: 'Downloaded a list that had been exported' },
	'exposures.rank-places': {
		vi: 'Xem những nơi bạn và các ca bệnh khác cùng đến (không có tên)',
		en: 'Looked at the places you and other cases went to (no name shown)',
	},
	'contacts.find-contacts': {
		vi: 'Thấy bạn trong danh sách những người từng ở cùng nơi với một ca bệnh (không có tên)',
		en: 'Found you among those who shared a place with a case (no name shown)',
	},
	'contacts.list-contacts': {
		vi: 'Thấy bạn trong danh sách những người từng ở cùng nơi với một ca bệnh (tên được che)',
		en: 'Found you among those who shared a place with a case (masked name)',
	},
	'contacts.reveal-contact': {
		vi: 'Xem họ tên, số điện thoại và địa chỉ đầy đủ của bạn',
		en: 'Read your full name, phone and address',
	},
	'cases.export-contacts': { vi: 'Tải về danh sách có bạn', en: 'Downloaded a list with you on it' },
	'alerts.draft-alert': {
		vi: 'Soạn cảnh báo cho những người tiếp xúc với bạn (không nêu tên)',
		en: 'Began an alert to those who met you (without your name)',
	},
	'alerts.draft-outbreak-alert': {
		vi: 'Soạn cảnh báo cho những người tiếp xúc với các ca của một ổ dịch, trong đó có bạn (không nêu tên)',
		en: 'Began an alert to those who met the cases of an outbreak, you among them (without your name)',
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
	'contacts.export-contacts': { vi: 'Tải về danh sách có bạn', en: 'Downloaded a list with you on it' },
	'contacts.request-list': {
		vi: 'Xin tải danh sách của ca bệnh về bạn',
		en: 'Asked to download the list of your case',
	},
	'contacts.approve-list': {
		vi: 'Duyệt hoặc từ chối việc tải danh sách của ca bệnh về bạn',
		en: 'Approved or refused a download of the list of your case',
	},
	'contacts.record-found': {
		vi: 'Ghi bạn vào danh sách những người từng ở cùng nơi với một ca bệnh (không có tên)',
		en: 'Put you on the list of those who shared a place with a case (no name shown)',
	},
	'contacts.expand': {
		vi: 'Ghi bạn vào danh sách những người từng ở cùng nơi với người tiếp xúc của một ca bệnh (không có tên)',
		en: 'Put you on the list of those who shared a place with a contact of a case (no name shown)',
	},
	'contacts.list-recorded': {
		vi: 'Thấy bạn trong danh sách người tiếp xúc cần xem xét (tên được che)',
		en: 'Saw you on the list of contacts to review (masked name)',
	},
	'contacts.review': { vi: 'Xem xét việc bạn tiếp xúc với một ca bệnh', en: 'Decided about your contact with a case' },
	'contacts.undo-review': {
		vi: 'Rút lại quyết định về việc bạn tiếp xúc với một ca bệnh',
		en: 'Took back a decision about your contact with a case',
	},
	'interviews.add': {
		vi: 'Ghi bạn là người đã gặp một ca bệnh, theo lời kể',
		en: 'Wrote you down as somebody a case says they met',
	},
	'interviews.list': {
		vi: 'Xem danh sách những người ca bệnh kể đã gặp, có bạn (tên được che)',
		en: 'Looked at a list of whom a case says they met, with you on it (masked name)',
	},
	'interviews.create-link': {
		vi: 'Gửi vào điện thoại của bạn đường dẫn để ghi những người đã gặp',
		en: 'Sent your phone a link to write down whom you met',
	},
	'chains.set-link': {
		vi: 'Ghi vào hồ sơ ca bệnh của bạn ai lây cho ai',
		en: 'Noted in your case who infected whom',
	},
	'chains.remove-link': { vi: 'Bỏ một mối lây trong hồ sơ của bạn', en: 'Removed who infected whom from your case' },
	'chains.list-links': {
		vi: 'Xem mối lây giữa ca bệnh của bạn và ca khác (tên được che)',
		en: 'Looked at how your case is linked to others (masked name)',
	},
	'chains.list-suggestions': {
		vi: 'Xem bạn đã gặp ca bệnh nào khác (tên được che)',
		en: 'Looked at which other cases you met (masked name)',
	},
	'chains.get-chain': {
		vi: 'Xem chuỗi lây có ca bệnh của bạn (tên được che)',
		en: 'Looked at the chain your case is part of (masked name)',
	},
	'chains.get-timeline': {
		vi: 'Xem diễn biến ca bệnh của bạn: xét nghiệm, nơi đã đến, cách ly',
		en: 'Looked at your case over time: tests, where you were, isolation',
	},
	'laboratory.record-test': { vi: 'Ghi một xét nghiệm của bạn', en: 'Recorded a test of yours' },
	'laboratory.correct-test': { vi: 'Sửa một xét nghiệm của bạn', en: 'Corrected a test of yours' },
	'laboratory.list-tests': { vi: 'Xem các xét nghiệm của bạn', en: 'Looked at your tests' },
	'duplicates.list': {
		vi: 'Thấy hồ sơ của bạn trong danh sách có thể trùng (tên được che)',
		en: 'Found your record among those that may be double (masked name)',
	},
	'duplicates.get': {
		vi: 'Xem hồ sơ của bạn bên một hồ sơ có thể trùng (tên được che)',
		en: 'Looked at your record beside one that may be yours too (masked name)',
	},
	'duplicates.compare': {
		vi: 'Xem đầy đủ hồ sơ của bạn để so với một hồ sơ có thể trùng',
		en: 'Read your whole record to compare it with one that may be yours too',
	},
	'duplicates.merge': { vi: 'Hợp nhất hai hồ sơ của bạn làm một', en: 'Made two records of yours one' },
	'duplicates.undo': { vi: 'Tách lại hai hồ sơ đã hợp nhất', en: 'Parted two records that had been made one' },
	'duplicates.dismiss': {
		vi: 'Ghi rằng hồ sơ của bạn và một hồ sơ khác là của hai người',
		en: 'Noted that your record and another are of two people',
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
};
