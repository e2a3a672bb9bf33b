import { error } from '@sveltejs/kit';
import { getExport, getExportPart } from '#exports';
import { askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import { streamParts } from '#web/server/parts.ts';
import type { RequestHandler } from './$types';

/** The finished zip. */
export const GET: RequestHandler = async (event) => {
	const exportId = event.params.id;
	const { state, parts, fileName } = await askOrShow(event, getExport, { exportId });
	if (state !== 'ready') error(404);
	const content = await streamParts(parts, (part) => askOrShow(event, getExportPart, { exportId, part }));
	return fileResponse({ content, mediaType: 'application/zip', fileName });
};
