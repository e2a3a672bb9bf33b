import { error } from '@sveltejs/kit';
import { getPrint, getPrintPart } from '#posters';
import { ask, askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import type { RequestHandler } from './$types';

/** The finished PDF, sent part by part. */
export const GET: RequestHandler = async (event) => {
	const { state, parts, fileName } = await askOrShow(event, getPrint, { print: event.params.id });
	if (state !== 'ready') error(404);
	let part = 0;
	const content = new ReadableStream<Uint8Array>({
		pull: async (stream) => {
			const { base64 } = await ask(event, getPrintPart, { print: event.params.id, part: ++part });
			stream.enqueue(Buffer.from(base64, 'base64'));
			if (part === parts) stream.close();
		},
	});
	return fileResponse({ content, mediaType: 'application/pdf', fileName });
};
