import { type Box, fitText, lineHeight } from './fit-text.ts';
import { type Weight, widthOf } from './fonts.ts';
import type { Modules } from './qr-modules.ts';
import type { Shape } from './shape.ts';

/** Puts shapes on a page; its measures are those of A4, scaled to the page. */
export class Pen {
	readonly shapes: Shape[] = [];
	readonly width: number;
	readonly #scale: number;
	top = 0;

	constructor(width: number, scale: number) {
		this.width = width / scale;
		this.#scale = scale;
	}

	box(box: { x: number; y: number; width: number; height: number; radius?: number; fill: string }): void {
		const s = this.#scale;
		const { x, y, width, height, radius = 0, fill } = box;
		this.shapes.push({
			kind: 'box',
			x: x * s,
			y: y * s,
			width: width * s,
			height: height * s,
			radius: radius * s,
			fill,
		});
	}

	qr({ x, y, size, modules }: { x: number; y: number; size: number; modules: Modules }): void {
		const s = this.#scale;
		this.shapes.push({ kind: 'qr', x: x * s, y: y * s, size: size * s, modules, fill: '#000000' });
	}

	/** `x` is the left end, the middle or the right end of the text. */
	text(text: string, at: { x: number; y: number; size: number; weight?: Weight; fill: string; align?: Align }): void {
		const { x, y, size, weight = 'regular', fill, align = 'left' } = at;
		const left = x - widthOf(text, { weight, size }) * shareLeft[align];
		const s = this.#scale;
		this.shapes.push({ kind: 'text', x: left * s, y: y * s, size: size * s, weight, fill, text });
	}

	/** One or several lines from `y` down, as large as fits. Returns where they end. */
	fitted(text: string, at: Box & { x: number; y: number; fill: string; align?: Align }): number {
		const { lines, size, height } = fitText(text, at);
		for (const [index, line] of lines.entries())
			this.text(line, { ...at, y: at.y + size * (1 + index * lineHeight), size });
		return at.y + height;
	}
}

export type Align = 'left' | 'centre' | 'right';
const shareLeft = { left: 0, centre: 0.5, right: 1 };
