import { normalise } from '../text/vietnamese.ts';

/** How the seats of a vehicle are given: rows with a letter for each seat of a row, or the names themselves. */
export type SeatPlan = { rows: number; letters: string } | { names: readonly string[] };

export const seatsMax = 800;

/** A seat's name as it is kept and compared: `12 a` is `12A`. Undefined for what is no name of a seat. */
export function readSeat(written: string): string | undefined {
	const name = normalise(written).normalize('NFKC').replace(/\s/g, '').toUpperCase();
	return /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.-]{0,11})$/u.test(name) ? name : undefined;
}

/**
 * The names of a plan's seats in their order: `1A 1B … 2A 2B …`. Undefined when a name is none, stands there twice, or
 * there are none or more than 800.
 */
export function listSeats(plan: SeatPlan): string[] | undefined {
	const written = 'names' in plan ? plan.names : namesOf(plan);
	const names = written.map(readSeat);
	const isGood = names.length > 0 && names.length <= seatsMax && new Set(names).size === names.length;
	return isGood && !names.includes(undefined) ? (names as string[]) : undefined;
}

function namesOf({ rows, letters }: { rows: number; letters: string }): string[] {
	if (rows * letters.length > seatsMax) return [];
	return Array.from({ length: rows }, (_, row) => [...letters].map((letter) => `${row + 1}${letter}`)).flat();
}

/**
 * Seats as they are drawn: those that begin with the same number stand in one row, others ten to a row. Names are only
 * names, so the drawing says which belong together and not where they are in the vehicle.
 */
export function arrangeSeats(names: readonly string[]): string[][] {
	const numbers = names.map((name) => /^(\d+)\p{L}+$/u.exec(name)?.[1]);
	if (numbers.includes(undefined))
		return Array.from({ length: Math.ceil(names.length / 10) }, (_, row) => names.slice(row * 10, row * 10 + 10));
	const rows = Map.groupBy(names, (_name, index) => numbers[index]!);
	return [...rows.values()];
}
