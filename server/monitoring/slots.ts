import type { Text } from '#shared/language';

/** The hours in Viet Nam at which the slots after the first begin, by how many reports a day are due. */
const beginnings: Record<number, number[]> = { 1: [], 2: [12], 3: [11, 17], 4: [10, 14, 18] };

const names: Record<number, Text[]> = {
	1: [{ vi: 'cả ngày', en: 'whole day' }],
	2: [
		{ vi: 'sáng', en: 'morning' },
		{ vi: 'chiều', en: 'afternoon' },
	],
	3: [
		{ vi: 'sáng', en: 'morning' },
		{ vi: 'chiều', en: 'afternoon' },
		{ vi: 'tối', en: 'evening' },
	],
	4: [
		{ vi: 'sáng', en: 'morning' },
		{ vi: 'trưa', en: 'noon' },
		{ vi: 'chiều', en: 'afternoon' },
		{ vi: 'tối', en: 'evening' },
	],
};

const offsetHours = 7;

/** The hour of the day in Viet Nam. */
export const hourOf = (at: Date): number => (at.getUTCHours() + offsetHours) % 24;

/** Which slot of its day a moment falls into: 0 where one report a day is due, else 1, 2 … in the order of the day. */
export const slotAt = (at: Date, reportsADay: number): number =>
	reportsADay <= 1 ? 0 : 1 + beginnings[reportsADay]!.filter((hour) => hourOf(at) >= hour).length;

/** The slots of a whole day. */
export const slotsOf = (reportsADay: number): number[] =>
	reportsADay <= 1 ? [0] : Array.from({ length: reportsADay }, (_, index) => index + 1);

export const slotName = (slot: number, reportsADay: number): Text =>
	names[reportsADay]?.[Math.max(slot, 1) - 1] ?? names[1]![0]!;
