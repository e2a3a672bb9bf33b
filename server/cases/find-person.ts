import Type from 'typebox';
import { findPersons, maskedNames, officer, officerRanges, readCurrent, sameAs } from '#identity';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { CaseHead, Id, Purpose, toHeads } from './answer.ts';
import { selectOpenCasesOf } from './queries.ts';

const casesMax = 50;

export const findPerson = operation({
	name: 'cases.find-person',
	summary: {
		vi: 'Tìm người theo số điện thoại, số giấy tờ hoặc mã tham chiếu; tên được che',
		en: 'Finds people by phone, document number or import reference, with masked names',
	},
	who: officer,
	input: Type.Object(
		{
			kind: Type.Union([Type.Literal('phone'), Type.Literal('document'), Type.Literal('reference')]),
			value: Type.String({ minLength: 1, maxLength: 200 }),
			purpose: Purpose,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		persons: Type.Array(
			Type.Object({
				person: Id,
				maskedName: Type.String({ description: 'Nguyễn Văn *** (0901 234 ***)' }),
				openCases: Type.Array(CaseHead, { description: 'Only those in the areas of whoever asks' }),
			}),
		),
	}),
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	// Trying out numbers is no way to browse the people of a country.
	limits: [{ what: 'officer', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 300, seconds: 3_600 } }],
	run: async ({ db, caller, platform, about }, { kind, value }) => {
		const found = await findPersons({ db, keys: platform.keys }, kind, value);
		const persons = [...new Set(found.map(await readCurrent(db, found)))];
		about(...persons);
		const names = await maskedNames({ db, keys: platform.keys }, persons);
		const same = await sameAs(db, persons);
		const rows = await db.rows(selectOpenCasesOf([...same.values()].flat(), officerRanges(caller.actor), casesMax));
		const heads = await toHeads(db, rows);
		return {
			persons: persons.map((person) => ({
				person,
				maskedName: names.get(person) ?? '***',
				openCases: heads.filter((_head, index) => same.get(person)!.includes(rows[index]!.person_id)),
			})),
		};
	},
});
