import Type, { type Static } from 'typebox';
import { getPlaces } from '#places';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { leftKnownCodes } from '#visits';
import { Id, Moment, toUsedRule, toWindow, UsedRule, Window, Words, windowOf } from './answer.ts';
import { toIso } from './iso-time.ts';
import type { RuledCaseRow } from './queries.ts';
import { type MetRow, planByKey, selectMet } from './queries-overlap.ts';
import { addUpSharedTime, compareIds, type SharedTime, type Stay, wholeMinutes } from './shared-time.ts';

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

/** A visit as the search finds it. */
interface Found extends Stay {
	visit: number;
	leftKnown: number;
}

interface Meeting {
	person: string;
	place: string;
	own: Stay;
	other: Found;
}

/** More meetings than this are no list to work through; a narrower window is. */
const rowsMax = 200_000;

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
	const window = windowOf(row);
	if (!window)
		throw new Problem('invalid-input', { field: 'onsetOn', fields: [{ field: 'onsetOn', text: datesMissing }] });
	const until = window.until < now ? window.until : now;
	const search = selectMet({ personId: row.person_id, from: window.from, until, only, limit: rowsMax + 1 });
	const [, rows] = await Promise.all([db.run(planByKey()), db.rows(search)]);
	if (rows.length > rowsMax) throw new Problem('payload-too-large');
	const all = addUpSharedTime(toMeetings(rows), {
		minutesMin: row.minutes_min,
		from: window.from.getTime(),
		until: until.getTime(),
	});
	const start = cursor ? positionAfter(all, cursor) : 0;
	const contacts = all.slice(start, start + limit).map(toContact);
	const last = contacts.at(-1);
	return {
		rule: toUsedRule(row),
		window: toWindow(window),
		total: all.length,
		visits: await toCaseVisits(db, rows, all),
		contacts,
		...(last && start + limit < all.length ? { nextCursor: `${last.minutes}-${last.person}` } : {}),
	};
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

/** The case's own visits come as rows without a person, the others refer to them by number. */
function toMeetings(rows: readonly MetRow[]): Meeting[] {
	const own = new Map<number, { place: string; stay: Stay }>();
	for (const row of rows) if (row.person_id === null) own.set(row.visit, { place: row.place_id!, stay: toFound(row) });
	const meetings: Meeting[] = [];
	for (const row of rows) {
		if (row.person_id === null) continue;
		const { place, stay } = own.get(row.visit)!;
		meetings.push({ person: row.person_id, place, own: stay, other: toFound(row) });
	}
	return meetings;
}

const toFound = (row: MetRow): Found => ({
	visit: row.visit,
	enteredAt: row.entered_at.getTime(),
	leftAt: row.left_at.getTime(),
	leftKnown: row.left_known,
});

const toContact = (found: SharedTime<Meeting>): Contact => ({
	person: found.person,
	minutes: wholeMinutes(found),
	shared: found.meetings.map(({ meeting: { other }, milliseconds }) => ({
		visit: other.visit,
		...toTimes(other),
		minutes: wholeMinutes({ milliseconds }),
	})),
});

async function toCaseVisits(db: Db, rows: readonly MetRow[], all: readonly SharedTime<Meeting>[]) {
	const own = rows.filter((row) => row.person_id === null).sort((a, b) => a.visit - b.visit);
	const places = await getPlaces(db, [...new Set(own.map((row) => row.place_id!))]);
	const contacts = new Map<number, number>();
	for (const { meetings } of all)
		for (const visit of new Set(meetings.map(({ meeting }) => meeting.other.visit)))
			contacts.set(visit, (contacts.get(visit) ?? 0) + 1);
	return own.map((row): Static<typeof CaseVisit> => {
		const place = places.get(row.place_id!);
		return {
			visit: row.visit,
			place: row.place_id!,
			placeName: place?.name ?? '',
			...(place?.areaName ? { areaName: place.areaName } : {}),
			...toTimes(toFound(row)),
			contacts: contacts.get(row.visit) ?? 0,
		};
	});
}

const toTimes = ({ enteredAt, leftAt, leftKnown }: Found) => ({
	enteredAt: toIso(enteredAt),
	leftAt: toIso(leftAt),
	leftKnown: leftKnownNames[leftKnown]!,
});

const leftKnownNames = Object.fromEntries(Object.entries(leftKnownCodes).map(([name, code]) => [code, name]));
