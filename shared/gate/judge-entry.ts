import type { Text } from '../language.ts';

/** What is known of somebody's health declaration at a door. */
export interface KnownStanding {
	level: 'green' | 'amber' | 'red';
	/** The codes of the declaration rule's reasons; a code offline brings none. */
	reasons: readonly string[];
	validUntil: Date;
}

/** What an authority has ordered: somebody is to stay where they are. */
export type Restriction = 'isolation' | 'cordon';

export interface Entry {
	/** When they stand at the door. */
	at: Date;
	/** Undefined when they never declared, or when nobody can tell: see `isUnknown`. */
	standing: KnownStanding | undefined;
	/** A card read without a network: who it is cannot be looked up, so neither can the declaration. */
	isUnknown?: boolean;
	restrictions: readonly Restriction[];
	/** People inside before this one, and how many may be; absent where the place has no limit or nobody knows. */
	inside?: number;
	capacity?: number;
	/** Somebody else sits in the seat they chose. */
	isSeatTaken?: boolean;
}

export type EntryVerdict = 'green' | 'amber' | 'red' | 'not-declared';

export interface JudgedEntry {
	verdict: EntryVerdict;
	/** The gravest first. */
	reasons: readonly string[];
}

const gravity: readonly EntryVerdict[] = ['green', 'amber', 'not-declared', 'red'];

/**
 * Whether somebody may go in: the one rule of every door, online and offline, on the server and on a gate's own device.
 * The gravest reason decides. What an authority ordered is red and is not told at the door: whoever watches it learns
 * only that the health station is to be called. A full place or a taken seat is amber: whoever watches it decides.
 */
export function judgeEntry(entry: Entry): JudgedEntry {
	const found: [EntryVerdict, string][] = [];
	if (entry.restrictions.length) found.push(['red', 'call-health-station']);
	for (const reason of judgeStanding(entry)) found.push(reason);
	if (entry.capacity !== undefined && entry.inside !== undefined && entry.inside >= entry.capacity)
		found.push(['amber', 'place-full']);
	if (entry.isSeatTaken) found.push(['amber', 'seat-taken']);
	found.sort(([one], [other]) => gravity.indexOf(other) - gravity.indexOf(one));
	return { verdict: found[0]?.[0] ?? 'green', reasons: found.map(([, reason]) => reason) };
}

function judgeStanding({ standing, isUnknown, at }: Entry): [EntryVerdict, string][] {
	if (isUnknown) return [['amber', 'cannot-look-up']];
	if (!standing) return [['not-declared', 'not-declared']];
	if (standing.validUntil <= at) return [['not-declared', 'declaration-expired']];
	if (standing.level === 'green') return [];
	const reasons = standing.reasons.length ? standing.reasons : [`declared-${standing.level}`];
	return reasons.map((reason) => [standing.level, reason]);
}

/** The words of the reasons this rule gives; those of a declaration's own reasons come with its rule. */
export const entryReasonWords: Readonly<Record<string, Text>> = {
	'not-declared': { vi: 'Chưa khai báo y tế', en: 'No health declaration yet' },
	'declaration-expired': { vi: 'Tờ khai đã hết hạn', en: 'The declaration has expired' },
	'declared-amber': { vi: 'Đã khai có điều cần lưu ý', en: 'Declared something to take care of' },
	'declared-red': { vi: 'Đã khai có dấu hiệu bệnh', en: 'Declared signs of disease' },
	'call-health-station': {
		vi: 'Mời ở riêng và gọi trạm y tế phường, xã',
		en: 'Please stay apart and call the commune health station',
	},
	'place-full': { vi: 'Nơi này đã đủ người', en: 'The place is full' },
	'seat-taken': { vi: 'Ghế này đã có người khác', en: 'Somebody else has this seat' },
	'cannot-look-up': {
		vi: 'Chưa tra được tờ khai vì không có mạng',
		en: 'The declaration cannot be looked up without a network',
	},
};
