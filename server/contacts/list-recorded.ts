import Type, { type Static } from 'typebox';
import { getOpenCaseRow, officerOfCase, requireGrounds } from '#cases';
import { maskedNames } from '#identity';
import { getPlaces } from '#places';
import type { Db } from '#platform/db';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { ContactOrigin, ContactState } from './contact-state.ts';
import { FollowUp, followUpOf } from './follow-up.ts';
import {
	type ContactRow,
	countByPlace,
	countContacts,
	selectContacts,
	selectRecording,
	selectSharedPlaces,
	toldMinutes,
} from './queries.ts';

const Moment = Type.String({ format: 'date-time' });

const SharedPlace = Type.Object({ place: Id, placeName: Type.String(), minutes: Type.Integer() });

/** Somebody on the list of a case, as a tracer works through it. */
const Listed = Type.Object({
	contactId: Id,
	person: Id,
	maskedName: Type.String({ description: 'Nguyễn Văn *** (0901 234 ***)' }),
	level: Type.Integer({ description: '1 met the case, 2 met an F1, 3 met an F2' }),
	through: Type.Optional(Id),
	origin: ContactOrigin,
	state: ContactState,
	minutes: Type.Optional(Type.Integer({ description: 'At the same place; missing when a person told of the meeting' })),
	firstExposedAt: Type.Optional(Moment),
	lastExposedAt: Moment,
	places: Type.Array(SharedPlace),
	rule: Type.Optional(Type.String({ description: 'Which found them' })),
	ruleVersion: Type.Optional(Type.Integer()),
	note: Type.Optional(Type.String()),
	reviewedAt: Type.Optional(Moment),
	followUp: Type.Optional(FollowUp),
});

const placesMax = 200;

export const listRecorded = operation({
	name: 'contacts.list-recorded',
	summary: {
		vi: 'Người tiếp xúc đã ghi của ca bệnh, để xem xét; tên được che',
		en: 'The recorded contacts of a case, to be reviewed, with masked names',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			state: Type.Optional(ContactState),
			origin: Type.Optional(ContactOrigin),
			level: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
			minutesMin: Type.Optional(Type.Integer({ minimum: 0, maximum: 99_999 })),
			place: Type.Optional(Id),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
			cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}-[0-9]{1,19}$' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		contacts: Type.Array(Listed),
		counts: Type.Array(
			Type.Object(
				{ level: Type.Integer(), state: ContactState, contacts: Type.Integer() },
				{ additionalProperties: false },
			),
		),
		places: Type.Array(Type.Object({ place: Id, placeName: Type.String(), contacts: Type.Integer() })),
		recordedAt: Type.Optional(Moment),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, platform, about }, { caseId, cursor, limit = 50, ...filter }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		const rows = await db.rows(selectContacts(caseId, filter, readCursor(cursor), limit));
		const persons = rows.map((one) => one.person_id);
		about(row.person_id, ...persons);
		const names = await maskedNames({ db, keys: platform.keys }, persons);
		const [counts, ofPlace, recording] = await Promise.all([
			db.rows(countContacts(caseId)),
			db.rows(countByPlace(caseId, placesMax)),
			db.find(selectRecording(caseId)),
		]);
		const shared = await db.rows(
			selectSharedPlaces(
				caseId,
				rows.map((one) => one.contact_id),
				limit * 20,
			),
		);
		const nameOf = await placeNames(
			db,
			[...ofPlace, ...shared].map((one) => one.place_id),
		);
		const placesOf = Map.groupBy(shared, (one) => one.contact_id);
		const last = rows.at(-1);
		return {
			contacts: rows.map((one) => ({
				...toListed(one),
				maskedName: names.get(one.person_id) ?? '***',
				places: (placesOf.get(one.contact_id) ?? []).map(({ place_id: place, minutes }) => ({
					...{ place, placeName: nameOf(place), minutes },
				})),
				...(one.state === 'confirmed' ? followUp(one.last_exposed_at, row.follow_up_days, now) : {}),
			})),
			counts: counts as { level: number; state: Static<typeof ContactState>; contacts: number }[],
			places: ofPlace.map(({ place_id: place, contacts }) => ({ place, placeName: nameOf(place), contacts })),
			...(recording?.outcome === 'done' ? { recordedAt: recording.recorded_at.toISOString() } : {}),
			...(last && rows.length === limit ? { nextCursor: `${last.minutes ?? toldMinutes}-${last.contact_id}` } : {}),
		};
	},
});

const idMax = 9_223_372_036_854_775_807n;

function readCursor(cursor = `${toldMinutes + 1}-0`): { minutes: number; id: string } {
	const [minutes, id] = cursor.split('-') as [string, string];
	if (BigInt(id) > idMax) throw new Problem('invalid-input', { field: 'cursor' });
	return { minutes: Number(minutes), id };
}

async function placeNames(db: Db, places: readonly string[]): Promise<(place: string) => string> {
	const known = await getPlaces(db, [...new Set(places)]);
	return (place) => known.get(place)?.name ?? '';
}

function followUp(lastExposedAt: Date, days: number, now: Date) {
	const followed = followUpOf(lastExposedAt, days, now);
	return followed ? { followUp: followed } : {};
}

const toListed = (row: ContactRow) => ({
	contactId: row.contact_id,
	person: row.person_id,
	level: row.level,
	origin: row.origin as Static<typeof ContactOrigin>,
	state: row.state as Static<typeof ContactState>,
	lastExposedAt: row.last_exposed_at.toISOString(),
	...(row.through_id === null ? {} : { through: row.through_id }),
	...(row.minutes === null ? {} : { minutes: row.minutes }),
	...(row.first_exposed_at === null ? {} : { firstExposedAt: row.first_exposed_at.toISOString() }),
	...(row.rule === null || row.rule_version === null ? {} : { rule: row.rule, ruleVersion: row.rule_version }),
	...(row.review_note === null ? {} : { note: row.review_note }),
	...(row.reviewed_at === null ? {} : { reviewedAt: row.reviewed_at.toISOString() }),
});
