import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { displayPlaceCode, placeUrl } from '#shared/codes/place-code';
import { formatDay } from '#shared/language';
import { drawPdf } from './draw-pdf.ts';
import { drawPng } from './draw-png.ts';
import { drawSvg } from './draw-svg.ts';
import { attending, Gate } from './fields.ts';
import { readPlaces } from './place.ts';
import { layoutPoster, type Page } from './poster-layout.ts';
import { selectGates } from './queries.ts';
import type { Drawing } from './shape.ts';

/** Pictures are made at A4: they are for screens, and for whoever prints them at another size. */
const formats: Record<string, { page: Page; mediaType: string; draw(drawing: Drawing, now: Date): Promise<Buffer> }> = {
	'pdf-a4': { page: 'a4', mediaType: 'application/pdf', draw: drawPdf },
	'pdf-a5': { page: 'a5', mediaType: 'application/pdf', draw: drawPdf },
	svg: { page: 'a4', mediaType: 'image/svg+xml', draw: async (drawing) => Buffer.from(drawSvg(drawing)) },
	png: { page: 'a4', mediaType: 'image/png', draw: drawPng },
};

export const makePoster = operation({
	name: 'places.make-poster',
	summary: {
		vi: 'Áp phích của một cổng để in hay hiển thị: PDF khổ A4, A5, SVG hoặc PNG',
		en: 'The poster of a gate to print or show: PDF A4 or A5, SVG or PNG',
	},
	who: attending,
	input: Type.Object(
		{
			place: Id,
			gate: Type.Optional(Gate),
			format: Type.Union([Type.Literal('pdf-a4'), Type.Literal('pdf-a5'), Type.Literal('svg'), Type.Literal('png')]),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ mediaType: Type.String(), base64: Type.String(), fileName: Type.String() }),
	personal: 'none',
	limits: [{ what: 'place', by: (input) => input.place, limit: { count: 120, seconds: 600 } }],
	run: async ({ db, now, platform }, { place: placeId, gate, format }) => {
		const [place] = await readPlaces(db, [placeId]);
		if (!place || place.isClosed) throw new Problem('place-not-found', { field: 'place' });
		const open = (await db.rows(selectGates(placeId))).filter((one) => !one.closed_at && one.code);
		const shown = gate === undefined ? open[0] : open.find((one) => one.gate === gate);
		if (!shown?.code) throw new Problem('not-found', { field: 'gate' });
		const { origin } = platform.config;
		const { page, mediaType, draw } = formats[format]!;
		const code = displayPlaceCode(shown.code);
		const drawing = layoutPoster(
			{
				name: place.name,
				area: place.areaName,
				gate: open.length > 1 ? shown.name : undefined,
				code,
				url: placeUrl(origin, shown.code),
				site: new URL(origin).host,
				printedOn: formatDay(now),
			},
			page,
		);
		const content = await draw(drawing, now);
		const extension = format.split('-')[0];
		return {
			mediaType,
			base64: content.toString('base64'),
			fileName: `vaora-${code}-${page}.${extension}`,
		};
	},
});
