/**
 * The row a seat lies in: the number in its name, `12` of 12A, `7` of B07, `5` of giường 5. Undefined for a name without
 * one: how far it is from others is not known.
 */
export function rowOfSeat(seat: string): number | undefined {
	const digits = /\d{1,4}/.exec(seat)?.[0];
	return digits === undefined ? undefined : Number(digits);
}

/** Whether two seats of a trip are so many rows apart at most; true when that cannot be told, so that nobody is lost. */
export function isWithinRows(one: string | undefined, other: string | undefined, rows: number): boolean {
	const [a, b] = [one && rowOfSeat(one), other && rowOfSeat(other)];
	return typeof a !== 'number' || typeof b !== 'number' || Math.abs(a - b) <= rows;
}
