import { headingKey } from '#platform/table/headings';
import { columnOf, type Field, fieldsOf } from './fields.ts';
import type { Kind } from './kinds.ts';

/**
 * Which field each heading means, null where none; as an officer read it before, else by its name. A field is given to one
 * column: the one that names it earliest in the field's own list of names.
 */
export function guessColumns(
	kind: Kind,
	headings: readonly string[],
	remembered: Readonly<Record<string, Field | null>> = {},
): (Field | null)[] {
	const keys = headings.map(headingKey);
	// Our own exports name a column in two languages: `Ngày khởi phát · Onset`.
	const parts = headings.map((heading) => heading.split(' · ').map(headingKey));
	const guessed = keys.map((key) => (Object.hasOwn(remembered, key) ? (remembered[key] ?? null) : undefined));
	const taken = new Set<Field | null | undefined>(guessed);
	for (const field of fieldsOf[kind]) {
		if (taken.has(field)) continue;
		const { vi, en, others } = columnOf(kind, field);
		const names = [field, vi, en, ...others].map(headingKey);
		const at = names.map((name) =>
			parts.findIndex((some, index) => some.includes(name) && guessed[index] === undefined),
		);
		const found = at.find((index) => index >= 0);
		if (found !== undefined) guessed[found] = field;
	}
	return guessed.map((one) => one ?? null);
}

/** How many headings of a row are known: the row of a file with most of them is that of its headings. */
export const countKnown = (kind: Kind, row: readonly string[]): number =>
	guessColumns(kind, row).filter(Boolean).length;
