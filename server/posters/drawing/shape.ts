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

/** The dark modules of a QR code as one path: neighbours in a row are one bar. */
export function qrPath({ x, y, size, modules }: Extract<Shape, { kind: 'qr' }>): string {
	const module = size / modules.length;
	const at = (value: number) => Math.round(value * 10_000) / 10_000;
	let path = '';
	for (const [row, cells] of modules.entries())
		for (let start = 0; start < cells.length; start++) {
			if (!cells[start]) continue;
			let end = start;
			while (cells[end]) end++;
			path += `M${at(x + start * module)} ${at(y + row * module)}h${at((end - start) * module)}v${at(module)}h${at((start - end) * module)}z`;
			start = end;
		}
	return path;
}
