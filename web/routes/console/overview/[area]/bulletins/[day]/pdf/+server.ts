import { printBulletin } from '#bulletins';
import { askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import { readAreaId, readDay } from '#web/server/overview-page.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { language } = event.locals;
	const asked = { areaId: readAreaId(event.params.area, language), day: readDay(event.params.day, language) };
	const { base64, fileName } = await askOrShow(event, printBulletin, asked);
	return fileResponse({ content: Buffer.from(base64, 'base64'), mediaType: 'application/pdf', fileName });
};
