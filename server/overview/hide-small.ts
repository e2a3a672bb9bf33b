import { type Cells, type Counted, counted } from './cells.ts';

/** Of these any two tell the third: due = reported + missing. */
const trio = ['due', 'reported', 'missing'] as const;

/**
 * Hides (`null`) what is above nothing and below `smallest` people, and as much beside it as keeps anybody from working
 * it out: by taking a row apart (due = reported + missing), or the rows of a column from the whole, which is known from
 * the table above. Of what is hidden in a column there are two at least, and together at least `smallest`; where that
 * cannot be, the whole is so small itself that it is hidden in its own table. Cox 1980; nothing is said of other tables.
 */
export function hideSmall(rows: readonly Cells[], smallest: number): Cells[] {
	const table = rows.map((row) => ({ row, hidden: new Set<Counted>() }));
	for (const { row, hidden } of table) for (const name of counted) if (isSmall(row[name], smallest)) hidden.add(name);
	while (hideInRows(table) || hideInColumns(table, smallest));
	return table.map(({ row, hidden }) => withoutHidden(row, hidden));
}

/** A row of its own, such as the whole country's: nothing but itself tells of it. */
export function hideSmallIn(row: Cells, smallest: number): Cells {
	const hidden = new Set<Counted>(counted.filter((name) => isSmall(row[name], smallest)));
	hideInRows([{ row, hidden }]);
	return withoutHidden(row, hidden);
}

interface Line {
	row: Cells;
	hidden: Set<Counted>;
}

const isSmall = (value: number | null | undefined, smallest: number): boolean =>
	typeof value === 'number' && value > 0 && value < smallest;

const withoutHidden = (row: Cells, hidden: ReadonlySet<Counted>): Cells => ({
	...row,
	...Object.fromEntries([...hidden].map((name) => [name, null])),
});

/** One hidden of the three takes a second with it: the whole stays readable where it can. */
function hideInRows(table: readonly Line[]): boolean {
	let hasChanged = false;
	for (const { hidden } of table) {
		const open = trio.filter((name) => !hidden.has(name));
		if (open.length !== 2) continue;
		hidden.add(open.includes('reported') ? 'reported' : 'missing');
		hasChanged = true;
	}
	return hasChanged;
}

/** What is missing to hide well in a column is taken from its smallest numbers. */
function hideInColumns(table: readonly Line[], smallest: number): boolean {
	let hasChanged = false;
	for (const name of counted) {
		const known = table.filter(({ row }) => row[name] !== undefined);
		const inside = known.filter(({ hidden }) => hidden.has(name));
		if (!inside.length) continue;
		let sum = inside.reduce((all, { row }) => all + row[name]!, 0);
		let rows = inside.length;
		const open = known
			.filter(({ hidden }) => !hidden.has(name))
			.sort((one, other) => toll(one, name) - toll(other, name));
		for (const line of open) {
			if (rows >= 2 && sum >= smallest) break;
			line.hidden.add(name);
			sum += line.row[name]!;
			rows++;
			hasChanged = true;
		}
	}
	return hasChanged;
}

/** What hiding a number costs the reader: little people first; nothing hides little, so it goes last. */
const toll = ({ row }: Line, name: Counted): number => row[name]! || Number.MAX_SAFE_INTEGER;
