import Type from 'typebox';
import { attending } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { drawPdf } from './drawing/draw-pdf.ts';
import { drawPng } from './drawing/draw-png.ts';
import { drawSvg } from './drawing/draw-svg.ts';
import { type FormatName, formats } from './drawing/formats.ts';
import type { Drawing } from './drawing/shape.ts';
import { Format } from './fields.ts';
import { readSigns } from './signs.ts';

interface Picture {
	paper: FormatName;
	mediaType: string;
	extension: string;
	draw(drawing: Drawing, now: Date): Promise<Buffer>;
}

/** Pictures are made at A4: they are for screens, and for whoever prints them at another size. */
const pictures: Record<'svg' | 'png', Picture> = {
	svg: {
		...{ paper: 'pdf-a4', mediaType: 'image/svg+xml', extension: 'svg' },
		draw: async (drawing) => Buffer.from(drawSvg(drawing)),
	},
	png: { paper: 'pdf-a4', mediaType: 'image/png', extension: 'png', draw: drawPng },
};

const onPaper = (paper: FormatName): Picture => ({
	...{ paper, mediaType: 'application/pdf', extension: 'pdf' },
	draw: drawPdf,
});

export const makePoster = operation({
	name: 'posters.make-poster',
	summary: {
		vi: 'Áp phích, thẻ để bàn hay một tờ nhãn dán của một cổng: PDF khổ A3 đến A6, SVG hoặc PNG',
		en: 'The poster, table tent or a sheet of stickers of a gate: PDF A3 to A6, SVG or PNG',
	},
	who: attending,
	input: Type.Object(
		{
			place: Id,
			gate: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
			format: Type.Union([Format, Type.Literal('svg'), Type.Literal('png')]),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ mediaType: Type.String(), base64: Type.String(), fileName: Type.String() }),
	personal: 'none',
	limits: [{ what: 'place', by: (input) => input.place, limit: { count: 120, seconds: 600 } }],
	run: async ({ db, now, platform }, { place, gate, format }) => {
		const { origin } = platform.config;
		const signs = await readSigns(db, [place], { origin, now });
		const found = gate === undefined ? signs[0] : signs.find((one) => one.gate === gate);
		if (!found) throw signs.length ? new Problem('not-found', { field: 'gate' }) : placeNotFound();
		const { paper, mediaType, extension, draw } =
			format === 'svg' || format === 'png' ? pictures[format] : onPaper(format);
		const { perSheet, layout } = formats[paper];
		// A sheet of stickers is filled with the same one.
		const content = await draw(layout(Array.from({ length: perSheet }, () => found.sign)), now);
		return {
			mediaType,
			base64: content.toString('base64'),
			fileName: `vaora-${found.sign.code}-${paper.replace('pdf-', '')}.${extension}`,
		};
	},
});

const placeNotFound = () => new Problem('place-not-found', { field: 'place' });
