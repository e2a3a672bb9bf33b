/**
 * What a door said beside its verdict, as it is stored: a bit each, none for nearly everybody. Why a declaration was amber
 * or red, and that an authority had ordered something, is not kept with the visit: it is `health`, whatever it was, since a
 * place's log is no record of illness.
 */
export const doorReasons = {
	'not-declared': 1,
	'declaration-expired': 2,
	'place-full': 4,
	'seat-taken': 8,
	'cannot-look-up': 16,
	/** The gate's data was past its age: it said "not sure". */
	'not-sure': 32,
	health: 64,
} as const;

export type DoorReason = keyof typeof doorReasons;

/** The reasons of a decision, by the codes of `judgeEntry` and of the declaration rule, as one small number. */
export function packReasons(reasons: readonly string[], isDegraded = false): number {
	let packed: number = isDegraded ? doorReasons['not-sure'] : 0;
	for (const reason of reasons) packed |= doorReasons[reason as DoorReason] ?? doorReasons.health;
	return packed;
}

export const unpackReasons = (packed: number): DoorReason[] =>
	packed === 0 ? [] : (Object.keys(doorReasons) as DoorReason[]).filter((reason) => packed & doorReasons[reason]);
