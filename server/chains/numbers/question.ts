/** What the numbers are counted from: rows as `queries-numbers.ts` packs them, and what is known of the disease. */
export interface NumbersQuestion {
	cases: Uint8Array;
	links: Uint8Array;
	contacts: Uint8Array;
	/** In which contacts met, by the numbers that stand for them. */
	circumstances: readonly string[];
	/** Whole days since 1970. */
	today: number;
	/** Milliseconds. */
	now: number;
	incubationDaysMax: number;
	serialDaysMean: number;
	serialDaysSd: number;
}
