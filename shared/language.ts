export type Language = 'vi' | 'en';

/** The same words in both languages. */
export interface Text {
	vi: string;
	en: string;
}

export const say = (text: Text, language: Language): string => text[language];

const timeZone = 'Asia/Ho_Chi_Minh';
const dayLong = 86_400_000;
/** Viet Nam has no summer time: its midnight is always 17:00 UTC the day before. */
const offset = 7 * 3_600_000;

// A busy hour asks of the same few days tens of thousands of times a second.
const keptMax = 1_000;
const dayTexts = new Map<number, string>();
const dayNumbers = new Map<string, number>();

/** Days since 1970 as `YYYY-MM-DD`. */
function dayText(number: number): string {
	const known = dayTexts.get(number);
	if (known !== undefined) return known;
	const text = new Date(number * dayLong).toISOString().slice(0, 10);
	if (dayTexts.size >= keptMax) dayTexts.clear();
	dayTexts.set(number, text);
	return text;
}

function dayNumber(day: string): number {
	const known = dayNumbers.get(day);
	if (known !== undefined) return known;
	const number = Date.parse(`${day}T00:00:00Z`) / dayLong;
	if (dayNumbers.size >= keptMax) dayNumbers.clear();
	dayNumbers.set(day, number);
	return number;
}

/** The calendar day in Viet Nam, `YYYY-MM-DD`. */
export const dayOf = (at: Date): string => dayText(Math.floor((at.getTime() + offset) / dayLong));

/** Midnight in Viet Nam at the beginning of a day `YYYY-MM-DD`. */
export const startOfDay = (day: string): Date => new Date(dayNumber(day) * dayLong - offset);

/** The day `days` later (or earlier), `YYYY-MM-DD`. */
export const shiftDay = (day: string, days: number): string => dayText(dayNumber(day) + days);

const day = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone } as const;
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
const formats = {
	day: new Intl.DateTimeFormat('en-GB', day),
	time: new Intl.DateTimeFormat('en-GB', time),
	vi: new Intl.NumberFormat('vi-VN'),
	en: new Intl.NumberFormat('en-GB'),
};

/** `24/11/2026`, in both languages. */
export const formatDay = (at: Date): string => formats.day.format(at);

/** `08:05`. */
export const formatTime = (at: Date): string => formats.time.format(at);

/** `08:05 24/11/2026`. */
export const formatMoment = (at: Date): string => `${formatTime(at)} ${formatDay(at)}`;

/** `1.234.567,8` in Vietnamese, `1,234,567.8` in English; at most three decimals. */
export const formatNumber = (value: number, language: Language): string => formats[language].format(value);
