import { Problem } from '#platform/problem';
import { impossibleDate } from './infectious-window.ts';

interface StoredDates {
	onset_on: string | null;
	sampled_on: string | null;
	isolated_at: Date | null;
}

/** Dates as an operation takes them: null clears one, leaving it out keeps it. */
export interface GivenDates {
	onsetOn?: string | null;
	sampledOn?: string | null;
	isolatedAt?: string | null;
}

/** The dates of a case after a change. Throws `invalid-input`, naming the field, for a date that cannot be. */
export function readDates(stored: StoredDates, given: GivenDates, now: Date): StoredDates {
	const dates: StoredDates = {
		onset_on: given.onsetOn === undefined ? stored.onset_on : given.onsetOn,
		sampled_on: given.sampledOn === undefined ? stored.sampled_on : given.sampledOn,
		isolated_at: given.isolatedAt === undefined ? stored.isolated_at : readMoment(given.isolatedAt),
	};
	const field = impossibleDate(
		{
			onsetOn: dates.onset_on ?? undefined,
			sampledOn: dates.sampled_on ?? undefined,
			isolatedAt: dates.isolated_at ?? undefined,
		},
		now,
	);
	if (field) throw new Problem('invalid-input', { field });
	return dates;
}

const readMoment = (text: string | null) => (text === null ? null : new Date(text));
