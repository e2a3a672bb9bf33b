import decodeQr from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrModules, qrSvg } from './qr-code.ts';

const personal = `VAORA1:${'6BF Q5.A/*'.repeat(17)}`;

/** Draws the modules with their quiet zone as a picture, four pixels a module. */
function draw(modules: boolean[][]) {
	const [scale, border] = [4, 4];
	const size = (modules.length + 2 * border) * scale;
	const data = new Uint8Array(size * size * 4).fill(255);
	for (const [y, row] of modules.entries())
		for (const [x, isDark] of row.entries()) {
			if (!isDark) continue;
			for (let dy = 0; dy < scale; dy++)
				for (let dx = 0; dx < scale; dx++)
					data.fill(
						0,
						(((y + border) * scale + dy) * size + (x + border) * scale + dx) * 4,
						(((y + border) * scale + dy) * size + (x + border) * scale + dx) * 4 + 3,
					);
		}
	return { width: size, height: size, data };
}

test.each([
	['a poster’s address', 'https://vaora.example.vn/p/K7QF2M9X4'],
	['a personal code', personal],
	['a name with all its marks', 'Nguyễn Ẫm Thực'],
	['the national code', '001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<1<00<0123232422'],
])('%s is read back from the drawn code', (_what, text) => {
	expect(decodeQr(draw(qrModules(text)))).toBe(text);
});

test('a personal code is drawn densely: capitals take less room than small letters', () => {
	expect(qrModules(personal).length).toBeLessThan(qrModules(personal.toLowerCase()).length);
});

test('the drawing is framed by a quiet zone of four modules and says what it is', () => {
	const { length } = qrModules('VAORA');

	const svg = qrSvg('VAORA', { label: 'Mã của <Bưởi> & "Mít"' });

	expect(svg).toContain(`viewBox="0 0 ${length + 8} ${length + 8}"`);
	expect(svg).toContain('aria-label="Mã của &#60;Bưởi&#62; &#38; &#34;Mít&#34;"');
	expect(barsOf(svg, 4)).toEqual(qrModules('VAORA'));
});

test('on white paper the quiet zone may be left out', () => {
	const svg = qrSvg('VAORA', { border: 0, ecc: 'high' });

	expect(barsOf(svg, 0)).toEqual(qrModules('VAORA', 'high'));
});

/** The modules the bars of a drawing cover. */
function barsOf(svg: string, border: number): boolean[][] {
	const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]) - 2 * border;
	const modules = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
	for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-/g))
		modules[Number(y) - border]!.fill(true, Number(x) - border, Number(x) - border + Number(length));
	return modules;
}
