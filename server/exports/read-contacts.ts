import { hasGrounds } from '#cases';
import { followUpOf } from '#contacts';
import { sameAs } from '#identity';
import { getPlaces } from '#places';
import type { Db } from '#platform/db';
import type { Answers } from '#shared/form/answers';
import { dayOf, shiftDay } from '#shared/language';
import type { ContactRecord, DayRecord, FollowedRecord, Who } from './files/records.ts';
import {
	type ContactLine,
	type FollowedLine,
	type ReportLine,
	selectPlacesOf,
	selectReports,
	streamContacts,
	streamFollowed,
} from './queries-records.ts';
import { nobody, readPeople } from './read-people.ts';
import { pagesOf, type Reading, told, yearOf } from './reading.ts';

/** The people who met the open cases of an export, case by case; none of a case without grounds. */
export async function* readContacts(reading: Reading): AsyncGenerator<ContactRecord> {
	const { db, now, order } = reading;
	for await (const page of pagesOf(grounded(db.stream(streamContacts(order)), reading))) {
		const people = await lookAt(page, reading);
		const placesOf = await readPlaces(db, page);
		for (const line of page)
			yield { ...toContact(line, people.get(line.person_id), now), places: placesOf(line.contact_id) };
	}
}

/** Those of them who report each day, with every day until today and what they said of it. */
export async function* readFollowed(reading: Reading): AsyncGenerator<FollowedRecord> {
	const { db, keys, now, order } = reading;
	const today = dayOf(now);
	for await (const page of pagesOf(grounded(db.stream(streamFollowed(order, today)), reading))) {
		const people = await lookAt(page, reading);
		const [first] = page.map(({ from_on }) => from_on).sort();
		const ids = await sameAs(
			db,
			page.map(({ person_id }) => person_id),
		);
		const reports = await db.rows(selectReports([...ids.values()].flat(), first!, today));
		const said = Map.groupBy(reports, ({ person_id, day }) => `${person_id} ${day}`);
		for (const line of page) {
			const contact = toContact(line, people.get(line.person_id), now);
			const days = daysOf(line).map((day, index) => {
				const rows = ids.get(line.person_id)!.flatMap((id) => said.get(`${id} ${day}`) ?? []);
				return toDay({ day, index: index + 1, today }, eachSlotOnce(rows), (sealed) => keys.decrypt(sealed));
			});
			yield { ...contact, from: line.from_on, until: line.until_on, days };
		}
	}
}

/** What is kept under several ids is one answer: of each slot what was said last. */
const eachSlotOnce = (rows: readonly ReportLine[]): ReportLine[] => [
	...new Map(
		rows
			.toSorted((one, other) => one.reported_at.getTime() - other.reported_at.getTime())
			.map((row) => [row.slot, row]),
	).values(),
];

/** Asked once of each case: its contacts come one after the other. */
async function* grounded<Line extends ContactLine>(
	lines: AsyncIterable<Line>,
	{ db, withoutGrounds }: Reading,
): AsyncGenerator<Line> {
	let [caseId, has] = ['', false];
	for await (const line of lines) {
		if (line.case_id !== caseId) {
			caseId = line.case_id;
			has = await hasGrounds(db, { ...line, person_id: line.case_person_id });
			if (!has) withoutGrounds.add(line.case_number ?? caseId);
		}
		if (has) yield line;
	}
}

async function lookAt(
	page: readonly ContactLine[],
	{ db, keys, now, order, look }: Reading,
): Promise<Map<string, Who>> {
	const persons = page.map((line) => line.person_id);
	await look(persons, page.length);
	return readPeople({ db, keys, year: yearOf(now) }, persons, order.names);
}

/** Where some contacts were together with their case, the longest first. */
export async function readPlaces(
	db: Db,
	lines: readonly Pick<ContactLine, 'contact_id'>[],
): Promise<(contactId: string) => { name: string; minutes: number }[]> {
	const shared = await db.rows(selectPlacesOf(lines.map(({ contact_id }) => contact_id)));
	const known = await getPlaces(db, [...new Set(shared.map(({ place_id }) => place_id))]);
	const of = Map.groupBy(shared, ({ contact_id }) => contact_id);
	return (contactId) =>
		(of.get(contactId) ?? []).map(({ place_id, minutes }) => ({ name: known.get(place_id)?.name ?? '', minutes }));
}

export function toContact(line: ContactLine, who: Who = nobody, now: Date): ContactRecord {
	const followUp = line.state === 'confirmed' ? followUpOf(line.last_exposed_at, line.follow_up_days, now) : undefined;
	return {
		contactId: line.contact_id,
		caseId: line.case_id,
		caseNumber: line.case_number ?? line.case_id,
		disease: line.disease,
		person: line.person_id,
		who,
		level: line.level,
		origin: line.origin,
		state: line.state,
		firstExposedAt: told(line.first_exposed_at),
		lastExposedAt: line.last_exposed_at,
		minutes: told(line.minutes),
		rule: told(line.rule),
		ruleVersion: told(line.rule_version),
		reviewedAt: told(line.reviewed_at),
		followFrom: followUp?.firstOn,
		followUntil: followUp?.lastOn,
	};
}

function daysOf({ from_on, until_on }: FollowedLine): string[] {
	const days: string[] = [];
	for (let day = from_on; day <= until_on; day = shiftDay(day, 1)) days.push(day);
	return days;
}

function toDay(
	{ day, index, today }: { day: string; index: number; today: string },
	rows: readonly ReportLine[],
	decrypt: (sealed: Buffer) => string,
): DayRecord {
	const reports = rows.map((row) => ({
		slot: row.slot,
		reportedAt: row.reported_at,
		channel: row.channel,
		level: row.level,
		answers: JSON.parse(decrypt(row.answers_sealed)) as Answers,
		form: { url: row.form_url, version: row.form_version },
	}));
	const levels = reports.map(({ level }) => level);
	const worst = levels.includes('red')
		? 'red'
		: levels.includes('amber')
			? 'amber'
			: levels.length
				? 'well'
				: undefined;
	return { day, index, state: worst ?? (day < today ? 'silent' : 'ahead'), reports };
}
