import { createReadStream } from 'node:fs';
import { importPersons } from '#identity';
import { ensureImportedPlaces } from '#places';
import type { Platform } from '#platform/platform';
import { dayOf, shiftDay } from '#shared/language';
import { ensureVisitDays, importVisits as storeVisits } from '#visits';
import { readLines } from './read-lines.ts';
import { type Header, type Refusal, readHeader, readVisitRow, type VisitRow } from './visit-rows.ts';

export interface ImportReport {
	/** Rows below the header, empty lines left out. */
	rows: number;
	added: number;
	/** Rows that had been imported before, or stand twice in the file. */
	repeated: number;
	/** Rows that were not taken. */
	refused: number;
	/** The first 1,000 refusals; a row may have several. */
	refusals: Refusal[];
	/** How often each reason was given, by column: `left_at not-a-time`. */
	reasons: Map<string, number>;
}

const batchLength = 5_000;
const refusalsMax = 1_000;
/** A file with more days is more likely wrong than old: each day becomes a table. */
const daysMax = 400;
/** An import's days stay as long as if they had been recorded today. */
const keptDays = 31;

/**
 * Imports a CSV file of visits, whatever its size, in batches that are each committed. A row that is refused is reported
 * and the others go on; the same file again adds nothing. `progress` is called after each batch. Throws a HeaderError
 * when the first line is no header.
 */
export async function importVisitFile(
	platform: Platform,
	path: string,
	progress: (report: ImportReport) => void = () => {},
): Promise<ImportReport> {
	const now = platform.clock.now();
	const report: ImportReport = { rows: 0, added: 0, repeated: 0, refused: 0, refusals: [], reasons: new Map() };
	const writer = new BatchWriter(platform, now);
	let header: Header | undefined;
	let batch: VisitRow[] = [];
	const write = async () => {
		const added = await writer.write(batch);
		report.added += added;
		report.repeated += batch.length - added;
		batch = [];
		progress(report);
	};
	for await (const line of readLines(createReadStream(path, { highWaterMark: 256 * 1024 }))) {
		if (!header) {
			header = readHeader(line.text);
			continue;
		}
		report.rows++;
		const read = readVisitRow(line, header, now);
		if ('refusals' in read) note(report, read.refusals);
		else if (!writer.hasRoomFor(read.visit))
			note(report, [{ row: line.number, column: 'entered_at', reason: 'too-many-days' }]);
		else batch.push(read.visit);
		if (batch.length === batchLength) await write();
	}
	if (!header) readHeader('');
	await write();
	return report;
}

function note(report: ImportReport, refusals: readonly Refusal[]): void {
	report.refused++;
	for (const refusal of refusals) {
		if (report.refusals.length < refusalsMax) report.refusals.push(refusal);
		const kind = `${refusal.column} ${refusal.reason}`;
		report.reasons.set(kind, (report.reasons.get(kind) ?? 0) + 1);
	}
}

/** Writes batches, remembering the places, people and days it has seen so that most need no second question. */
class BatchWriter {
	readonly #platform: Platform;
	readonly #now: Date;
	readonly #days = new Set<string>();
	readonly #madeDays = new Set<string>();
	readonly #places = new Map<string, string>();
	readonly #persons = new Map<string, string>();

	constructor(platform: Platform, now: Date) {
		this.#platform = platform;
		this.#now = now;
	}

	hasRoomFor({ enteredAt }: VisitRow): boolean {
		const day = dayOf(enteredAt);
		if (this.#days.size >= daysMax && !this.#days.has(day)) return false;
		this.#days.add(day);
		return true;
	}

	/** Returns how many visits were new. */
	async write(rows: readonly VisitRow[]): Promise<number> {
		if (!rows.length) return 0;
		const { db, keys } = this.#platform;
		const now = this.#now;
		await this.#makeDays();
		await remember(
			this.#places,
			rows.map((row) => row.place),
			(names) => ensureImportedPlaces(db, names),
		);
		await remember(
			this.#persons,
			rows.map((row) => row.person),
			(names) => importPersons({ db, keys, now }, names),
		);
		const visits = rows.map(({ place, person, enteredAt, leftAt }) => ({
			placeId: this.#places.get(place)!,
			personId: this.#persons.get(person)!,
			enteredAt,
			leftAt,
		}));
		return db.transaction((tx) => storeVisits(tx, visits, now));
	}

	async #makeDays(): Promise<void> {
		const days = [...this.#days].filter((day) => !this.#madeDays.has(day)).sort();
		await ensureVisitDays(this.#platform.db, days, shiftDay(dayOf(this.#now), keptDays));
		for (const day of days) this.#madeDays.add(day);
	}
}

const rememberedMax = 200_000;

/** Asks for the ids of the names not asked for before. Forgets everything now and then, to stay within bounds. */
async function remember(
	known: Map<string, string>,
	names: readonly string[],
	ask: (names: string[]) => Promise<readonly string[]>,
): Promise<void> {
	if (known.size > rememberedMax) known.clear();
	const asked = [...new Set(names)].filter((name) => !known.has(name));
	if (!asked.length) return;
	const ids = await ask(asked);
	asked.forEach((name, index) => void known.set(name, ids[index]!));
}
