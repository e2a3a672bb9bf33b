import { answerQuestions } from '#platform/thread';
import { Pdf } from './draw-pdf.ts';
import { type FormatName, formats } from './formats.ts';
import type { Sign } from './sign.ts';

/** The first question opens the file, each adds sheets to it, the last one closes it. */
export interface PrintQuestion {
	open?: { format: FormatName; title: string; at: Date };
	signs: readonly Sign[];
	isLast: boolean;
}

export interface PrintAnswer {
	/** How many sheets were added. */
	pages: number;
	/** What of the file is finished, beyond all answers before. */
	content: Uint8Array;
}

let pdf: Pdf;
let format: FormatName;
/** Those that do not fill a sheet yet. */
let waiting: Sign[] = [];

answerQuestions<PrintQuestion, PrintAnswer>(async ({ open, signs, isLast }) => {
	if (open) {
		({ format } = open);
		pdf = new Pdf(open.title, open.at);
	}
	const { perSheet, layout } = formats[format];
	waiting.push(...signs);
	let pages = 0;
	while (waiting.length >= perSheet || (isLast && waiting.length)) {
		pdf.add(layout(waiting.slice(0, perSheet)));
		waiting = waiting.slice(perSheet);
		pages++;
	}
	return { pages, content: isLast ? await pdf.end() : pdf.take() };
});
