import { drawSvg } from './draw-svg.ts';
import type { Drawing } from './shape.ts';

const dotsPerMillimetre = 200 / 25.4;

/** The drawing as a picture of 200 dots an inch, drawn outside the main thread. */
export async function drawPng(drawing: Drawing): Promise<Buffer> {
	// Few ask for a picture: its native library is loaded for the first who does.
	const { renderAsync } = await import('@resvg/resvg-js');
	const image = await renderAsync(drawSvg(drawing), {
		fitTo: { mode: 'width', value: Math.round(drawing.width * dotsPerMillimetre) },
		background: '#fff',
		font: { loadSystemFonts: false },
	});
	return image.asPng();
}
