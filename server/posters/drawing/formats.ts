import type { Text } from '#shared/language';
import { layoutPoster } from './poster-layout.ts';
import type { Drawing } from './shape.ts';
import { layoutSheet, sheets } from './sheet-layout.ts';
import type { Sign } from './sign.ts';
import { layoutTent } from './tent-layout.ts';

interface PaperFormat {
	title: Text;
	/** How many signs go on one sheet of paper. */
	perSheet: number;
	/** At most `perSheet` signs. */
	layout(signs: readonly Sign[]): Drawing;
}

const poster = (page: 'a3' | 'a4' | 'a5' | 'a6', en: string): PaperFormat => ({
	title: { vi: `Áp phích ${page.toUpperCase()}`, en },
	perSheet: 1,
	layout: ([sign]) => layoutPoster(sign!, page),
});

const stickers = (sheet: keyof typeof sheets): PaperFormat => {
	const { columns, rows } = sheets[sheet];
	const perSheet = columns * rows;
	return {
		title: { vi: `Nhãn dán, ${perSheet} nhãn một tờ A4`, en: `Stickers, ${perSheet} to an A4 sheet` },
		perSheet,
		layout: (signs) => layoutSheet(signs, sheet),
	};
};

/** Everything that can be printed on paper. */
export const formats = {
	'pdf-a3': poster('a3', 'Poster A3'),
	'pdf-a4': poster('a4', 'Poster A4'),
	'pdf-a5': poster('a5', 'Poster A5'),
	'pdf-a6': poster('a6', 'Poster A6'),
	tent: {
		title: { vi: 'Thẻ để bàn, A4 gập đôi', en: 'Table tent, A4 folded' },
		perSheet: 1,
		layout: ([sign]) => layoutTent(sign!),
	},
	'stickers-8': stickers('stickers-8'),
	'stickers-24': stickers('stickers-24'),
} satisfies Record<string, PaperFormat>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];
