import type { Text } from '#shared/language';
import { caseFaults } from './case-words.ts';

/** Where somebody in isolation stays (NĐ 165/2026 Đ14-20). */
export const isolationKinds: Record<string, Text> = {
	home: { vi: 'Tại nhà, nơi lưu trú', en: 'At home' },
	site: { vi: 'Cơ sở cách ly tập trung', en: 'An isolation site' },
	clinic: { vi: 'Cơ sở khám bệnh, chữa bệnh', en: 'A hospital or clinic' },
	gate: { vi: 'Cửa khẩu', en: 'A border gate' },
	elsewhere: { vi: 'Nơi khác', en: 'Elsewhere' },
};

export const orderStates: Record<string, Text> = {
	coming: { vi: 'chưa bắt đầu', en: 'not begun' },
	'in-force': { vi: 'đang hiệu lực', en: 'in force' },
	over: { vi: 'đã kết thúc', en: 'over' },
};

export const cordonStates: Record<string, Text> = {
	announced: { vi: 'sắp bắt đầu', en: 'announced' },
	'in-force': { vi: 'đang khoanh vùng', en: 'cordoned' },
	over: { vi: 'đã kết thúc', en: 'over' },
};

/** What to say of an officer's entries about orders, cordons and sightings that cannot be. */
export const restrictionFaults: Record<string, Text> = {
	...caseFaults,
	reason: {
		vi: 'Hãy ghi lý do, từ 5 đến 500 chữ; người liên quan sẽ đọc được',
		en: 'Say why, in 5 to 500 letters; the person concerned will read it',
	},
	note: { vi: 'Hãy ghi đã làm gì, từ 3 đến 500 chữ', en: 'Say what was done, in 3 to 500 letters' },
	areaId: { vi: 'Hãy chọn địa bàn', en: 'Choose the area' },
	kind: { vi: 'Hãy chọn nơi cách ly', en: 'Choose where the person stays' },
	disease: { vi: 'Hãy ghi bệnh và chế độ cách ly', en: 'Enter the disease and the regime' },
	decidedBy: { vi: 'Hãy ghi ai ra quyết định', en: 'Enter who decided' },
	decisionNumber: { vi: 'Hãy ghi số quyết định', en: 'Enter the number of the decision' },
	contact: {
		vi: 'Hãy ghi một số điện thoại, ví dụ 024 3825 1234, hoặc bỏ trống',
		en: 'Enter a phone number, for example 024 3825 1234, or leave it empty',
	},
	fromOn: {
		vi: 'Ngày bắt đầu phải trong vòng 60 ngày qua hoặc 30 ngày tới',
		en: 'The first day must lie within the past 60 or the next 30 days',
	},
	untilOn: {
		vi: 'Ngày cuối phải từ hôm nay trở đi, không trước ngày bắt đầu, không quá một năm',
		en: 'The last day must be today or later, not before the first, and within a year of it',
	},
	part: {
		vi: 'Hãy ghi tên tổ, thôn từ 2 chữ, hoặc bỏ trống',
		en: 'Enter the part in 2 letters or more, or leave it empty',
	},
	from: {
		vi: 'Lúc bắt đầu phải trong vòng 90 ngày qua hoặc 30 ngày tới',
		en: 'The beginning must lie within the past 90 or the next 30 days',
	},
	until: {
		vi: 'Lúc kết thúc phải sau lúc bắt đầu, không quá một năm',
		en: 'The end must be after the beginning, within a year of it',
	},
	noticeAt: { vi: 'Lúc thông báo không thể ở tương lai', en: 'The notice cannot lie in the future' },
	decision: { vi: 'Hãy ghi số quyết định kết thúc và lý do', en: 'Enter the number of the decision and why' },
};
