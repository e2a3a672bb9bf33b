import { expect, test } from 'vitest';
import { type Shape, widthOf } from '#posters';
import { type CardContent, card, cardsPerSheet, layoutSheet, type SheetKind, sheets } from './card-layout.ts';

const content: CardContent = {
	fullName: 'Nguyễn Thị Ánh Nguyệt',
	group: 'Lớp 7A',
	placeName: 'Trường Trung học cơ sở Nguyễn Du',
	number: 'K7Q-F2M',
	code: `VAORA1:${'6BF+70790T9WJWG.FKY*4GO0.O1CV2'.repeat(6)}`,
	expiresAt: new Date('2027-11-24T08:00:00+07:00'),
	site: 'vaora.example.vn',
};

const texts = (shapes: readonly Shape[]) => shapes.filter((shape) => shape.kind === 'text');
const wordsOf = (shapes: readonly Shape[]) =>
	texts(shapes)
		.map(({ text }) => text)
		.join(' ')
		.normalize('NFC');

test.each(Object.keys(sheets) as SheetKind[])('%s cards lie on a page of A4 and do not touch its edge', (kind) => {
	const all = Array.from({ length: cardsPerSheet(kind) }, () => content);

	const { width, height, shapes } = layoutSheet(all, kind);

	expect([width, height]).toEqual([210, 297]);
	const codes = shapes.filter((shape) => shape.kind === 'qr');
	expect(codes).toHaveLength(Number(kind));
	for (const { size } of codes) expect(size).toBeGreaterThanOrEqual(30);
	const heads = shapes.filter((shape) => shape.kind === 'box' && shape.width === card.width);
	for (const { x, y } of heads) {
		expect(Math.min(x, y)).toBeGreaterThan(5);
		expect([x + card.width < 205, y + card.height < 292]).toEqual([true, true]);
	}
});

test.each([
	['a short name', 'Lê A', ''],
	['a name of fifteen words', 'Công Tằng Tôn Nữ Hoàng Phủ Ngọc Quỳnh Trâm Uyên Nghiêm Diễm Khuê Tường Vi', 'Tổ 1'],
	['a name of a hundred letters without a space', 'Ộ'.repeat(100), 'x'.repeat(60)],
	['the letters of the highlands', 'Y Blŭ Niê Kdăm', 'Buôn Ƀ'],
])('%s is printed whole, in its room', (_what, fullName, group) => {
	const { shapes } = layoutSheet([{ ...content, fullName, group }], '8');

	expect(wordsOf(shapes).replace(/\s/g, '')).toContain(fullName.replace(/\s/g, ''));
	const [{ x: left = 0 } = {}] = shapes;
	for (const shape of texts(shapes))
		expect(shape.x + widthOf(shape.text, shape)).toBeLessThanOrEqual(left + card.width - 2.9);
});

test('says how long it holds, in both languages, and where to turn when it is lost', () => {
	expect(wordsOf(layoutSheet([content], '8').shapes)).toContain(
		'Dùng đến · Valid until 24/11/2027 Mất thẻ? · Lost? vaora.example.vn',
	);
});

test('no letter of a name falls upon the code', () => {
	const { shapes } = layoutSheet([{ ...content, fullName: 'Ộ'.repeat(100) }], '10');
	const code = shapes.find((shape) => shape.kind === 'qr')!;
	const quiet = (code.size / code.modules.length) * 4;

	for (const shape of texts(shapes))
		if (shape.y > code.y && shape.y < code.y + code.size)
			expect(shape.x).toBeGreaterThanOrEqual(code.x + code.size + quiet - 0.01);
});
