import { answerQuestions } from '#platform/thread';
import { Pdf } from './draw-pdf.ts';
import type { Drawing } from './shape.ts';

/** A whole file: its title, its pages in order, and when it was made. */
export interface PagesQuestion {
	title: string;
	pages: readonly Drawing[];
	at: Date;
}

answerQuestions<PagesQuestion, Uint8Array>(async ({ title, pages, at }) => {
	const pdf = new Pdf(title, at);
	for (const page of pages) pdf.add(page);
	return pdf.end();
});
