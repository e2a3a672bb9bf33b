import { makeTemplate } from '#rosters';
import { askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { base64, mediaType, fileName } = await askOrShow(event, makeTemplate, {});
	return fileResponse({ content: Buffer.from(base64, 'base64'), mediaType, fileName });
};
