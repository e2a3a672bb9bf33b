import Type, { type Static } from 'typebox';
import { type RuledCaseRow, toUsedRule, toWindow, UsedRule, Window, windowOf } from '#cases';
import { getPlaces } from '#places';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { Problem } from '#platform/problem';
import { leftKnownCodes } from '#visits';
import { type Exposed, type FoundVisit, findExposed, type Meeting, type Searched, toExposureRule } from './exposed.ts';
import { toIso } from './iso-time.ts';
import type { MetRow } from './queries-overlap.ts';
import { compareIds, type SharedTime, wholeMinutes } from './shared-time.ts';

const Moment = Type.String({ format: 'date-time' });
const Words = Type.Object({ vi: Type.String(), en: Type.String() });

const times = {
	enteredAt: Moment,
	leftAt: Moment,
	leftKnown: Type.String({ description: 'recorded; or inferred: usual-stay, entered-elsewhere, closed-by-place' }),
};

/** A visit of the case in the infectious window. */
const CaseVisit = Type.Object({
	visit: Type.Integer({ description: 'Its number, by which the contacts’ visits refer to it' }),
	place: Id,
	placeName: Type.String(),
	areaName: Type.Optional(Words),
	...times,
	contacts: Type.Integer({ description: 'How many people shared it' }),
});

/** Somebody who shared a place with the case. How near they came to each other is not known. */
export const Contact = Type.Object({
	person: Id,
	minutes: Type.Integer({ description: 'Whole minutes shared in all' }),
	shared: Type.Array(Type.Object({ visit: Type.Integer(), ...times, minutes: Type.Integer() }), {
		description: 'The person’s visits that overlap a visit of the case, in the order of time',
	}),
});
export type Contact = Static<typeof Contact>;

/** What a search answers beside the contacts. */
export const foundFields = {
	rule: UsedRule,
	window: Window,
	total: Type.Integer({ description: 'How many people shared a place with the case' }),
	visits: Type.Array(CaseVisit),
	nextCursor: Type.Optional(Type.String()),
};

export const Cursor = Type.Optional(
	Type.String({ pattern: '^[0-9]{1,9}-[0-9]{1,19}$', description: 'Where the page before ended' }),
);

/**
 * Finds the people who shared a place with a case under the rule version the case keeps, those with most minutes first,
 * and returns a page of them. What lies after `now` has not happened yet. `only` asks about one person. Throws
 * `invalid-input` for `onsetOn` while neither onset nor sampling is known.
 */
export async function searchContacts(
	db: Db,
	row: RuledCaseRow,
	now: Date,
	{ cursor, limit, only }: { cursor?: string; limit: number; only?: string },
) {
	const searched = searchedOf(row, now);
	const [{ visits: rows, met: all }] = (await findExposed(db, [searched], only)) as [Exposed];
	const start = cursor ? positionAfter(all, cursor) : 0;
	const contacts = all.slice(start, start + limit).map(toContact);
	const last = contacts.at(-1);
	return {
		rule: toUsedRule(row),
		window: toWindow(windowOf(row)!),
		total: all.length,
		visits: await toCaseVisits(db, rows, all),
		contacts,
		...(last && start + limit < all.length ? { nextCursor: `${last.minutes}-${last.person}` } : {}),
	};
}

/**
 * What of a case is searched: its person in the infectious window, until now. Throws `invalid-input` for `onsetOn` while
 * neither onset nor sampling is known.
 */
export function searchedOf(row: RuledCaseRow, now: Date): Searched {
	const window = windowOf(row);
	if (!window)
		throw new Problem('invalid-input', { field: 'onsetOn', fields: [{ field: 'onsetOn', text: datesMissing }] });
	const until = window.until < now ? window.until : now;
	return { personId: row.person_id, from: window.from, until, rule: toExposureRule(row) };
}

export type FoundContacts = Awaited<ReturnType<typeof searchContacts>>;

const datesMissing = {
	vi: 'Hãy ghi ngày khởi phát hoặc ngày lấy mẫu trước khi tìm người tiếp xúc.',
	en: 'Enter the day of onset or of sampling before looking for contacts.',
};

function positionAfter(all: readonly SharedTime[], cursor: string): number {
	const [minutes, person] = cursor.split('-') as [string, string];
	const next = all.findIndex((one) => (Number(minutes) - wholeMinutes(one) || compareIds(one.person, person)) > 0);
	return next < 0 ? all.length : next;
}

const toContact = (found: SharedTime<Meeting>): Contact => ({
	person: found.person,
	minutes: wholeMinutes(found),
	shared: found.meetings.map(({ meeting: { other }, milliseconds }) => ({
		visit: other.visit,
		enteredAt: toIso(other.enteredAt),
		leftAt: toIso(other.leftAt),
		leftKnown: leftKnownNames[other.leftKnown]!,
		minutes: wholeMinutes({ milliseconds }),
	})),
});

async function toCaseVisits(db: Db, rows: readonly MetRow[], all: readonly SharedTime<Meeting>[]) {
	const places = await getPlaces(db, [...new Set(rows.map((row) => row.place_id))]);
	const contacts = countContacts(all);
	return rows.map((row): Static<typeof CaseVisit> => {
		const place = places.get(row.place_id);
		return {
			visit: row.visit,
			place: row.place_id,
			placeName: place?.name ?? '',
			...(place?.areaName ? { areaName: place.areaName } : {}),
			...toTimes({ enteredAt: row.entered_at, leftAt: row.left_at, leftKnown: row.left_known }),
			contacts: contacts.get(row.visit) ?? 0,
		};
	});
}

/** How many people shared each visit; who came twice while it lasted is one. */
function countContacts(all: readonly SharedTime<Meeting>[]): Map<number, number> {
	const contacts = new Map<number, number>();
	const last = new Map<number, string>();
	for (const { person, meetings } of all)
		for (const { meeting } of meetings) {
			const { visit } = meeting.other;
			if (last.get(visit) === person) continue;
			last.set(visit, person);
			contacts.set(visit, (contacts.get(visit) ?? 0) + 1);
		}
	return contacts;
}

const toTimes = ({ enteredAt, leftAt, leftKnown }: Omit<FoundVisit, 'visit'>) => ({
	enteredAt: toIso(enteredAt),
	leftAt: toIso(leftAt),
	leftKnown: leftKnownNames[leftKnown]!,
});

const leftKnownNames = Object.fromEntries(Object.entries(leftKnownCodes).map(([name, code]) => [code, name]));
