import type { Fault } from './faults.ts';
import { type DayField, isDayField } from './fields.ts';
import type { ChoiceField } from './meanings.ts';
import { meaningKey } from './meanings.ts';
import type { FileRow, Reading } from './read-row.ts';

const wordsMax = 50;
const wordLettersMax = 60;

/** What is known of a file while its blocks pass by: whom it names, what is there twice, which words nobody knows. */
export class WholeFile {
	readonly faultsOf = new Map<number, { block: number; faults: Fault[] }>();
	readonly unknownWords = new Map<string, { field: ChoiceField; word: string; rows: number }>();
	readonly days = new Map<DayField, { first: string; last: string }>();
	readonly #firstRowOf = new Map<string, number>();
	readonly #refers: { number: number; block: number; at: number; id: string }[] = [];
	#rows = 0;

	/** `isOnce`: each id may stand in one row only. */
	add(
		block: number,
		{ number }: FileRow,
		{ entry, faults, unknownWords }: Reading,
		isOnce: boolean,
		idAt: number,
	): void {
		this.#rows++;
		const earlier = this.#firstRowOf.get(entry.externalId);
		if (entry.externalId && earlier === undefined) this.#firstRowOf.set(entry.externalId, number);
		else if (isOnce && earlier !== undefined)
			faults.push({ ...(idAt < 0 ? {} : { at: idAt }), fault: 'twice', row: earlier });
		for (const { field, word } of unknownWords) this.#addWord(field, word);
		for (const [field, value] of Object.entries(entry.values)) this.#addDay(field, value);
		for (const { at, id } of entry.refers) this.#refers.push({ number, block, at, id });
		for (const fault of faults) this.tell(number, block, fault);
	}

	tell(number: number, block: number, fault: Fault): void {
		const known = this.faultsOf.get(number);
		if (known) known.faults.push(fault);
		else this.faultsOf.set(number, { block, faults: [fault] });
	}

	/** Ids that are named but stand in no row of the file, unless it is of cases. */
	unmet(areRowsCases: boolean): { number: number; block: number; at: number; id: string }[] {
		return areRowsCases ? this.#refers.filter(({ id }) => !this.#firstRowOf.has(id)) : this.#refers;
	}

	get rows(): number {
		return this.#rows;
	}

	#addWord(field: ChoiceField, word: string): void {
		const key = `${field} ${meaningKey(word)}`;
		const known = this.unknownWords.get(key);
		if (known) known.rows++;
		else if (this.unknownWords.size < wordsMax)
			this.unknownWords.set(key, { field, word: [...word.trim()].slice(0, wordLettersMax).join(''), rows: 1 });
	}

	#addDay(field: string, day: string): void {
		if (!isDayField(field as DayField)) return;
		const span = this.days.get(field as DayField);
		if (!span) this.days.set(field as DayField, { first: day, last: day });
		else if (day < span.first) span.first = day;
		else if (day > span.last) span.last = day;
	}
}
