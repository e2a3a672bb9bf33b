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
		heading: { vi: 'Điều tra ca bệnh', en: 'Investigation' },
		sections: [{ path: '/console', label: { vi: 'Ca bệnh', en: 'Cases' } }],
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
			{ path: '/console/cordons', label: { vi: 'Khoanh vùng', en: 'Cordons' }, role: 'health-officer' },
		],
	},
	{
		heading: { vi: 'Thiết lập', en: 'Setting up' },
		sections: [
			{
				path: '/console/regimes',
				label: { vi: 'Chế độ cách ly, mẫu giấy', en: 'Regimes, certificate' },
				role: ['health-officer', 'administrator'],
			},
			{ path: '/places/import', label: { vi: 'Đăng ký nhiều địa điểm', en: 'Register many places' } },
			{
				path: '/console/registrars',
				label: { vi: 'Quyền đăng ký hàng loạt', en: 'Who may register many' },
				role: 'administrator',
			},
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
