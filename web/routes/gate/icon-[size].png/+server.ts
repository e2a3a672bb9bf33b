import { Resvg } from '@resvg/resvg-js';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Two arrows, in and out, with room around them for a launcher that cuts a circle out of it. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 64 64"><path fill="#0b5f52" d="M-16-16h64v64h-64z"/><path fill="#fff" d="M2 8h16V3l12 8-12 8v-5H2zM30 25H14v5L2 22l12-8v5h16z"/></svg>`;
const sizes = new Set([192, 512]);

/** The app's icon, drawn once for each size a launcher asks for. */
const drawn = new Map<number, Buffer>();

export const GET: RequestHandler = ({ params }) => {
	const size = Number(params.size);
	if (!sizes.has(size)) error(404);
	const png = drawn.get(size) ?? new Resvg(icon, { fitTo: { mode: 'width', value: size } }).render().asPng();
	drawn.set(size, png);
	const headers = { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' };
	return new Response(new Uint8Array(png), { headers });
};
