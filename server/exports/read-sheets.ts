import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, Purpose, requireGrounds } from '#cases';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Moment, Names } from './order-fields.ts';
import { selectRule } from './queries.ts';
import { selectContactsOf } from './queries-records.ts';
import { readPlaces, toContact } from './read-contacts.ts';
import { readPeople } from './read-people.ts';
import { yearOf } from './reading.ts';

const Day = Type.String({ format: 'date' });
const sheetsMax = 200;

export const readSheets = operation({
	name: 'exports.read-sheets',
	summary: {
		vi: 'Phiếu điều tra những người tiếp xúc đã chọn, điền sẵn những gì đã biết, để in mang theo',
		en: 'The investigation forms of chosen contacts, filled in with what is known, to be printed and taken along',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			contactIds: Type.Array(Id, { minItems: 1, maxItems: sheetsMax, uniqueItems: true }),
			names: Names,
			purpose: Purpose,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		caseNumber: Type.String(),
		disease: Type.String(),
		sheets: Type.Array(
			Type.Object({
				contactId: Id,
				name: Type.String(),
				gender: Type.Optional(Type.String()),
				born: Type.Optional(Type.String({ description: 'A day, a year, or of a masked name the band of ages' })),
				phone: Type.Optional(Type.String()),
				address: Type.Optional(Type.String()),
				level: Type.Integer(),
				origin: Type.String(),
				state: Type.String(),
				minutes: Type.Optional(Type.Integer()),
				firstExposedAt: Type.Optional(Moment),
				lastExposedAt: Moment,
				places: Type.Array(Type.Object({ name: Type.String(), minutes: Type.Integer() })),
				followFrom: Type.Optional(Day),
				followUntil: Type.Optional(Day),
			}),
		),
	}),
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, platform: { keys }, about }, { caseId, contactIds, names }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		// What a second officer has to see leaves as a file, not on paper.
		const { people_max } = await db.one(selectRule(now));
		if (contactIds.length > people_max) throw new Problem('approval-needed');
		const lines = await db.rows(selectContactsOf(caseId, contactIds));
		const persons = lines.map((line) => line.person_id);
		about(row.person_id, ...persons);
		const people = await readPeople({ db, keys, year: yearOf(now) }, persons, names);
		const placesOf = await readPlaces(db, lines);
		return {
			caseNumber: row.number ?? row.case_id,
			disease: row.disease,
			sheets: lines.map((line) => {
				const one = toContact(line, people.get(line.person_id), now);
				const { who } = one;
				return {
					...{ contactId: one.contactId, name: who.name, gender: who.gender, phone: who.phone },
					...{ born: who.birthDate ?? who.birthYear?.toString() ?? who.ageBand, address: who.address ?? who.commune },
					...{ level: one.level, origin: one.origin, state: one.state, minutes: one.minutes },
					firstExposedAt: one.firstExposedAt?.toISOString(),
					lastExposedAt: one.lastExposedAt.toISOString(),
					places: placesOf(one.contactId),
					...{ followFrom: one.followFrom, followUntil: one.followUntil },
				};
			}),
		};
	},
});
