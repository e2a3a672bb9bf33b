const dayLong = 86_400_000;

/** Whole days since 1970 of a calendar day `YYYY-MM-DD`, as the sums take days. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayLong;

/** The calendar day of such a number. */
export const dayText = (number: number): string => new Date(number * dayLong).toISOString().slice(0, 10);
