import type { Text } from '#shared/language';

/** Looks by those who look after people in isolation, in a cordon, or after a contact, in words the person concerned understands. */
export const watchingWords: Record<string, Text> = {
	'calls.list-calls': {
		vi: 'Xem danh sách người cần gọi điện, có bạn (tên được che)',
		en: 'Looked at a list of people to call, with you on it (masked name)',
	},
	'calls.note-call': { vi: 'Ghi kết quả cuộc gọi cho bạn', en: 'Noted how a call to you went' },
	'calls.reveal-person': {
		vi: 'Xem họ tên, số điện thoại và địa chỉ đầy đủ của bạn để gọi điện',
		en: 'Read your full name, phone and address to call you',
	},
	'isolation.issue-order': { vi: 'Ra lệnh cách ly đối với bạn', en: 'Ordered you into isolation' },
	'isolation.extend-order': { vi: 'Kéo dài lệnh cách ly của bạn', en: 'Extended your isolation order' },
	'isolation.transfer-order': {
		vi: 'Chuyển nơi cách ly của bạn',
		en: 'Moved your isolation to another place or area',
	},
	'isolation.choose-bed': { vi: 'Xếp giường cho bạn ở cơ sở cách ly', en: 'Gave you a bed at an isolation site' },
	'sites.list-round': {
		vi: 'Thấy bạn trong danh sách đi thăm một tầng (tên được che)',
		en: 'Saw you on the list of a round of your floor (masked name)',
	},
	'sites.get-floor': {
		vi: 'Xem sơ đồ tầng có giường của bạn (tên được che)',
		en: 'Looked at the plan of your floor (masked name)',
	},
	'sites.list-moves': {
		vi: 'Xem lịch sử xếp giường có bạn (tên được che)',
		en: 'Looked at who lay in which bed, with you among them (masked name)',
	},
	'proposals.propose': { vi: 'Đề nghị cách ly đối với bạn', en: 'Proposed you for isolation' },
	'proposals.propose-contacts': {
		vi: 'Đề nghị cách ly bạn vì tiếp xúc với một ca bệnh',
		en: 'Proposed you for isolation as the contact of a case',
	},
	'proposals.propose-arrivals': {
		vi: 'Đề nghị cách ly bạn sau khi qua cửa khẩu, bến, chốt',
		en: 'Proposed you for isolation after you came through a gate',
	},
	'proposals.decide': { vi: 'Quyết định cách ly đối với bạn', en: 'Decided that you stay in isolation' },
	'proposals.refuse': { vi: 'Không chấp nhận đề nghị cách ly bạn', en: 'Refused a proposal to isolate you' },
	'proposals.note-notices': {
		vi: 'Ghi đã báo quyết định cách ly của bạn cho ai',
		en: 'Noted who was told of your isolation',
	},
	'proposals.list': {
		vi: 'Xem danh sách đề nghị cách ly có bạn (tên được che)',
		en: 'Looked at a list of proposals with you on it (masked name)',
	},
	'proposals.get': {
		vi: 'Xem đề nghị cách ly bạn (tên được che)',
		en: 'Looked at the proposal to isolate you (masked name)',
	},
	'endings.list-groundless': {
		vi: 'Xem danh sách người cách ly vì ca đã loại trừ, có bạn (tên được che)',
		en: 'Looked at who is in isolation for a discarded case, with you among them (masked name)',
	},
	'endings.settle-groundless': {
		vi: 'Quyết định về việc cách ly của bạn khi ca liên quan đã loại trừ',
		en: 'Decided on your isolation when the case it was for was discarded',
	},
	'endings.list-due': {
		vi: 'Xem danh sách đến hạn kết thúc cách ly có bạn (tên được che)',
		en: 'Looked at who is due to end isolation, with you among them (masked name)',
	},
	'endings.decide': { vi: 'Kết thúc cách ly của bạn khi đủ điều kiện', en: 'Ended your isolation as completed' },
	'endings.decide-all': { vi: 'Kết thúc cách ly của bạn khi đủ điều kiện', en: 'Ended your isolation as completed' },
	'certificates.revoke-certificate': {
		vi: 'Huỷ giấy hoàn thành cách ly của bạn',
		en: 'Took back your certificate of completed isolation',
	},
	'papers.make-paper': {
		vi: 'In quyết định, thông báo cách ly của bạn',
		en: 'Printed a decision or notice of your isolation',
	},
	'certificates.make-certificate': {
		vi: 'In giấy hoàn thành cách ly của bạn',
		en: 'Printed your certificate of completed isolation',
	},
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
	'residents.add': {
		vi: 'Ghi bạn vào danh sách vùng khoanh, để báo sức khoẻ hằng ngày',
		en: 'Put you on the list of a cordon, to report your health every day',
	},
	'residents.preview-removal': {
		vi: 'Xem các nhà sẽ ra khỏi danh sách vùng khoanh',
		en: 'Looked at the houses to be taken off a cordon’s list',
	},
	'residents.remove': { vi: 'Đưa bạn ra khỏi danh sách vùng khoanh', en: 'Took you off the list of a cordon' },
	'residents.list-round': {
		vi: 'Thấy bạn trong danh sách đi thăm từng nhà (tên được che)',
		en: 'Saw you on the list of a round from house to house (masked name)',
	},
	'residents.list-dwellings': {
		vi: 'Xem danh sách vùng khoanh có bạn (tên được che)',
		en: 'Looked at a cordon’s list with you on it (masked name)',
	},
	'residents.list-to-call': {
		vi: 'Xem họ tên, số điện thoại của bạn để gọi vì chưa báo sức khoẻ',
		en: 'Read your name and phone to call you, since you had not reported',
	},
	'residents.list-leaders': {
		vi: 'Xem danh sách người theo dõi vùng khoanh, có bạn',
		en: 'Looked at who looks after a cordon, with you on the list',
	},
	'rosters.export-faulty-rows': {
		vi: 'Tải về các dòng cần sửa của danh sách vùng khoanh',
		en: 'Downloaded the rows to mend of a cordon’s roster',
	},
	'zones.get-cordon': { vi: 'Xem một quyết định khoanh vùng', en: 'Looked at a cordon' },
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
};
