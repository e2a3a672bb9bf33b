import type { Text } from '#shared/language';

type Role = 'health-officer' | 'administrator' | 'analyst' | 'commune-chair' | 'facility-head' | 'gate-authority';

/** A page of the officers' console, as its menu tells it. */
export interface Section {
	path: string;
	label: Text;
	/** Only for who holds this role, or one of these. */
	role?: Role | readonly Role[];
}

/** What officers work on, in the order in which a day meets it. */
export const consoleSections: readonly { heading: Text; sections: readonly Section[] }[] = [
	{
		heading: { vi: 'Hôm nay', en: 'Today' },
		sections: [
			{ path: '/console', label: { vi: 'Việc cần làm', en: 'What to do' } },
			{
				path: '/console/overview',
				label: { vi: 'Toàn cảnh', en: 'Overview' },
				role: ['health-officer', 'analyst', 'administrator'],
			},
		],
	},
	{
		heading: { vi: 'Điều tra ca bệnh', en: 'Investigation' },
		sections: [
			{ path: '/console/cases', label: { vi: 'Ca bệnh', en: 'Cases' }, role: 'health-officer' },
			{
				path: '/console/common-places',
				label: { vi: 'Nơi chung của các ca', en: 'Common places' },
				role: 'health-officer',
			},
			{ path: '/console/outbreaks', label: { vi: 'Ổ dịch', en: 'Outbreaks' }, role: 'health-officer' },
			{ path: '/console/chains', label: { vi: 'Chuỗi lây', en: 'Chains' }, role: 'health-officer' },
			{ path: '/console/numbers', label: { vi: 'Con số', en: 'Numbers' }, role: 'health-officer' },
			{
				path: '/console/paper-numbers',
				label: { vi: 'Tra mã số sổ giấy', en: 'Numbers on paper' },
				role: 'health-officer',
			},
			{ path: '/console/exports', label: { vi: 'Xuất danh sách', en: 'Exports' }, role: 'health-officer' },
			{ path: '/console/imports', label: { vi: 'Nhập danh sách', en: 'Import lists' }, role: 'health-officer' },
			{ path: '/console/duplicates', label: { vi: 'Hồ sơ trùng', en: 'Duplicates' }, role: 'health-officer' },
		],
	},
	{
		heading: { vi: 'Sức khoẻ hằng ngày', en: 'Health every day' },
		sections: [
			{ path: '/console/station', label: { vi: 'Trạm y tế hôm nay', en: 'Station today' }, role: 'health-officer' },
			{ path: '/console/rounds', label: { vi: 'Đi thăm từng người', en: 'Rounds' }, role: 'health-officer' },
		],
	},
	{
		heading: { vi: 'Báo cho dân', en: 'Telling people' },
		sections: [
			{ path: '/console/alerts', label: { vi: 'Cảnh báo', en: 'Alerts' }, role: 'health-officer' },
			{ path: '/console/venues', label: { vi: 'Thông báo địa điểm', en: 'Notices of places' }, role: 'health-officer' },
			{ path: '/console/calls', label: { vi: 'Cần gọi điện', en: 'To be called' }, role: 'health-officer' },
		],
	},
	{
		heading: { vi: 'Cách ly, khoanh vùng', en: 'Isolation and cordons' },
		sections: [
			{
				path: '/console/proposals',
				label: { vi: 'Đề nghị, quyết định', en: 'Proposals and decisions' },
				role: ['health-officer', 'commune-chair', 'facility-head', 'gate-authority'],
			},
			{ path: '/console/orders', label: { vi: 'Lệnh cách ly', en: 'Isolation orders' }, role: 'health-officer' },
			{ path: '/console/endings', label: { vi: 'Đến hạn kết thúc', en: 'Due to end' }, role: 'health-officer' },
			{ path: '/console/sites', label: { vi: 'Cơ sở cách ly', en: 'Isolation sites' }, role: 'health-officer' },
			{ path: '/console/sightings', label: { vi: 'Xuất hiện ở nơi khác', en: 'Sightings' }, role: 'health-officer' },
			{
				path: '/console/cordons',
				label: { vi: 'Khoanh vùng', en: 'Cordons' },
				role: ['health-officer', 'commune-chair'],
			},
			{ path: '/console/risk', label: { vi: 'Mức nguy cơ', en: 'Levels of risk' }, role: 'health-officer' },
		],
	},
	{
		heading: { vi: 'Thiết lập', en: 'Setting up' },
		sections: [
			{ path: '/console/diseases', label: { vi: 'Bệnh và quy tắc', en: 'Diseases and rules' } },
			{
				path: '/console/regimes',
				label: { vi: 'Chế độ cách ly, mẫu giấy', en: 'Regimes, certificate' },
				role: ['health-officer', 'administrator'],
			},
			{
				path: '/console/papers',
				label: { vi: 'Giấy tờ cách ly', en: 'Papers of isolation' },
				role: ['health-officer', 'administrator'],
			},
			{ path: '/console/clocks', label: { vi: 'Thời hạn cách ly', en: 'Deadlines of isolation' } },
			{
				path: '/console/symptom-rules',
				label: { vi: 'Quy tắc triệu chứng', en: 'Symptom rules' },
				role: ['health-officer', 'administrator', 'analyst'],
			},
			{
				path: '/console/outbreaks/templates',
				label: { vi: 'Mẫu thông báo ổ dịch', en: 'Notices of outbreaks' },
				role: 'administrator',
			},
			{ path: '/console/risk/figures', label: { vi: 'Nạp số liệu', en: 'Load figures' }, role: 'administrator' },
			{ path: '/places/import', label: { vi: 'Đăng ký nhiều địa điểm', en: 'Register many places' } },
			{ path: '/console/messages', label: { vi: 'Gửi tin nhắn', en: 'Sending messages' }, role: 'administrator' },
			{
				path: '/console/alerts/templates',
				label: { vi: 'Mẫu cảnh báo', en: 'Words of alerts' },
				role: 'administrator',
			},
			{
				path: '/console/registrars',
				label: { vi: 'Quyền đăng ký hàng loạt', en: 'Who may register many' },
				role: 'administrator',
			},
			{ path: '/console/audit', label: { vi: 'Nhật ký truy cập', en: 'Access log' }, role: 'administrator' },
		],
	},
];

/** The section a page belongs to: the one whose path begins it, the longest if several do. */
export function sectionOf(pathname: string): Section | undefined {
	return consoleSections
		.flatMap(({ sections }) => sections)
		.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
		.sort((a, b) => b.path.length - a.path.length)[0];
}
