import { fitText, lineHeight } from './fit-text.ts';
import { type Weight, widthOf } from './fonts.ts';
import type { Drawing, Shape } from './shape.ts';

export interface Look {
	/** Millimetres. */
	size: number;
	weight?: Weight;
	align?: 'left' | 'centre';
	fill?: string;
	left?: number;
	width?: number;
}

/** What stands above a Vietnamese office's letter. */
export interface LetterHead {
	authority: string;
	/** `Số: 123/QĐ-UBND`. */
	number: string;
	/** `Ngày 26/11/2026`. */
	issuedOn: string;
}

const paper = { width: 210, height: 297 };
const ink = '#111111';

/** A letter on A4 as Vietnamese offices write them (NĐ 30/2020): paragraphs one below the other, on as many pages as it takes. */
export class Letter {
	static readonly margin = 25;
	static readonly room = paper.width - 2 * Letter.margin;
	static readonly height = paper.height;
	readonly #title: string;
	readonly #pages: Shape[][] = [[]];
	/** Where the next paragraph begins on the page, in millimetres. */
	top = Letter.margin;

	constructor(title: string) {
		this.#title = title;
	}

	/** The shapes of the page that is being written. */
	get shapes(): Shape[] {
		return this.#pages.at(-1)!;
	}

	/** The office and the number to the left, the state and the day to the right. */
	head({ authority, number, issuedOn }: LetterHead): void {
		const half = Letter.room / 2;
		const left = { align: 'centre', width: half - 4, left: Letter.margin } as const;
		this.paragraph(authority, { size: 4, weight: 'bold', ...left });
		this.paragraph(number, { size: 3.4, ...left });
		this.top = Letter.margin;
		const right = { align: 'centre', width: half + 4, left: Letter.margin + half - 4 } as const;
		this.paragraph('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 3.6, weight: 'bold', ...right });
		this.paragraph('Độc lập – Tự do – Hạnh phúc', { size: 4, weight: 'bold', ...right });
		this.paragraph(issuedOn, { size: 3.6, ...right });
	}

	paragraph(text: string, look: Look): void {
		const { lines, size, height } = fitted(text, look);
		if (this.top + height > paper.height - Letter.margin + 10) this.#turn();
		this.shapes.push(...drawn(lines, { ...look, size }, this.top));
		this.top += height;
	}

	/** Begins another page unless there is so much room left. */
	keepTogether(height: number): void {
		if (this.top + height > paper.height - Letter.margin) this.#turn();
	}

	/** The same small line at the foot of every page there is. */
	footnote(text: string, look: Look): void {
		const { lines, size } = fitted(text, look);
		for (const shapes of this.#pages) shapes.push(...drawn(lines, { ...look, size }, paper.height - 16));
	}

	drawings(): Drawing[] {
		return this.#pages.map((shapes) => ({ ...paper, title: this.#title, shapes }));
	}

	#turn(): void {
		this.#pages.push([]);
		this.top = Letter.margin;
	}
}

function fitted(text: string, { size, weight = 'regular', align = 'left', width = Letter.room }: Look) {
	return fitText(text, { width, height: 60, weight, size, isRunning: align === 'left' });
}

function drawn(lines: readonly string[], look: Look, top: number): Shape[] {
	const { size, weight = 'regular', align = 'left', fill = ink, left = Letter.margin, width = Letter.room } = look;
	return lines.map((text, index) => {
		const slack = width - widthOf(text, { weight, size });
		const x = left + (align === 'centre' ? slack / 2 : 0);
		return { kind: 'text', x, y: top + size * (1 + index * lineHeight), size, weight, fill, text };
	});
}
