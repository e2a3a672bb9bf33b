import { newId } from '#platform/ids';
import type { Platform } from '#platform/platform';
import { openThread } from '#platform/thread';
import { formats } from './drawing/formats.ts';
import type { PrintAnswer, PrintQuestion } from './drawing/print-thread.ts';
import { deleteParts, failPrint, insertPart, movePrint, takePrint } from './queries.ts';
import { readSigns } from './signs.ts';

/** How many places are read and drawn at a time. */
const placesAtOnce = 50;
/** A run that has not moved for so long was killed. */
export const stalledAfterMilliseconds = 60_000;
const triesMax = 5;

const threadFile = new URL('./drawing/print-thread.ts', import.meta.url);

/**
 * Draws a print into the database, part by part, in a thread of its own. A print that another run is busy with, or that
 * is finished or cancelled, is left alone; one whose run was killed begins again.
 */
export async function drawPrint(platform: Platform, printId: string): Promise<void> {
	const { db, clock } = platform;
	const runId = newId();
	const now = clock.now();
	const stalledBefore = new Date(now.getTime() - stalledAfterMilliseconds);
	const print = await db.find(takePrint({ printId, runId, now, stalledBefore }));
	if (!print) return;
	if (print.tries > triesMax) return void (await db.run(failPrint(printId, now)));
	await db.run(deleteParts(printId));
	const { format, seats, copies, place_ids: places } = print;
	const thread = openThread<PrintQuestion, PrintAnswer>(threadFile, { seconds: 120, memoryMegabytes: 512 });
	try {
		let [signs, pages] = [0, 0];
		for (let start = 0, part = 1; start < places.length; start += placesAtOnce, part++) {
			const slice = places.slice(start, start + placesAtOnce);
			const found = await readSigns(db, slice, { origin: platform.config.origin, now, seats, copies });
			const isLast = start + placesAtOnce >= places.length;
			const open = start === 0 ? { open: { format, title: `Vaora · ${formats[format].title.vi}`, at: now } } : {};
			const answer = await thread.ask({ ...open, signs: found.map(({ sign }) => sign), isLast });
			signs += found.length;
			pages += answer.pages;
			if (!(await keepPart(platform, { printId, runId, signs, pages, part, isLast }, answer.content))) return;
		}
	} finally {
		await thread.close();
	}
}

/** Stores a part and how far it is, together. False when the print is no longer this run's. */
function keepPart(
	{ db, clock }: Platform,
	move: Omit<Parameters<typeof movePrint>[0], 'bytes' | 'now'>,
	content: Uint8Array,
): Promise<boolean> {
	return db.transaction(async (transaction) => {
		const moved = await transaction.run(movePrint({ ...move, bytes: content.length, now: clock.now() }));
		if (moved) await transaction.run(insertPart(move.printId, move.part, Buffer.from(content)));
		return moved > 0;
	});
}
