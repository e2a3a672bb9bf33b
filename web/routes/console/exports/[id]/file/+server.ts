import { error } from '@sveltejs/kit';
import { getExport, getExportPart } from '#exports';
import { ask, askOrShow } from '#web/server/ask.ts';
import { fileResponse } from '#web/server/file-response.ts';
import type { RequestHandler } from './$types';

/** The finished zip, sent part by part. */
export const GET: RequestHandler = async (event) => {
	const exportId = event.params.id;
	const { state, parts, fileName } = await askOrShow(event, getExport, { exportId });
	if (state !== 'ready') error(404);
	// Whoever may not have it learns so before anything is sent.
	const first = await askOrShow(event, getExportPart, { exportId, part: 1 });
	let part = 1;
	const content = new ReadableStream<Uint8Array>({
		start: (stream) => {
			stream.enqueue(Buffer.from(first.base64, 'base64'));
			if (part === parts) stream.close();
		},
		pull: async (stream) => {
			const { base64 } = await ask(event, getExportPart, { exportId, part: ++part });
			stream.enqueue(Buffer.from(base64, 'base64'));
			if (part === parts) stream.close();
		},
	});
	return fileResponse({ content, mediaType: 'application/zip', fileName });
};
