import Type from 'typebox';
import { findArea } from '#areas';
import { DiseaseName, readDiseases } from '#diseases';
import { maskedNames, readCurrent } from '#identity';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { insertTest, selectSameTest } from './queries.ts';
import { officerOfArea } from './reach.ts';
import { tellPositive } from './tell-positive.ts';
import { readTest, testFields } from './test-record.ts';

export const recordTest = operation({
	name: 'laboratory.record-test',
	summary: {
		vi: 'Ghi một xét nghiệm của một người; ghi lại cùng mẫu vẫn là xét nghiệm đó',
		en: 'Records a test of a person; the same sample recorded again is the same test',
	},
	who: officerOfArea,
	input: Type.Object(
		{
			person: Id,
			disease: DiseaseName,
			...testFields,
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Who records and may correct it' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ testId: Id, wasRecorded: Type.Boolean() }),
	personal: 'changes',
	run: async ({ db, caller, now, platform, about }, { person, disease, areaId, ...given }) => {
		about(person);
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		if (!(await readDiseases(db)).some((one) => one.disease === disease))
			throw new Problem('invalid-input', { field: 'disease' });
		const known = await maskedNames({ db, keys: platform.keys }, [person]);
		if (!known.has(person)) throw new Problem('person-not-found', { field: 'person' });
		const row = {
			person_id: (await readCurrent(db, [person]))(person),
			test_id: newId(),
			version: 1,
			disease,
			...readTest(given, now),
			area_path: area.path,
			recorded_by: actorId(caller.actor) ?? null,
			recorded_at: now,
			reason: null,
		};
		if (!(await db.run(insertTest(row)))) {
			return { testId: (await db.one(selectSameTest(row))).test_id, wasRecorded: true };
		}
		if (row.result === 'positive') await tellPositive(db, row.person_id, now);
		return { testId: row.test_id, wasRecorded: false };
	},
});
