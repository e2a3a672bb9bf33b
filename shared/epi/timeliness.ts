import { type Proportion, proportion } from './proportion.ts';

/** Moments in milliseconds; undefined: it did not happen, or nobody recorded it. */
export interface CaseTimes {
	reported: number;
	interviewed?: number;
	isolated?: number;
	/** Whether they were on somebody's list of contacts before. */
	wasContact: boolean;
}

export interface ContactTimes {
	found: number;
	notified?: number;
	quarantined?: number;
	symptoms?: number;
	tested?: number;
	/** Days under follow-up until now, and on how many of them they were seen or answered. */
	daysDue: number;
	daysSeen: number;
	isLost: boolean;
}

/** The indicators of a response (WHO; Resolve to Save Lives), in the order in which things should happen. */
export const indicatorNames = [
	...['interviewed', 'isolated', 'notified', 'quarantined', 'tested', 'known-contact', 'followed', 'lost'],
] as const;

export type Indicators = Record<
	'interviewed' | 'isolated' | 'notified' | 'quarantined' | 'tested' | 'known-contact' | 'followed' | 'lost',
	Proportion
>;

const hour = 3_600_000;

/**
 * How quickly it went: cases interviewed and isolated within 24 hours of being reported; contacts notified and quarantined
 * within 24 hours of being found, tested within 3 days of their symptoms; new cases who were known as contacts; days of
 * follow-up on which the contact was reached; contacts lost. What was due less than the time allowed ago and has not
 * happened is not counted yet.
 */
export function measureTimeliness(
	cases: Iterable<CaseTimes>,
	contacts: Iterable<ContactTimes>,
	now: number,
): Indicators {
	const counts = Object.fromEntries(indicatorNames.map((name) => [name, { count: 0, of: 0 }])) as Record<
		keyof Indicators,
		{ count: number; of: number }
	>;
	const within = (name: keyof Indicators, from: number | undefined, at: number | undefined, hours: number) => {
		if (from === undefined) return;
		const inTime = at !== undefined && at - from <= hours * hour;
		if (!inTime && now - from < hours * hour) return;
		counts[name].of++;
		if (inTime) counts[name].count++;
	};
	const add = (name: keyof Indicators, count: number, of: number) => {
		counts[name].count += count;
		counts[name].of += of;
	};
	for (const one of cases) {
		within('interviewed', one.reported, one.interviewed, 24);
		within('isolated', one.reported, one.isolated, 24);
		add('known-contact', one.wasContact ? 1 : 0, 1);
	}
	for (const one of contacts) {
		within('notified', one.found, one.notified, 24);
		within('quarantined', one.found, one.quarantined, 24);
		within('tested', one.symptoms, one.tested, 72);
		add('followed', one.daysSeen, one.daysDue);
		add('lost', one.isLost ? 1 : 0, 1);
	}
	return Object.fromEntries(
		Object.entries(counts).map(([name, { count, of }]) => [name, proportion(count, of)]),
	) as Indicators;
}
