import { blue, grey, ink, pale } from './colours.ts';
import type { Pen } from './pen.ts';
import { quietModules, toModules } from './qr-modules.ts';
import type { Sign } from './sign.ts';

/** Where a label goes, in millimetres. It is wider than high. */
export interface LabelBox {
	x: number;
	y: number;
	width: number;
	height: number;
	/** White around everything: what a printer cannot reach, and what a knife may miss. */
	margin: number;
	/** How much of the width the QR code may take. */
	codeShare: number;
	/** Whether it must say by itself what to do. */
	isAlone: boolean;
}

/** All sizes of the words follow the width of their column, counted in these. */
const columnUnits = 30;

/** Lays out a label: the QR code on the left, and beside it what to do, which place (and seat), and the code in letters. */
export function layoutLabel(pen: Pen, sign: Sign, box: LabelBox): void {
	const { x, y, width, height, margin, codeShare, isAlone } = box;
	const modules = toModules(sign.url);
	const quietShare = quietModules / modules.length;
	// The white around the label is quiet too, so only what is missing of it is kept free inside.
	const size = Math.min(height - 2 * margin, width * codeShare);
	const quiet = size * quietShare;
	pen.qr({ x: x + Math.max(margin, quiet), y: y + (height - size) / 2, size, modules });
	const left = x + Math.max(margin, quiet) + size + quiet;
	drawWords(pen, sign, {
		x: left,
		width: x + width - margin - left,
		top: y + margin,
		bottom: y + height - margin,
		isAlone,
	});
}

interface Column {
	x: number;
	width: number;
	top: number;
	bottom: number;
	isAlone: boolean;
}

/** Of the column, from the bottom: the code in letters, where to type it, and when it was printed. */
const helpUnits = 10.2;

function drawWords(pen: Pen, sign: Sign, column: Column): void {
	const { x, width, top, bottom } = column;
	const unit = width / columnUnits;
	const line = (text: string, y: number, size: number, look: { weight: 'bold' | 'regular'; fill: string }) =>
		pen.fitted(text, { x, width, y, height: size * 1.31 * unit, size: size * unit, ...look });
	const bold = { weight: 'bold', fill: blue } as const;
	const soft = { weight: 'regular', fill: grey } as const;

	const below = bottom - helpUnits * unit;
	drawHelp(pen, sign, { ...column, top: below });
	let y = top;
	if (column.isAlone) {
		y = line('Quét mã khi vào và khi ra', y, 2.5, bold);
		y = line('Scan when you come in and leave', y, 1.9, soft) + 0.6 * unit;
	}
	if (sign.seat) y = line(`Ghế ${sign.seat}`, y, 4.4, { weight: 'bold', fill: ink });
	const hasArea = sign.area !== undefined && below - y > 18 * unit;
	const under = (sign.gate ? 3.2 : 0) + (hasArea ? 6.2 : 0);
	const room = below - y - (under + 0.4) * unit;
	y = pen.fitted(sign.name, { x, width, y, height: room, size: 4.2 * unit, weight: 'bold', fill: ink });
	if (sign.gate) y = line(sign.gate, y, 2.4, bold);
	if (hasArea) pen.fitted(sign.area!.vi, { x, width, y, height: 6.2 * unit, size: 2.3 * unit, ...soft });
}

/** For whoever cannot scan: which code to type where. */
function drawHelp(pen: Pen, { site, code, printedOn }: Sign, { x, width, top }: Column): void {
	const unit = width / columnUnits;
	pen.box({ x, y: top, width, height: 5 * unit, radius: 0.9 * unit, fill: pale });
	pen.fitted(code, {
		...{ x: x + width / 2, width: width - 2 * unit, align: 'centre', weight: 'bold', fill: blue },
		...{ y: top + 0.1 * unit, height: 4.8 * unit, size: 3.6 * unit },
	});
	const soft = { x, width, weight: 'regular', fill: grey } as const;
	pen.fitted(`Gõ mã tại · Type it at ${site}`, { ...soft, y: top + 5.3 * unit, height: 2.6 * unit, size: 1.9 * unit });
	pen.fitted(`In ngày · Printed ${printedOn}`, { ...soft, y: top + 7.9 * unit, height: 2.2 * unit, size: 1.6 * unit });
}
