import { blue, pale, white } from './colours.ts';
import { layoutLabel } from './label-layout.ts';
import { Pen } from './pen.ts';
import type { Drawing, Shape } from './shape.ts';
import type { Sign } from './sign.ts';

/** A4 folded across: a face for each side of the table. */
const paper = { width: 210, height: 297 };
const face = { width: paper.width, height: paper.height / 2 };
const head = 26;

/** Lays out a table tent: two faces, the upper one upside down so that it stands upright when the paper is folded. */
export function layoutTent(sign: Sign): Drawing {
	const upright = drawFace(sign);
	const turned: Shape = { kind: 'turned', x: paper.width / 2, y: face.height, shapes: upright };
	return { ...paper, title: `${sign.name} · ${sign.code}`, shapes: [turned, ...upright, ...foldMarks()] };
}

/** The lower face, where it lies on the paper. */
function drawFace(sign: Sign): Shape[] {
	const pen = new Pen(paper.width, 1);
	const y = face.height + 8;
	pen.box({ x: 0, y, width: face.width, height: head, fill: blue });
	pen.text('vào · ra', { x: 12, y: y + 14, size: 10.5, weight: 'bold', fill: white });
	pen.text('in · out', { x: 12.4, y: y + 21, size: 5, fill: pale });
	const words = { x: 72, width: face.width - 72 - 12 };
	const vi = 'Quét mã khi vào và khi ra';
	pen.fitted(vi, { ...words, y: y + 4, height: 11, size: 8.6, weight: 'bold', fill: white });
	const en = 'Scan when you come in and when you leave';
	pen.fitted(en, { ...words, y: y + 15.5, height: 7, size: 5, weight: 'regular', fill: pale });
	const below = { x: 0, y: y + head, width: face.width, height: face.height - head - 8 };
	layoutLabel(pen, sign, { ...below, margin: 9, codeShare: 0.54, isAlone: false });
	return pen.shapes;
}

/** Short lines at both edges: a line across would show on the folded edge. */
function foldMarks(): Shape[] {
	const pen = new Pen(paper.width, 1);
	const line = { y: face.height - 0.06, width: 8, height: 0.12, fill: '#888888' };
	pen.box({ ...line, x: 0 });
	pen.box({ ...line, x: paper.width - line.width });
	return pen.shapes;
}
