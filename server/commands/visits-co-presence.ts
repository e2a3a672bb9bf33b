import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { streamCoPresence } from '#exposures';
import { systemCaller } from '#platform/actor';
import { writeAudit } from '#platform/audit';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { writeCsvRow } from '#shared/text/csv';
import { openInstallation } from '../installation.ts';
import { type Command, UsageError } from './command.ts';

const usage = `vaora visits co-presence --min-minutes N [--from DAY] [--until DAY]

Writes CSV to standard output: place,person_a,person_b,minutes. A pair stands once for each place where the two were at the
same time, longer than nothing and for N minutes or more in all. People are pseudonyms; person_a is the smaller number.
Days are YYYY-MM-DD in Viet Nam, both included; without them all visits count.`;

export const visitsCoPresence: Command = {
	name: 'visits co-presence',
	summary: 'Các cặp cùng địa điểm cùng lúc, dạng CSV · Pairs at the same place at the same time, as CSV',
	run: async (args) => {
		const options = readOptions(args);
		const { platform, close } = await openInstallation();
		try {
			const at = platform.clock.now();
			const caller = systemCaller('visits co-presence');
			await writeAudit(platform.db, [
				{ at, operation: 'visits.list-co-presence', caller, outcome: 'done', persons: [], isLook: false },
			]);
			const until = options.until ?? at;
			await writeOut(toCsv(streamCoPresence(platform.db, { ...options, until })));
			return 0;
		} finally {
			await close();
		}
	},
};

function readOptions(args: readonly string[]) {
	const { values } = parseArgs({
		args: [...args],
		options: { 'min-minutes': { type: 'string' }, from: { type: 'string' }, until: { type: 'string' } },
	});
	const minutesMin = Number(values['min-minutes'] ?? 'none');
	if (!Number.isInteger(minutesMin) || minutesMin < 0 || minutesMin > 100_000) throw new UsageError(usage);
	return {
		minutesMin,
		from: values.from === undefined ? new Date(0) : startOfDay(readDay(values.from)),
		until: values.until === undefined ? undefined : startOfDay(shiftDay(readDay(values.until), 1)),
	};
}

function readDay(text: string): string {
	const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(startOfDay(text)) === text;
	if (!isDay) throw new UsageError(`${text} is no day.\n\n${usage}`);
	return text;
}

/** Waits for whoever reads; that they stop early (`| head`) is no fault. */
async function writeOut(parts: AsyncIterable<string>): Promise<void> {
	try {
		await pipeline(parts, process.stdout, { end: false });
	} catch (error) {
		const { code } = error as { code?: string };
		if (code !== 'EPIPE' && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
	}
}

/** Text in pieces of some thousand lines, so that a small write is not made for each pair. */
export async function* toCsv(
	pairs: AsyncIterable<{ place: string; person_a: string; person_b: string; minutes: number }>,
): AsyncGenerator<string> {
	let part = toLine(['place', 'person_a', 'person_b', 'minutes']);
	for await (const { place, person_a, person_b, minutes } of pairs) {
		part += toLine([place, person_a, person_b, minutes]);
		if (part.length < 65_536) continue;
		yield part;
		part = '';
	}
	yield part;
}

/** Lines end as the programs that read pipes expect it. */
const toLine = (cells: readonly (string | number)[]) => `${writeCsvRow(cells).trimEnd()}\n`;
