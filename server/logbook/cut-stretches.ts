/** Rows of one file: well below what any spreadsheet opens, and a matter of seconds to write. */
export const partMax = 100_000;

interface Part {
	from: Date;
	/** The first moment of the next part. */
	until: Date;
	rows: number;
}

/** Splits a time into parts at the beginnings of stretches, so that each has as many visits as fit into a file. */
export function cutStretches(
	stretches: readonly { begins: Date; visits: number }[],
	{ from, until }: { from: Date; until: Date },
): Part[] {
	const parts: Part[] = [{ from, until, rows: 0 }];
	for (const { begins, visits } of stretches) {
		const last = parts.at(-1)!;
		if (last.rows > 0 && last.rows + visits > partMax) {
			last.until = begins;
			parts.push({ from: begins, until, rows: visits });
		} else last.rows += visits;
	}
	return parts;
}
