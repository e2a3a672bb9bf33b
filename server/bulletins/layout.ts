import type { Static } from 'typebox';
import { type Drawing, fitText, type Shape, widthOf } from '#posters';
import { formatDay, formatMoment, formatNumber, startOfDay } from '#shared/language';
import { lines } from './bulletin.ts';
import type { getBulletin } from './get-bulletin.ts';

type Told = Static<typeof getBulletin.output>;

const paper = { width: 210, height: 297 };
const margin = 20;
const right = paper.width - margin;
const ink = '#111111';
const grey = '#4a4a4a';
const rule = '#9a9a9a';
const rowHeight = 6.4;

const n = (value: number) => formatNumber(value, 'vi');
const signed = (value: number) => (value > 0 ? `+${n(value)}` : value < 0 ? `−${n(-value)}` : '0');
const percent = (part: number, whole: number) =>
	whole ? `${formatNumber(Math.floor((part * 1_000) / whole) / 10, 'vi')} %` : '–';

/** Lays the bulletin out on A4 pages as an office files it: numbers with their change, then the units that are short. */
export function layoutBulletin(told: Told, authority: string): Drawing[] {
	const title = `Báo cáo theo dõi sức khoẻ ngày ${formatDay(startOfDay(told.day))}`;
	const sheets = new Sheets(title);
	layoutHead(sheets, told, authority);
	layoutNumbers(sheets, told);
	layoutUnits(sheets, told);
	return sheets.end(`${told.areaName.vi} · ${formatDay(startOfDay(told.day))}`);
}

function layoutHead(sheets: Sheets, told: Told, authority: string): void {
	sheets.text(authority || 'Vaora', { x: margin, weight: 'bold', size: 4 });
	sheets.text(`Lập lúc ${formatMoment(new Date(told.writtenAt))}`, { x: right, size: 3.4, fill: grey, isRight: true });
	sheets.top += 13;
	sheets.text('BÁO CÁO THEO DÕI SỨC KHOẺ HẰNG NGÀY', { x: margin, weight: 'bold', size: 6 });
	sheets.top += 8;
	sheets.wrapped(told.areaName.vi, 5);
	sheets.text(`Số liệu ngày ${formatDay(startOfDay(told.day))}`, { x: margin, size: 4 });
	sheets.top += 10;
}

function layoutNumbers(sheets: Sheets, { numbers, before }: Told): void {
	const columns = [118, 148, right] as const;
	const head = ['Trong ngày', 'Hôm trước', 'Thay đổi'];
	for (const [index, text] of head.entries())
		sheets.text(text, { x: columns[index]!, size: 3.6, weight: 'bold', isRight: true });
	sheets.ruled();
	for (const { name, vi } of lines) {
		const value = numbers[name];
		if (value === undefined) continue;
		const old = before?.[name];
		const cells = [n(value), old === undefined ? '–' : n(old), old === undefined ? '–' : signed(value - old)];
		sheets.text(vi, { x: margin, size: 4 });
		for (const [index, text] of cells.entries())
			sheets.text(text, { x: columns[index]!, size: 4, weight: index ? 'regular' : 'bold', isRight: true });
		sheets.ruled();
	}
	sheets.text('Tỷ lệ đã báo', { x: margin, size: 4, weight: 'bold' });
	const shares = [percent(numbers.reported, numbers.due), before ? percent(before.reported, before.due) : '–'];
	for (const [index, text] of shares.entries())
		sheets.text(text, { x: columns[index]!, size: 4, weight: 'bold', isRight: true });
	sheets.ruled();
	sheets.top += 5;
}

function layoutUnits(sheets: Sheets, { short, shortUnits, silentUnits, units }: Told): void {
	sheets.text('Đơn vị chưa báo đủ', { x: margin, size: 5, weight: 'bold' });
	sheets.top += 7;
	const told = shortUnits
		? `${n(shortUnits)} trên ${n(units)} đơn vị chưa báo đủ; ${n(silentUnits)} đơn vị chưa có ai báo.`
		: `Tất cả ${n(units)} đơn vị đã báo đủ.`;
	sheets.text(told, { x: margin, size: 4 });
	sheets.top += 8;
	for (const { name, due, reported } of short) {
		sheets.row(name.vi, reported ? `thiếu ${n(due - reported)} trên ${n(due)}` : `chưa có ai báo (${n(due)} người)`);
	}
	const left = shortUnits - short.length;
	if (left > 0) sheets.row(`… và ${n(left)} đơn vị nữa`, '');
}

interface Look {
	x: number;
	size: number;
	weight?: 'regular' | 'bold';
	fill?: string;
	/** `x` is where it ends. */
	isRight?: boolean;
}

/** Pages filled from the top down; what does not fit goes on overleaf. */
class Sheets {
	readonly #pages: Shape[][] = [[]];
	readonly #title: string;
	top = margin;

	constructor(title: string) {
		this.#title = title;
	}

	text(text: string, { x, size, weight = 'regular', fill = ink, isRight = false }: Look): void {
		const left = isRight ? x - widthOf(text, { weight, size }) : x;
		this.#pages.at(-1)!.push({ kind: 'text', x: left, y: this.top + size, size, weight, fill, text });
	}

	wrapped(text: string, size: number): void {
		const { lines: broken, size: fitted } = fitText(text, { width: right - margin, height: 20, weight: 'bold', size });
		for (const line of broken) {
			this.text(line, { x: margin, size: fitted, weight: 'bold' });
			this.top += fitted * 1.35;
		}
	}

	/** Ends a line of a table. */
	ruled(): void {
		const [y, width] = [this.top + rowHeight - 0.6, right - margin];
		this.#pages.at(-1)!.push({ kind: 'box', x: margin, y, width, height: 0.15, radius: 0, fill: rule });
		this.top += rowHeight;
		if (this.top < paper.height - margin - rowHeight) return;
		this.#pages.push([]);
		this.top = margin;
	}

	row(left: string, end: string): void {
		const room = right - margin - 60;
		const size = Math.min(3.8, room / widthOf(left, { weight: 'regular', size: 1 }));
		this.text(left, { x: margin, size });
		this.text(end, { x: right, size: 3.8, isRight: true });
		this.ruled();
	}

	/** The finished pages, each with its number. */
	end(foot: string): Drawing[] {
		return this.#pages.map((shapes, index) => {
			const text = `${foot} · trang ${index + 1}/${this.#pages.length}`;
			const mark: Shape = {
				kind: 'text',
				x: margin,
				y: paper.height - 10,
				size: 3.2,
				weight: 'regular',
				fill: grey,
				text,
			};
			return { ...paper, title: this.#title, shapes: [...shapes, mark] };
		});
	}
}
