import type { RequestEvent } from '@sveltejs/kit';
import { makeCertificate } from '#certificates';
import { askOrShow } from './ask.ts';
import { fileResponse } from './file-response.ts';

/** The certificate of completed isolation of an order, for the person and for the officers of its area. */
export async function certificateResponse(event: RequestEvent, orderId: string): Promise<Response> {
	const { base64, fileName } = await askOrShow(event, makeCertificate, { orderId });
	return fileResponse({ content: Buffer.from(base64, 'base64'), mediaType: 'application/pdf', fileName });
}
