import { layoutLabel } from './label-layout.ts';
import { Pen } from './pen.ts';
import type { Drawing } from './shape.ts';
import type { Sign } from './sign.ts';

/** A4 is divided evenly: 105 × 74 mm and 70 × 37 mm are the sizes ready-cut sheets are sold in. */
export const sheets = {
	'stickers-8': { columns: 2, rows: 4, margin: 6, codeShare: 0.48 },
	'stickers-24': { columns: 3, rows: 8, margin: 4, codeShare: 0.42 },
} as const;
export type Sheet = keyof typeof sheets;

const paper = { width: 210, height: 297 };
const mark = { length: 4, thickness: 0.12, fill: '#888888' };

/** Lays out a sheet of stickers from the top left, with marks where to cut. */
export function layoutSheet(signs: readonly Sign[], sheet: Sheet): Drawing {
	const { columns, rows, margin, codeShare } = sheets[sheet];
	const pen = new Pen(paper.width, 1);
	const width = paper.width / columns;
	const height = paper.height / rows;
	for (const [index, sign] of signs.entries()) {
		const x = (index % columns) * width;
		const y = Math.floor(index / columns) * height;
		layoutLabel(pen, sign, { x, y, width, height, margin, codeShare, isAlone: true });
	}
	drawCutMarks(pen, width, height);
	return { ...paper, title: signs[0]?.name ?? '', shapes: pen.shapes };
}

/** A small cross at every corner of the stickers; at the edges of the paper its outer half is left out. */
function drawCutMarks(pen: Pen, width: number, height: number): void {
	const { length, thickness, fill } = mark;
	for (let x = 0; x <= paper.width + 0.01; x += width)
		for (let y = 0; y <= paper.height + 0.01; y += height) {
			const left = Math.max(0, x - length / 2);
			const top = Math.max(0, y - length / 2);
			const onX = Math.min(Math.max(0, x - thickness / 2), paper.width - thickness);
			const onY = Math.min(Math.max(0, y - thickness / 2), paper.height - thickness);
			pen.box({ x: left, y: onY, width: Math.min(paper.width, x + length / 2) - left, height: thickness, fill });
			pen.box({ x: onX, y: top, width: thickness, height: Math.min(paper.height, y + length / 2) - top, fill });
		}
}
