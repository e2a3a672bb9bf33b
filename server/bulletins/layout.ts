import type { Static } from 'typebox';
import { type Drawing, fitText, type Shape, widthOf } from '#posters';
import { formatDay, formatMoment, formatNumber, type Language, say, startOfDay } from '#shared/language';
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

/** What is said in the language of whoever prints it. */
const speak = (language: Language) => {
	const n = (value: number) => formatNumber(value, language);
	return {
		language,
		n,
		t: (vi: string, en: string) => say({ vi, en }, language),
		signed: (value: number) => (value > 0 ? `+${n(value)}` : value < 0 ? `−${n(-value)}` : '0'),
		percent: (part: number, whole: number) => (whole ? `${n(Math.floor((part * 1_000) / whole) / 10)} %` : '–'),
	};
};
type Speech = ReturnType<typeof speak>;

/** Lays the bulletin out on A4 pages as an office files it: numbers with their change, then the units that are short. */
export function layoutBulletin(told: Told, authority: string, language: Language): Drawing[] {
	const speech = speak(language);
	const day = formatDay(startOfDay(told.day));
	const title = speech.t(`Báo cáo theo dõi sức khoẻ ngày ${day}`, `Health watch on ${day}`);
	const sheets = new Sheets(title);
	layoutHead(sheets, told, authority, speech);
	layoutNumbers(sheets, told, speech);
	layoutUnits(sheets, told, speech);
	return sheets.end(`${say(told.areaName, language)} · ${day}`, speech.t('trang', 'page'));
}

function layoutHead(sheets: Sheets, told: Told, authority: string, { language, t }: Speech): void {
	const written = `${t('Lập lúc', 'Written at')} ${formatMoment(new Date(told.writtenAt))}`;
	sheets.text(authority || 'Vaora', { x: margin, weight: 'bold', size: 4 });
	sheets.text(written, { x: right, size: 3.4, fill: grey, isRight: true });
	sheets.top += 13;
	const title = t('BÁO CÁO THEO DÕI SỨC KHOẺ HẰNG NGÀY', 'DAILY BULLETIN OF THE HEALTH WATCH');
	sheets.text(title, { x: margin, weight: 'bold', size: 6 });
	sheets.top += 8;
	sheets.wrapped(say(told.areaName, language), 5);
	const day = formatDay(startOfDay(told.day));
	sheets.text(`${t('Số liệu ngày', 'Numbers of')} ${day}`, { x: margin, size: 4 });
	sheets.top += 10;
}

function layoutNumbers(sheets: Sheets, { numbers, before }: Told, { t, n, signed, percent }: Speech): void {
	const columns = [118, 148, right] as const;
	const head = [t('Trong ngày', 'That day'), t('Hôm trước', 'Day before'), t('Thay đổi', 'Change')];
	for (const [index, text] of head.entries())
		sheets.text(text, { x: columns[index]!, size: 3.6, weight: 'bold', isRight: true });
	sheets.ruled();
	for (const { name, vi, en } of lines) {
		const value = numbers[name];
		if (value === undefined) continue;
		const old = before?.[name];
		const cells = [n(value), old === undefined ? '–' : n(old), old === undefined ? '–' : signed(value - old)];
		sheets.text(t(vi, en), { x: margin, size: 4 });
		for (const [index, text] of cells.entries())
			sheets.text(text, { x: columns[index]!, size: 4, weight: index ? 'regular' : 'bold', isRight: true });
		sheets.ruled();
	}
	sheets.text(t('Tỷ lệ đã báo', 'Share that reported'), { x: margin, size: 4, weight: 'bold' });
	const shares = [percent(numbers.reported, numbers.due), before ? percent(before.reported, before.due) : '–'];
	for (const [index, text] of shares.entries())
		sheets.text(text, { x: columns[index]!, size: 4, weight: 'bold', isRight: true });
	sheets.ruled();
	sheets.top += 5;
}

function layoutUnits(
	sheets: Sheets,
	{ short, shortUnits, silentUnits, units }: Told,
	{ language, t, n }: Speech,
): void {
	sheets.text(t('Đơn vị chưa báo đủ', 'Units that have not reported in full'), { x: margin, size: 5, weight: 'bold' });
	sheets.top += 7;
	const told = shortUnits
		? t(
				`${n(shortUnits)} trên ${n(units)} đơn vị chưa báo đủ; ${n(silentUnits)} đơn vị chưa có ai báo.`,
				`${n(shortUnits)} of ${n(units)} units are short; of ${n(silentUnits)} nobody reported.`,
			)
		: t(`Tất cả ${n(units)} đơn vị đã báo đủ.`, `All ${n(units)} units have reported in full.`);
	sheets.text(told, { x: margin, size: 4 });
	sheets.top += 8;
	for (const { name, due, reported } of short) {
		const missing = t(`thiếu ${n(due - reported)} trên ${n(due)}`, `${n(due - reported)} of ${n(due)} missing`);
		const nobody = t(`chưa có ai báo (${n(due)} người)`, `nobody reported (${n(due)} people)`);
		sheets.row(say(name, language), reported ? missing : nobody);
	}
	const left = shortUnits - short.length;
	if (left > 0) sheets.row(t(`… và ${n(left)} đơn vị nữa`, `… and ${n(left)} more`), '');
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
	end(foot: string, page: string): Drawing[] {
		return this.#pages.map((shapes, index) => {
			const text = `${foot} · ${page} ${index + 1}/${this.#pages.length}`;
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
