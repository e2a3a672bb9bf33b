import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

export type Weight = 'regular' | 'bold';

const { resolve } = createRequire(import.meta.url);

/** Be Vietnam Pro, whole: the web's subsets lack letters that a printed name needs. */
export const fontFiles: Record<Weight, string> = {
	regular: resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
	bold: resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
};

const opened = new Map<Weight, Font>();

export function fontOf(weight: Weight): Font {
	let font = opened.get(weight);
	if (!font) {
		font = openSync(fontFiles[weight]) as Font;
		opened.set(weight, font);
	}
	return font;
}

/** How wide a text is, in the unit of its size. */
export function widthOf(text: string, { weight, size }: { weight: Weight; size: number }): number {
	const key = `${weight} ${text}`;
	let width = widths.get(key);
	if (width === undefined) {
		const font = fontOf(weight);
		width = font.layout(text).advanceWidth / font.unitsPerEm;
		if (widths.size >= widthsMax) widths.clear();
		widths.set(key, width);
	}
	return width * size;
}

/** Laying letters out is slow, and a sheet of cards has the same words over and over. */
const widths = new Map<string, number>();
const widthsMax = 10_000;

/** The outlines of a text as one SVG path, its baseline starting at x, y: it needs no font where it is shown. */
export function toOutline(text: string, at: { x: number; y: number; weight: Weight; size: number }): string {
	const font = fontOf(at.weight);
	const scale = at.size / font.unitsPerEm;
	const { glyphs, positions } = font.layout(text);
	let x = at.x;
	let path = '';
	for (const [index, glyph] of glyphs.entries()) {
		const { xAdvance, xOffset, yOffset } = positions[index]!;
		path += glyph.path
			.scale(scale, -scale)
			.translate(x + xOffset * scale, at.y - yOffset * scale)
			.toSVG();
		x += xAdvance * scale;
	}
	return path.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
