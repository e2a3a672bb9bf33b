import { makePaper } from '#papers';
import { askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { id: orderId, form } = event.params;
	const { base64, fileName } = await askOrShow(event, makePaper, { orderId, form: form as 'mau-02' });
	return fileResponse({ content: Buffer.from(base64, 'base64'), mediaType: 'application/pdf', fileName });
};
