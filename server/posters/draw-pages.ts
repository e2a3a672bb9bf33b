import { openThread } from '#platform/thread';
import { Pdf } from './drawing/draw-pdf.ts';
import type { PagesQuestion } from './drawing/pages-thread.ts';

/** So many pages are drawn sooner than a thread is started. */
const pagesAtOnce = 4;

const threadFile = new URL('./drawing/pages-thread.ts', import.meta.url);

/** Draws pages as one PDF; many in a thread of its own, so that the server goes on answering. */
export async function drawPages(question: PagesQuestion): Promise<Buffer> {
	const { title, pages, at } = question;
	if (pages.length > pagesAtOnce) {
		const thread = openThread<PagesQuestion, Uint8Array>(threadFile, { seconds: 60, memoryMegabytes: 512 });
		try {
			return Buffer.from(await thread.ask(question));
		} finally {
			await thread.close();
		}
	}
	const pdf = new Pdf(title, at);
	for (const page of pages) pdf.add(page);
	return pdf.end();
}
