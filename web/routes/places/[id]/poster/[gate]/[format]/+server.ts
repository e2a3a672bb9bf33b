import { type FormatName, makePoster } from '#posters';
import { askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import type { RequestHandler } from './$types';

/** What hangs or stands at a gate as a file: a poster, a table tent, a sheet of stickers, a picture. */
export const GET: RequestHandler = async (event) => {
	const { id: place, gate } = event.params;
	const format = event.params.format as FormatName | 'svg' | 'png';
	const { base64, ...file } = await askOrShow(event, makePoster, { place, gate: Number(gate), format });
	return fileResponse({ ...file, content: Buffer.from(base64, 'base64') });
};
