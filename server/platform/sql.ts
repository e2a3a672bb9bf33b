import { createHash } from 'node:crypto';
import { isoText } from './iso-text.ts';

/** One SQL statement with its values. The name is made from the text, so PostgreSQL plans each text once a connection. */
export interface Sql<Row = unknown> {
	readonly name: string;
	readonly text: string;
	readonly values: readonly unknown[];
	/** Only a type: what one row looks like. */
	readonly row?: Row;
}

const texts = new WeakMap<TemplateStringsArray, { name: string; text: string }>();

/**
 * Writes a statement with its values as parameters: ``sql<Row>`select name from t where id = ${id}` ``.
 * Nothing is ever pasted into the text, so a value cannot become SQL.
 */
export function sql<Row>(strings: TemplateStringsArray, ...values: unknown[]): Sql<Row> {
	let known = texts.get(strings);
	if (!known) {
		known = named(strings.reduce((text, part, index) => `${text}$${index}${part}`));
		texts.set(strings, known);
	}
	return { ...known, values };
}

/**
 * Writes a statement whose text depends on what is asked, such as the filters of a list: `write` builds it from constants
 * and gets a function that makes a parameter of a value. It has no name, so it is planned for its values each time.
 */
export function sqlFor<Row>(write: (value: (one: unknown) => string) => string): Sql<Row> {
	const values: unknown[] = [];
	const text = write((one) => `$${values.push(one)}`);
	return { name: '', text, values };
}

const rowTexts = new Map<string, { name: string; text: string }>();

/**
 * Writes `before (…), (…) after` for many rows at once. Row counts are rounded up to fixed sizes by the caller's
 * chunks (see `chunks`), so that few statements are planned. `types` are the PostgreSQL types of the columns.
 */
export function sqlRows<Row>(
	before: string,
	types: readonly string[],
	rows: readonly unknown[][],
	after = '',
): Sql<Row> {
	const key = `${rows.length}|${before}|${types}|${after}`;
	let known = rowTexts.get(key);
	if (!known) {
		let parameter = 0;
		const tuples = rows.map(() => `(${types.map((type) => `$${++parameter}::${type}`).join(',')})`);
		known = named(`${before} ${tuples.join(',')} ${after}`);
		rowTexts.set(key, known);
	}
	// One loop and no list in between: all the rows of a busy hour pass here.
	const values: unknown[] = [];
	for (const row of rows) for (const value of row) values.push(value instanceof Date ? isoText(value) : value);
	return { ...known, values };
}

/** Ids as PostgreSQL writes an array; the driver would look into each for what it must quote. */
export const idArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;

const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** Cuts rows into pieces of a few fixed sizes, the largest first: 273 rows become 200, 50, 20, 2, 1. */
export function chunks<T>(rows: readonly T[]): T[][] {
	const pieces: T[][] = [];
	for (let start = 0; start < rows.length; ) {
		const size = sizes.findLast((candidate) => candidate <= rows.length - start)!;
		pieces.push(rows.slice(start, start + size));
		start += size;
	}
	return pieces;
}

function named(text: string) {
	return { name: createHash('sha1').update(text).digest('base64url'), text };
}
