import type { Text } from '#shared/language';
import type { WorkName } from '#work';

interface Line {
	what: Text;
	/** Where it is done; `{case}` where it is done case by case. */
	path: string;
}

/** What waits, in the words of who is to do it. */
export const workWords: Record<WorkName, Line> = {
	alarms: {
		what: { vi: 'câu trả lời đỏ: gọi ngay cho người bệnh', en: 'red answers: call the people now' },
		path: '/console/station',
	},
	'to-decide': {
		what: { vi: 'đề nghị cách ly chờ quyết định', en: 'proposals of isolation to be decided' },
		path: '/console/proposals',
	},
	'to-tell': {
		what: { vi: 'quyết định cách ly chưa báo cho đủ người', en: 'decisions not everybody was told of' },
		path: '/console/proposals?state=to-tell',
	},
	cordons: {
		what: { vi: 'đề nghị khoanh vùng chờ quyết định', en: 'proposals of cordons to be decided' },
		path: '/console/cordons',
	},
	alerts: {
		what: { vi: 'cảnh báo chờ bạn duyệt (cán bộ thứ hai)', en: 'alerts for you to approve as second officer' },
		path: '/console/alerts',
	},
	notices: {
		what: { vi: 'thông báo địa điểm chờ bạn duyệt (cán bộ thứ hai)', en: 'notices of places for you to approve' },
		path: '/console/venues',
	},
	exports: {
		what: { vi: 'tệp danh sách chờ bạn duyệt (cán bộ thứ hai)', en: 'files of lists for you to approve' },
		path: '/console/exports',
	},
	sightings: {
		what: { vi: 'lần người phải cách ly xuất hiện ở nơi khác', en: 'times somebody in isolation was seen elsewhere' },
		path: '/console/sightings',
	},
	contacts: {
		what: { vi: 'người tiếp xúc chờ xem xét', en: 'contacts to review' },
		path: '/console/cases/{case}/review',
	},
	'not-reported': {
		what: { vi: 'người im lặng cả ngày: hỏi thăm', en: 'people silent for a whole day: ask after them' },
		path: '/console/station?state=not-reported',
	},
	'needs-review': {
		what: { vi: 'người đang theo dõi cần xem lại', en: 'watched people to be looked at again' },
		path: '/console/station?state=needs-review',
	},
	calls: { what: { vi: 'cuộc gọi cần gọi', en: 'calls to make' }, path: '/console/calls' },
	groundless: {
		what: {
			vi: 'người cách ly vì ca đã loại trừ: kết thúc hay giữ',
			en: 'people in isolation for a case that was discarded: end it or keep it',
		},
		path: '/console/endings?state=groundless',
	},
	endings: {
		what: { vi: 'người đủ điều kiện kết thúc cách ly', en: 'people ready to end isolation' },
		path: '/console/endings',
	},
	pauses: {
		what: { vi: 'loại tin nhắn đang tạm dừng gửi', en: 'kinds of messages whose sending is paused' },
		path: '/console/messages',
	},
};
