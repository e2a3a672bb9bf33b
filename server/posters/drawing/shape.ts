import type { Weight } from './fonts.ts';
import type { Modules } from './qr-modules.ts';

/** What a page is drawn of, in millimetres from the top left corner. The same shapes become PDF, SVG and PNG. */
export type Shape =
	| { kind: 'box'; x: number; y: number; width: number; height: number; radius: number; fill: string }
	| { kind: 'text'; x: number; y: number; size: number; weight: Weight; fill: string; text: string }
	/** `x`, `y` and `size` are of the dark modules' square; the quiet zone around it is the layout's business. */
	| { kind: 'qr'; x: number; y: number; size: number; modules: Modules; fill: string }
	/** Shapes turned upside down about a point. */
	| { kind: 'turned'; x: number; y: number; shapes: readonly Shape[] };

export interface Drawing {
	width: number;
	height: number;
	title: string;
	shapes: Shape[];
}

interface Bar {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** The dark modules of a QR code: neighbours in a row are one bar. */
export function* qrBars({ x, y, size, modules }: Extract<Shape, { kind: 'qr' }>): Generator<Bar> {
	const module = size / modules.length;
	for (const [row, cells] of modules.entries())
		for (let start = 0; start < cells.length; start++) {
			if (!cells[start]) continue;
			let end = start;
			while (cells[end]) end++;
			yield { x: x + start * module, y: y + row * module, width: (end - start) * module, height: module };
			start = end;
		}
}

/** The same as one path. */
export function qrPath(shape: Extract<Shape, { kind: 'qr' }>): string {
	const at = (value: number) => Math.round(value * 10_000) / 10_000;
	let path = '';
	for (const { x, y, width, height } of qrBars(shape))
		path += `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}z`;
	return path;
}
