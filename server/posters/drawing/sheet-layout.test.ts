import { setImmediate } from 'node:timers/promises';
import { PNG } from 'pngjs';
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { Pdf } from './draw-pdf.ts';
import { drawPng } from './draw-png.ts';
import { widthOf } from './fonts.ts';
import { formatNames, formats } from './formats.ts';
import type { Shape } from './shape.ts';
import { layoutSheet, sheets } from './sheet-layout.ts';
import type { Sign } from './sign.ts';
import { layoutTent } from './tent-layout.ts';

const paper = { width: 210, height: 297 };
const sign = (number: number, change: Partial<Sign> = {}): Sign => ({
	name: 'Bến xe Miền Đông mới',
	area: { vi: 'Phường Long Bình, Thành phố Hồ Chí Minh', en: 'Long Binh Ward, Ho Chi Minh City' },
	gate: undefined,
	code: 'K7QF-2M9X-4',
	url: `https://vaora.example.vn/p/K7QF2M9X4?seat=${number}`,
	site: 'vaora.example.vn',
	printedOn: '24/11/2026',
	...change,
});
const longest = {
	name: `Trung tâm Giáo dục thường xuyên ${'Ỗ'.repeat(168)}`,
	gate: 'Cổng sau, phố Nguyễn Trường Tộ',
	seat: '128B',
};

const drawPage = async (shapes: Shape[]) => PNG.sync.read(await drawPng({ ...paper, title: '', shapes }));

/** A part of a page as a picture of its own, in shares of the page. */
function cut(page: PNG, part: { x: number; y: number; width: number; height: number }): PNG {
	const [left, top] = [Math.round(part.x * page.width), Math.round(part.y * page.height)];
	const piece = new PNG({ width: Math.floor(part.width * page.width), height: Math.floor(part.height * page.height) });
	PNG.bitblt(page, piece, left, top, piece.width, piece.height, 0, 0);
	return piece;
}

const extentOf = (shape: Exclude<Shape, { kind: 'turned' }>) => {
	if (shape.kind === 'box') return shape;
	if (shape.kind === 'qr') return { ...shape, width: shape.size, height: shape.size };
	return { ...shape, y: shape.y - shape.size, width: widthOf(shape.text, shape), height: shape.size * 1.25 };
};

describe.each(['stickers-8', 'stickers-24'] as const)('a sheet of %s', (sheet) => {
	const { columns, rows } = sheets[sheet];
	const count = columns * rows;

	test('can be scanned sticker by sticker, each with its own code', async () => {
		const { shapes } = layoutSheet(
			Array.from({ length: count }, (_none, index) => sign(index)),
			sheet,
		);

		const page = await drawPage(shapes);
		for (const index of [0, columns, count - 1]) {
			const at = { x: (index % columns) / columns, y: Math.floor(index / columns) / rows };
			const picture = cut(page, { ...at, width: 1 / columns, height: 1 / rows });
			expect(decodeQR(picture)).toBe(sign(index).url);
		}
	});

	test.each([
		['a short name', { name: 'Ổi' }],
		['the longest name, a gate and a seat', longest],
	])('with %s keeps every word and the quiet zone inside its sticker', (_what, change) => {
		const { shapes } = layoutSheet([sign(1, change)], sheet);

		const [width, height] = [paper.width / columns, paper.height / rows];
		const code = shapes.find((shape) => shape.kind === 'qr')!;
		const quiet = (4 * code.size) / code.modules.length - 0.01;
		const words = shapes.filter((shape) => shape.kind === 'text');
		expect(
			words
				.map(({ text }) => text)
				.join('')
				.replaceAll(' ', ''),
		).toContain(change.name.replaceAll(' ', ''));
		for (const { x, y, width: wide, height: high } of words.map(extentOf)) {
			expect(x).toBeGreaterThanOrEqual(code.x + code.size + quiet);
			expect(x + wide).toBeLessThanOrEqual(width - sheets[sheet].margin + 0.01);
			expect(y).toBeGreaterThanOrEqual(0);
			expect(y + high).toBeLessThanOrEqual(height);
		}
		expect(Math.min(code.x, code.y)).toBeGreaterThanOrEqual(quiet);
	});

	test('says the seat, when it was printed and which code to type where', () => {
		const { shapes } = layoutSheet([sign(1, { seat: '12A' })], sheet);

		const words = shapes.flatMap((shape) => (shape.kind === 'text' ? shape.text : [])).join(' ');
		for (const said of ['Ghế 12A', 'In ngày', '24/11/2026', 'K7QF-2M9X-4', 'vaora.example.vn', 'Quét mã khi vào'])
			expect(words).toContain(said);
	});
});

test('a table tent has a face that stands upright on each side of the fold', async () => {
	const { shapes } = layoutTent(sign(7, { name: longest.name }));

	const [turned, ...others] = shapes;
	expect(turned).toMatchObject({ kind: 'turned', x: 105, y: 148.5 });
	const upright = turned!.kind === 'turned' ? turned!.shapes : [];
	expect(others.slice(0, upright.length)).toEqual(upright);
	const page = await drawPage(shapes);
	for (const y of [0, 0.5]) expect(decodeQR(cut(page, { x: 0, y, width: 1, height: 0.5 }))).toBe(sign(7).url);
});

test('a file of many places holds each font once and every page in its order', async () => {
	const pdf = new Pdf('Nhiều nơi', new Date('2026-11-24T01:00:00Z'));
	const parts: Buffer[] = [];

	for (let number = 0; number < 30; number++) {
		pdf.add(formats['pdf-a5'].layout([sign(number, { name: `Cửa hàng số ${number} Ẫm Ỡ Ữ` })]));
		await setImmediate();
		parts.push(pdf.take());
	}
	parts.push(await pdf.end());

	const text = Buffer.concat(parts).toString('latin1');
	expect(text.match(/\/Type \/Page\b/g)).toHaveLength(30);
	expect(text.match(/\/FontFile2/g)).toHaveLength(2);
	expect(text.startsWith('%PDF-1.')).toBe(true);
	expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
	// Finished pages do not wait in memory for the last one.
	expect(parts.slice(2, 10).every((part) => part.length > 0)).toBe(true);
});

test.each(formatNames)('%s has a name in both languages and room for as many signs as it says', (name) => {
	const { title, perSheet, layout } = formats[name];

	const { shapes } = layout(Array.from({ length: perSheet }, (_none, index) => sign(index)));

	const all = shapes.flatMap((shape) => (shape.kind === 'turned' ? [] : [shape]));
	expect(all.filter(({ kind }) => kind === 'qr')).toHaveLength(perSheet);
	expect(title.vi).not.toBe(title.en);
});
