import { exportFaultyRows } from '#imports';
import { askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import type { RequestHandler } from './$types';

/** The rows of an import that are to be mended. */
export const GET: RequestHandler = async (event) => {
	const { csv, mediaType, fileName } = await askOrShow(event, exportFaultyRows, { importId: event.params.id });
	return fileResponse({ content: csv, mediaType, fileName });
};
