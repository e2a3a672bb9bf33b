import { error } from '@sveltejs/kit';
import { getPrint, getPrintPart } from '#posters';
import { askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import { streamParts } from '#web/server/parts.ts';
import type { RequestHandler } from './$types';

/** The finished PDF. */
export const GET: RequestHandler = async (event) => {
	const print = event.params.id;
	const { state, parts, fileName } = await askOrShow(event, getPrint, { print });
	if (state !== 'ready') error(404);
	const content = await streamParts(parts, (part) => askOrShow(event, getPrintPart, { print, part }));
	return fileResponse({ content, mediaType: 'application/pdf', fileName });
};
