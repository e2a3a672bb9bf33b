import type { Cell } from '#platform/table/read-cells';
import { fold } from '#shared/text/vietnamese';

/** Which of the first two numbers of `03/04/2020` is the day. */
export type DayOrder = 'day-first' | 'month-first';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Whole days since 30 December 1899, as spreadsheets count: from 1930 to 2119. */
const serials = { from: 10_959, until: 80_000 };

/**
 * The day a cell means, `YYYY-MM-DD`: as ISO (a time behind it is left), `31/12/2020` in the order given, `5-Mar-20`,
 * `Mar 5, 2020`, `5 tháng 3 năm 2020`, `05-Thg3-20` as Vietnamese Excel shows it, `20200305` or a spreadsheet's number. Undefined for what is no day of the calendar. Years of two
 * figures lie in the hundred years until `today`.
 */
export function readDay(cell: Cell, order: DayOrder, today: string): string | undefined {
	if (typeof cell !== 'string') return cell.odd === 'date' ? cell.day : undefined;
	const text = fold(cell);
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
	if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const parts = numbersOf(text);
	if (parts) {
		const [day, month] = order === 'day-first' ? [parts[0], parts[1]] : [parts[1], parts[0]];
		return toDay(wholeYear(parts[2], today), Number(month), Number(day));
	}
	const named = /^(\d{1,2})[- ./]*([a-z]{3})[a-z]*\.?[- ./,]*(\d{4}|\d{2})$/.exec(text);
	if (named) return toDay(wholeYear(named[3]!, today), months.indexOf(named[2]!) + 1, Number(named[1]));
	const american = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/.exec(text);
	if (american) return toDay(Number(american[3]), months.indexOf(american[1]!) + 1, Number(american[2]));
	const spoken = /^(?:ngay )?(\d{1,2})[- ](?:thang|thg)[ -]?(\d{1,2}),?[- ](?:nam )?(\d{4}|\d{2})$/.exec(text);
	if (spoken) return toDay(wholeYear(spoken[3]!, today), Number(spoken[2]), Number(spoken[1]));
	const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
	if (serial < serials.from || serial > serials.until) return undefined;
	return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

/** `31/12/2020` with any sign between, a time behind it left. */
const numbersOf = (text: string): [string, string, string] | undefined => {
	const found = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ ,]+\d{1,2}:\d{2}.*)?$/.exec(text);
	return found ? [found[1]!, found[2]!, found[3]!] : undefined;
};

const wholeYear = (written: string, today: string): number => {
	if (written.length === 4) return Number(written);
	const century = today.slice(0, 2);
	const year = Number(`${century}${written}`);
	return year > Number(today.slice(0, 4)) ? year - 100 : year;
};

function toDay(year: number, month: number, day: number): string | undefined {
	const at = new Date(Date.UTC(year, month - 1, day));
	const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
	return isReal && year >= 1800 ? at.toISOString().slice(0, 10) : undefined;
}

/** In which order a column writes its days: told by a number above 12, `either` where every cell can be read both ways. */
export function orderOf(cells: Iterable<Cell | undefined>): DayOrder | 'either' | 'none' {
	let seen = 0;
	const above = [0, 0];
	for (const cell of cells) {
		const parts = typeof cell === 'string' ? numbersOf(cell.trim()) : undefined;
		if (!parts) continue;
		seen++;
		if (Number(parts[0]) > 12) above[0]!++;
		if (Number(parts[1]) > 12) above[1]!++;
	}
	if (!seen) return 'none';
	if (!above[0] && !above[1]) return 'either';
	return above[0]! >= above[1]! ? 'day-first' : 'month-first';
}
