import { type FormatName, makePoster } from '#posters';
import { askOrShow } from '#web/server/ask.ts';
import type { RequestHandler } from './$types';

type Format = FormatName | 'svg' | 'png';

/** A gate's poster as a file. */
export const GET: RequestHandler = async (event) => {
	const { id: place, gate, format } = event.params;
	const poster = await askOrShow(event, makePoster, { place, gate: Number(gate), format: format as Format });
	return new Response(Buffer.from(poster.base64, 'base64'), {
		headers: {
			'content-type': poster.mediaType,
			'content-disposition': `attachment; filename="${poster.fileName}"`,
			'cache-control': 'no-store',
		},
	});
};
