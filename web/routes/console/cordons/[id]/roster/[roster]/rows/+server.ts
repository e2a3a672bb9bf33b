import { exportFaultyRows } from '#rosters';
import { askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import type { RequestHandler } from './$types';

/** The rows of a roster that are to be mended. */
export const GET: RequestHandler = async (event) => {
	const { csv, mediaType, fileName } = await askOrShow(event, exportFaultyRows, { roster: event.params.roster });
	return fileResponse({ content: csv, mediaType, fileName });
};
