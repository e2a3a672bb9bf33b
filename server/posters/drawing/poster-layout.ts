import type { Text } from '#shared/language';
import { blue, grey, ink, pale, white } from './colours.ts';
import { widthOf } from './fonts.ts';
import { Pen } from './pen.ts';
import { quietModules, toModules } from './qr-modules.ts';
import type { Drawing } from './shape.ts';
import type { Sign } from './sign.ts';

/**
 * `scale` is the size of all that is not the QR code, which gets the rest of the page. A long name may take room from
 * the code, but only down to `codeMin` millimetres: what can be scanned from a queue, or on the small ones from the hand.
 */
export const pages = {
	a3: { width: 297, height: 420, scale: Math.SQRT2, codeMin: 212, hasSteps: true },
	a4: { width: 210, height: 297, scale: 1, codeMin: 150, hasSteps: true },
	a5: { width: 148, height: 210, scale: 0.72, codeMin: 108, hasSteps: true },
	a6: { width: 105, height: 148, scale: 0.62, codeMin: 64, hasSteps: false },
} as const;
export type Page = keyof typeof pages;

// In millimetres on A4, from top to bottom; the place and the QR code with its quiet zone share what is left.
const heights = { head: 30, steps: 12, code: 13, foot: 14 };
const side = 12;

/** Lays out a poster: what to do at the top, which place, a QR code as large as fits, and help for whoever cannot scan. */
export function layoutPoster(sign: Sign, page: Page): Drawing {
	const { width, height, scale, codeMin, hasSteps } = pages[page];
	const pen = new Pen(width, scale);
	const modules = toModules(sign.url);
	const withQuiet = (modules.length + 2 * quietModules) / modules.length;
	const { head, steps, code, foot } = heights;
	const shared = height / scale - head - (hasSteps ? steps : 0) - code - foot;

	drawHead(pen);
	drawPlace(pen, sign, shared - (codeMin / scale) * withQuiet);
	const rest = head + shared - pen.top;
	const size = Math.min(rest, pen.width) / withQuiet;
	pen.qr({ x: (pen.width - size) / 2, y: pen.top + (rest - size) / 2, size, modules });
	pen.top += rest;
	if (hasSteps) drawSteps(pen);
	drawCode(pen, sign);
	drawFoot(pen, sign);
	return { width, height, title: `${sign.name} · ${sign.code}`, shapes: pen.shapes };
}

function drawHead(pen: Pen): void {
	pen.box({ x: 0, y: 0, width: pen.width, height: heights.head, fill: blue });
	pen.text('vào · ra', { x: 14, y: 17, size: 11.5, weight: 'bold', fill: white });
	pen.text('in · out', { x: 14.4, y: 24, size: 5, fill: pale });
	pen.box({ x: 68, y: 8, width: 0.5, height: 17, fill: pale });
	const room = { x: 75, width: pen.width - 75 - 12 };
	pen.fitted('Quét mã khi vào và khi ra', { ...room, y: 7, height: 12, size: 8.6, weight: 'bold', fill: white });
	pen.fitted('Scan when you come in and when you leave', {
		...room,
		y: 18,
		height: 7,
		size: 5,
		weight: 'regular',
		fill: pale,
	});
}

/** The name takes what room it needs of what there is; the area and the gate stand below it. */
function drawPlace(pen: Pen, { name, area, gate }: Sign, heightMax: number): void {
	const room = { x: pen.width / 2, width: pen.width - 2 * side, align: 'centre' } as const;
	const below = (area ? 6.4 : 0) + (gate ? 7 : 0);
	const height = Math.min(heightMax - 4 - below, 28);
	pen.top = pen.fitted(name, { ...room, y: heights.head + 4, height, size: 11, weight: 'bold', fill: ink });
	if (area) {
		pen.fitted(area.vi, { ...room, y: pen.top + 0.6, height: 5.6, size: 4.4, weight: 'regular', fill: grey });
		pen.top += 6.4;
	}
	if (gate) {
		pen.fitted(gate, { ...room, y: pen.top + 0.4, height: 6.4, size: 5, weight: 'bold', fill: blue });
		pen.top += 7;
	}
}

const steps: readonly Text[] = [
	{ vi: 'Hướng máy ảnh vào mã', en: 'Point your camera at the code' },
	{ vi: 'Bấm đường dẫn hiện ra', en: 'Tap the link that appears' },
	{ vi: 'Chọn Vào hoặc Ra', en: 'Choose In or Out' },
];

function drawSteps(pen: Pen): void {
	const column = (pen.width - 2 * side) / steps.length;
	for (const [index, step] of steps.entries()) {
		const x = side + index * column;
		pen.box({ x, y: pen.top + 0.4, width: 8.4, height: 8.4, radius: 4.2, fill: blue });
		pen.text(String(index + 1), {
			x: x + 4.2,
			y: pen.top + 6.4,
			size: 5,
			weight: 'bold',
			fill: white,
			align: 'centre',
		});
		const room = { x: x + 10.5, width: column - 13 };
		const y = pen.fitted(step.vi, { ...room, y: pen.top, height: 5.4, size: 4.2, weight: 'bold', fill: ink });
		pen.fitted(step.en, { ...room, y: y - 0.5, height: 4.4, size: 3.4, weight: 'regular', fill: grey });
	}
	pen.top += heights.steps;
}

/** For whoever cannot scan: the site's address and the code in letters. */
function drawCode(pen: Pen, { code, site }: Sign): void {
	const codeWidth = widthOf(code, { weight: 'bold', size: 7.4 }) + 10;
	const left = pen.width - side - codeWidth;
	pen.box({ x: side, y: pen.top, width: pen.width - 2 * side, height: 11, radius: 2, fill: pale });
	pen.text(code, { x: left + codeWidth - 4, y: pen.top + 8, size: 7.4, weight: 'bold', fill: blue, align: 'right' });
	const room = { x: side + 4, width: left - side - 4 };
	pen.fitted(`Không quét được? Vào ${site} rồi gõ mã`, {
		...room,
		y: pen.top + 0.9,
		height: 5.2,
		size: 4,
		weight: 'bold',
		fill: ink,
	});
	pen.fitted(`Cannot scan? Go to ${site} and type the code`, {
		...room,
		y: pen.top + 6,
		height: 4.4,
		size: 3.4,
		weight: 'regular',
		fill: grey,
	});
	pen.top += heights.code;
}

function drawFoot(pen: Pen, { printedOn }: Sign): void {
	pen.box({ x: 0, y: pen.top, width: pen.width, height: heights.foot, fill: blue });
	pen.text('Không có điện thoại? Hãy nói với nhân viên.', {
		x: side,
		y: pen.top + 6,
		size: 4.4,
		weight: 'bold',
		fill: white,
	});
	pen.text('No phone? Please tell the staff.', { x: side, y: pen.top + 10.6, size: 3.4, fill: pale });
	const right = { x: pen.width - side, fill: pale, align: 'right' } as const;
	pen.text(`In ngày ${printedOn}`, { ...right, y: pen.top + 6, size: 3.4 });
	pen.text(`Printed on ${printedOn}`, { ...right, y: pen.top + 10.6, size: 3.4 });
}
