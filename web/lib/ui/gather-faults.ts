import type { Text } from '#shared/language';

interface Row {
	row: number;
	faults: readonly { cell: string; heading: Text; text: Text }[];
}

/** Cells that are wrong in the same way, as a spreadsheet names them; one that misses as a whole has its row only. */
export interface Gathered {
	heading: Text;
	text: Text;
	cells: { cell: string; row: number }[];
}

/** What is wrong with the cells of a file, told once for all cells of a column it holds for, in the order of the file. */
export function gatherFaults(rows: readonly Row[]): Gathered[] {
	const gathered = new Map<string, Gathered>();
	for (const { row, faults } of rows)
		for (const { cell, heading, text } of faults) {
			const key = `${heading.vi}\n${text.vi}`;
			const known = gathered.get(key);
			if (known) known.cells.push({ cell, row });
			else gathered.set(key, { heading, text, cells: [{ cell, row }] });
		}
	return [...gathered.values()];
}
