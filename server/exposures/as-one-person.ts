import type { MetRow } from './queries-overlap.ts';

/** Who is known under several ids, since two records of one person were found to be one. */
export interface Known {
	/** Of each source, whose search it belongs to: an index. */
	searchOf: readonly number[];
	/** The person of each search, by the id that stayed. */
	ownOf: readonly string[];
	/** The id that stayed, of everybody who was there. */
	currentOf(person: string): string;
}

/**
 * What a search found, as if each person had always had one id: the visits of all ids of whom is searched for are one list
 * by time, others stand under the id that stayed, and nobody has met themself.
 */
export function asOnePerson(rows: readonly MetRow[], { searchOf, ownOf, currentOf }: Known): MetRow[] {
	const bySearch = Map.groupBy(rows, (row) => searchOf[row.source]!);
	return [...bySearch].flatMap(([source, visits]) =>
		visits
			.sort((one, other) => one.entered_at - other.entered_at || (one.place_id < other.place_id ? -1 : 1))
			.map((row, index) => withOthers({ ...row, source, visit: index + 1 }, ownOf[source]!, currentOf)),
	);
}

const lists = ['entered', 'stayed', 'left_knowns', 'seats'] as const;

function withOthers(row: MetRow, own: string, currentOf: Known['currentOf']): MetRow {
	if (row.persons === null) return row;
	const persons = row.persons.split(',').map(currentOf);
	const kept = persons.flatMap((person, index) => (person === own ? [] : [index]));
	const pick = (list: readonly string[]) => (kept.length ? kept.map((index) => list[index]!).join(',') : null);
	const rest = lists.map((name) => [name, row[name] === null ? null : pick(row[name].split(','))] as const);
	return { ...row, ...Object.fromEntries(rest), persons: pick(persons) };
}

/** Everybody who was there, by the ids of the visits. */
export const personsIn = (rows: readonly MetRow[]): string[] => [
	...new Set(rows.flatMap(({ persons }) => persons?.split(',') ?? [])),
];
