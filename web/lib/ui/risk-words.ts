import type { Text } from '#shared/language';

/** Colours of the levels, always beside their names. */
export const riskColours: Record<number, 'green' | 'yellow' | 'orange' | 'red'> = {
	1: 'green',
	2: 'yellow',
	3: 'orange',
	4: 'red',
};

/** What to say of an officer's entries about a level of risk that cannot be. */
export const riskFaults: Record<string, Text> = {
	level: { vi: 'Hãy chọn mức', en: 'Choose the level' },
	decidedBy: { vi: 'Hãy ghi ai ra quyết định', en: 'Enter who decided' },
	decisionNumber: {
		vi: 'Hãy ghi số quyết định; mỗi quyết định chỉ có một mức cho một nơi',
		en: 'Enter the number of the decision; each has one level for an area',
	},
	differsBecause: {
		vi: 'Mức này khác mức đề xuất: hãy ghi lý do, từ 5 chữ; người dân sẽ đọc được',
		en: 'This level differs from the proposed one: say why, in 5 letters or more; people will read it',
	},
	holdsFrom: {
		vi: 'Lúc áp dụng phải trong vòng 30 ngày trước hoặc sau hôm nay',
		en: 'It must hold from within 30 days of today',
	},
	disease: { vi: 'Hãy chọn bệnh', en: 'Choose the disease' },
	ruleSet: { vi: 'Hãy chọn bộ quy tắc', en: 'Choose the rule set' },
	areaId: { vi: 'Hãy chọn địa bàn', en: 'Choose the area' },
	facts: { vi: 'Mỗi số liệu là một số từ 0 trở lên', en: 'Each of the facts is a number of 0 or more' },
};

/** The columns of a table of figures, by which a fault is told. */
export const figureColumns: Record<string, Text> = {
	code: { vi: 'Mã xã: không có đơn vị nào mang mã này', en: 'Code: no area has it' },
	since: { vi: 'Từ ngày', en: 'Since' },
	people: { vi: 'Dân số', en: 'Population' },
	span: { vi: 'Kỳ: tuần hoặc tháng', en: 'Span: week or month' },
	begins: { vi: 'Từ ngày', en: 'Begins' },
	cases: { vi: 'Số ca', en: 'Cases' },
};

/** What to say of a table of figures that cannot be loaded. */
export const figureFaults: Record<string, Text> = {
	kind: { vi: 'Hãy chọn loại số liệu', en: 'Choose which figures' },
	disease: { vi: 'Hãy chọn bệnh của số ca', en: 'Choose the disease of the cases' },
	source: { vi: 'Hãy ghi nguồn số liệu, từ 3 chữ', en: 'Say where the figures come from, in 3 letters or more' },
};
