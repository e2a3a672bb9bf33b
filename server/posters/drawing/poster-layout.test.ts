import { PNG } from 'pngjs';
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { drawPdf } from './draw-pdf.ts';
import { drawPng } from './draw-png.ts';
import { drawSvg } from './draw-svg.ts';
import { fitText } from './fit-text.ts';
import { fontOf, widthOf } from './fonts.ts';
import { layoutPoster, type Page, pages } from './poster-layout.ts';
import type { Drawing, Shape } from './shape.ts';

const content = {
	name: 'Cà phê Nguyễn Ẫm Thực',
	area: { vi: 'Phường Ba Đình, Thành phố Hà Nội', en: 'Ba Dinh Ward, Ha Noi City' },
	gate: undefined as string | undefined,
	code: 'K7QF-2M9X-4',
	url: 'https://vaora.example.vn/p/K7QF2M9X4',
	site: 'vaora.example.vn',
	printedOn: '24/11/2026',
};
const longName = `Trường Trung học phổ thông ${'Ỗ'.repeat(174)}`.slice(0, 200);

type Of<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;
const only = <Kind extends Shape['kind']>({ shapes }: Drawing, kind: Kind) =>
	shapes.filter((shape) => shape.kind === kind) as Of<Kind>[];
const textsOf = (drawing: Drawing) => only(drawing, 'text').map(({ text }) => text);

describe.each(['a3', 'a4', 'a5', 'a6'] as Page[])('a poster of size %s', (page) => {
	const variants = [
		['with a short name', content],
		['with a name of 200 letters', { ...content, name: longName, gate: 'Cổng sau' }],
		['of a site with a long address', { ...content, url: `https://${'khaibao.'.repeat(6)}example.vn/p/K7QF2M9X4` }],
		['of a site with a short address', { ...content, url: 'https://a.vn/p/K7QF2M9X4' }],
	] as const;

	test.each(variants)(
		'%s has a code of 15 cm or more on A4, with nothing within four modules of it',
		(_what, variant) => {
			const drawing = layoutPoster(variant, page);

			const [code] = only(drawing, 'qr');
			const quiet = (4 * code!.size) / code!.modules.length - 0.001;
			expect(code!.size).toBeGreaterThanOrEqual(pages[page].codeMin);
			expect(code!.x).toBeGreaterThanOrEqual(quiet);
			for (const shape of drawing.shapes) {
				if (shape.kind === 'qr' || shape.kind === 'turned') continue;
				const top = shape.kind === 'text' ? shape.y - shape.size : shape.y;
				const bottom = shape.kind === 'text' ? shape.y + shape.size * 0.25 : shape.y + shape.height;
				expect(bottom <= code!.y - quiet || top >= code!.y + code!.size + quiet).toBe(true);
			}
		},
	);

	test.each(variants)('%s keeps everything on the page', (_what, variant) => {
		const drawing = layoutPoster(variant, page);

		for (const shape of drawing.shapes) {
			if (shape.kind === 'turned') continue;
			const width =
				shape.kind === 'text' ? widthOf(shape.text, shape) : shape.kind === 'box' ? shape.width : shape.size;
			expect(shape.x).toBeGreaterThanOrEqual(0);
			expect(shape.x + width).toBeLessThanOrEqual(drawing.width + 0.001);
			expect(shape.y).toBeLessThanOrEqual(drawing.height);
		}
	});

	test('says which place it is, the code, when it was printed and what to do, in both languages', () => {
		const texts = textsOf(layoutPoster({ ...content, gate: 'Cổng sau' }, page));

		expect(texts).toEqual(
			expect.arrayContaining([
				...['Cà phê Nguyễn Ẫm Thực', 'Phường Ba Đình, Thành phố Hà Nội', 'Cổng sau', 'K7QF-2M9X-4', 'vào · ra'],
				...['In ngày 24/11/2026', 'Printed on 24/11/2026', 'Quét mã khi vào và khi ra'],
				'Scan when you come in and when you leave',
				...['Không có điện thoại? Hãy nói với nhân viên.', 'No phone? Please tell the staff.'],
				...['Không quét được? Vào vaora.example.vn rồi gõ mã'],
			]),
		);
	});

	test('never cuts a long name', () => {
		const texts = textsOf(layoutPoster({ ...content, name: longName }, page));

		expect(texts.join('').replaceAll(' ', '')).toContain(longName.replaceAll(' ', ''));
	});

	test('can be scanned from its picture', async () => {
		const drawing = layoutPoster({ ...content, name: longName, gate: 'Cổng sau' }, page);

		const { width, height, data } = PNG.sync.read(await drawPng(drawing));

		expect(decodeQR({ width, height, data })).toBe(content.url);
		expect(Math.abs(width / height - drawing.width / drawing.height)).toBeLessThan(0.001);
	});

	test('is a PDF of one page of that size, in Vietnamese, with its fonts inside', async () => {
		const drawing = layoutPoster(content, page);

		const pdf = (await drawPdf(drawing, new Date('2026-11-24T01:00:00Z'))).toString('latin1');

		const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
		expect(Number(box[1])).toBeCloseTo((drawing.width / 25.4) * 72, 1);
		expect(Number(box[2])).toBeCloseTo((drawing.height / 25.4) * 72, 1);
		expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
		expect(pdf).toContain('/Lang (vi)');
		expect(pdf.match(/\/FontFile2/g)).toHaveLength(2);
	});
});

test('the SVG draws its letters itself and names the place for those who cannot see it', () => {
	const svg = drawSvg(layoutPoster({ ...content, name: 'Phở <Bò> & Gà' }, 'a4'));

	expect(svg).not.toContain('<text');
	expect(svg).toContain('<title>Phở &lt;Bò&gt; &amp; Gà · K7QF-2M9X-4</title>');
});

test('the fonts have every Vietnamese letter', () => {
	const vowels = 'aăâeêioôơuưy';
	const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
	const letters = [...vowels].flatMap((vowel) => marks.map((mark) => (vowel + mark).normalize('NFC'))).concat('đ');

	for (const weight of ['regular', 'bold'] as const)
		for (const letter of letters.flatMap((one) => [one, one.toUpperCase()]))
			expect(
				fontOf(weight)
					.layout(letter)
					.glyphs.map(({ id }) => id),
			).not.toContain(0);
});

test.each([
	['a short text is one line of the largest size', 'Chợ Bưởi', 1, 10],
	['a longer one is broken evenly', 'Trung tâm thương mại Thanh Xuân', 2, 10],
])('%s', (_what, text, lines, size) => {
	const fit = fitText(text, { width: 100, height: 30, size: 10, weight: 'bold' });

	expect(fit.lines).toHaveLength(lines);
	expect(fit.size).toBe(size);
});

test('a word wider than the line goes on in the next', () => {
	const fit = fitText('Ẫ'.repeat(60), { width: 50, height: 100, size: 10, weight: 'bold' });

	expect(fit.lines.length).toBeGreaterThan(1);
	expect(fit.lines.join('')).toBe('Ẫ'.repeat(60));
});
