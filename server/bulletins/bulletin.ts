import Type, { type Static } from 'typebox';

const People = Type.Integer({ minimum: 0 });

export const Numbers = Type.Object({
	due: People,
	reported: People,
	red: People,
	cases: People,
	watched: Type.Optional(People),
	silent: Type.Optional(People),
	symptomatic: Type.Optional(People),
	needsReview: Type.Optional(People),
	dueToEnd: Type.Optional(People),
	beds: Type.Optional(People),
	bedsFree: Type.Optional(People),
});
export type Numbers = Static<typeof Numbers>;

/** A unit whose people have not all reported. */
export interface UnitLine {
	areaId: number;
	due: number;
	reported: number;
}

/** What is kept of a bulletin. */
export interface Bulletin {
	numbers: Numbers;
	/** Of the day before, where it was counted. */
	before?: Numbers;
	/** How many units watch somebody; of how many nobody reported, and not everybody. */
	units: number;
	silentUnits: number;
	shortUnits: number;
	short: UnitLine[];
}

/** The numbers in the order in which they are told. */
export const lines: readonly { name: keyof Numbers; vi: string; en: string }[] = [
	{ name: 'watched', vi: 'Đang theo dõi', en: 'Under watch' },
	{ name: 'due', vi: 'Phải báo sức khoẻ', en: 'To report their health' },
	{ name: 'reported', vi: 'Đã báo', en: 'Reported' },
	{ name: 'silent', vi: 'Im lặng từ một ngày trở lên', en: 'Silent for a day or more' },
	{ name: 'red', vi: 'Có câu trả lời đỏ', en: 'With a red answer' },
	{ name: 'symptomatic', vi: 'Đang có triệu chứng', en: 'With symptoms' },
	{ name: 'needsReview', vi: 'Cần xem lại', en: 'To be reviewed' },
	{ name: 'dueToEnd', vi: 'Đến hạn kết thúc', en: 'Due to end' },
	{ name: 'cases', vi: 'Ca bệnh mới mở', en: 'Cases opened' },
	{ name: 'bedsFree', vi: 'Giường cách ly còn trống', en: 'Isolation beds free' },
];
