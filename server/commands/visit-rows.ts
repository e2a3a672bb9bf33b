import { parse } from 'csv-parse/sync';
import type { Text } from '#shared/language';
import { readTime } from './read-time.ts';

export interface VisitRow {
	place: string;
	person: string;
	enteredAt: Date;
	leftAt?: Date;
}

const columns = ['place', 'person', 'entered_at', 'left_at'] as const;
type Column = (typeof columns)[number];

/** Why a row was not taken. It names the row and the column and never repeats what stands there. */
export interface Refusal {
	row: number;
	column: Column | 'row';
	reason: keyof typeof reasons;
}

export const reasons = {
	missing: { vi: 'bỏ trống', en: 'is empty' },
	'too-long': { vi: 'dài hơn 200 ký tự', en: 'is longer than 200 characters' },
	unreadable: { vi: 'có ký tự không đọc được', en: 'holds characters that cannot be read' },
	'not-a-time': {
		vi: 'không phải thời gian ISO 8601 (2026-11-24T08:30:00+07:00) hay giây Unix',
		en: 'is neither an ISO 8601 time (2026-11-24T08:30:00+07:00) nor Unix seconds',
	},
	'in-future': { vi: 'nằm trong tương lai', en: 'lies in the future' },
	'too-old': { vi: 'trước năm 2000', en: 'is before the year 2000' },
	'left-before': { vi: 'sớm hơn giờ vào', en: 'is before the time of entering' },
	'too-long-stay': {
		vi: 'sau giờ vào hơn 24 giờ: hãy ghi mỗi ngày một dòng',
		en: 'is more than 24 hours after entering: write a row for each day',
	},
	'too-many-days': {
		vi: 'thuộc ngày thứ 401 trở đi của tệp: hãy chia nhỏ tệp',
		en: 'is of the 401st or a later day of the file: split the file',
	},
	columns: { vi: 'số cột khác với dòng tiêu đề', en: 'has another number of columns than the header' },
	quotes: { vi: 'dấu ngoặc kép không khép', en: 'has a quotation mark that is not closed' },
	cut: { vi: 'dài quá một dòng', en: 'is too long for a row' },
} satisfies Record<string, Text>;

/** A file whose first line is no header of visits. */
export class HeaderError extends Error {}

export interface Header {
	delimiter: string;
	width: number;
	at: Record<Column, number>;
}

/** Reads the header: the four columns in any order, others beside them, parted by comma, semicolon or tab. */
export function readHeader(line: string): Header {
	const delimiter = [',', ';', '\t'].reduce((best, one) =>
		line.split(one).length > line.split(best).length ? one : best,
	);
	const names = (readCells(line, delimiter) ?? []).map((name) => name.trim().toLowerCase());
	for (const column of columns) {
		const { length } = names.filter((name) => name === column);
		if (length !== 1)
			throw new HeaderError(
				`The first line must name the columns ${columns.join(', ')}; ${column} is there ${length} times.`,
			);
	}
	const at = Object.fromEntries(columns.map((column) => [column, names.indexOf(column)])) as Header['at'];
	return { delimiter, width: names.length, at };
}

/** Reads one row, or says everything that is wrong with it. */
export function readVisitRow(
	line: { number: number; text: string; isCut: boolean },
	{ delimiter, width, at }: Header,
	now: Date,
): { visit: VisitRow } | { refusals: Refusal[] } {
	const refusals: Refusal[] = [];
	const refuse = (column: Refusal['column'], reason: Refusal['reason']) =>
		void refusals.push({ row: line.number, column, reason });
	const cells = line.isCut ? undefined : readCells(line.text, delimiter);
	if (line.isCut) refuse('row', 'cut');
	else if (!cells) refuse('row', 'quotes');
	else if (cells.length !== width) refuse('row', 'columns');
	if (!cells || refusals.length) return { refusals };
	const text = (column: Column) => cells[at[column]]!.trim().normalize('NFC');
	for (const column of ['place', 'person'] as const) {
		const fault = faultOfReference(text(column));
		if (fault) refuse(column, fault);
	}
	const enteredAt = readTime(text('entered_at'));
	const enteredFault = faultOfTime(text('entered_at'), enteredAt, now);
	if (enteredFault) refuse('entered_at', enteredFault);
	const leftAt = readTime(text('left_at'));
	const leftFault = text('left_at') && (faultOfTime(text('left_at'), leftAt, now) ?? faultOfStay(enteredAt, leftAt));
	if (leftFault) refuse('left_at', leftFault);
	if (refusals.length) return { refusals };
	return {
		visit: { place: text('place'), person: text('person'), enteredAt: enteredAt!, ...(leftAt ? { leftAt } : {}) },
	};
}

/** The cells of one line. Undefined when its quotation marks make no sense; a line of its own, it harms no other. */
function readCells(line: string, delimiter: string): string[] | undefined {
	if (!line.includes('"')) return line.split(delimiter);
	try {
		return parse(line, { delimiter, trim: true })[0];
	} catch {
		return undefined;
	}
}

function faultOfReference(text: string): Refusal['reason'] | undefined {
	if (!text) return 'missing';
	if (text.length > 200) return 'too-long';
	// Control characters, and what stands for bytes that are no text.
	return /[\p{Cc}\uFFFD]/u.test(text) ? 'unreadable' : undefined;
}

const earliest = new Date('2000-01-01T00:00:00+07:00');
/** A little is how clocks differ. */
const aheadMax = 5 * 60_000;
const stayMax = 24 * 3_600_000;

function faultOfTime(text: string, time: Date | undefined, now: Date): Refusal['reason'] | undefined {
	if (!text) return 'missing';
	if (!time) return 'not-a-time';
	if (time.getTime() > now.getTime() + aheadMax) return 'in-future';
	return time < earliest ? 'too-old' : undefined;
}

/** Finding who met a case looks no further back than a day, so a stay is no longer. */
function faultOfStay(enteredAt: Date | undefined, leftAt: Date | undefined): Refusal['reason'] | undefined {
	if (!enteredAt || !leftAt) return undefined;
	if (leftAt < enteredAt) return 'left-before';
	return leftAt.getTime() - enteredAt.getTime() > stayMax ? 'too-long-stay' : undefined;
}
