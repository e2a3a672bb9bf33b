import Type from 'typebox';
import { findArea } from '#areas';
import { getContactRule, RuleName } from '#diseases';
import { maskedNames, readCurrent } from '#identity';
import { actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { Classification, dateFields, Id, Purpose, Source } from './answer.ts';
import { readDates } from './dates.ts';
import { readHeldAs } from './held-as.ts';
import { giveNumber } from './number.ts';
import { insertCase, selectOpenCase } from './queries.ts';

export const openCase = operation({
	name: 'cases.open-case',
	summary: {
		vi: 'Mở ca bệnh cho một người trong địa bàn phụ trách; mở lại lần nữa vẫn là ca đang mở',
		en: 'Opens a case for a person, led by an area within reach; opening it again gives the open one',
	},
	who: role(['health-officer'], async ({ areaId }: { areaId: number }, db: Db) => {
		const area = await findArea(db, areaId);
		return { area: area?.path };
	}),
	input: Type.Object(
		{
			person: Id,
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Who leads the investigation' }),
			classification: Classification,
			rule: RuleName,
			...dateFields,
			source: Type.Optional(Source),
			purpose: Purpose,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ caseId: Id, wasOpen: Type.Boolean(), number: Type.Optional(Type.String()) }),
	personal: 'changes',
	purpose: ({ purpose }) => purpose,
	run: async (
		{ db, caller, now, platform, about },
		{ person: asked, areaId, classification, rule: name, source, ...given },
	) => {
		const person = (await readCurrent(db, [asked]))(asked);
		about(person);
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		const known = await maskedNames({ db, keys: platform.keys }, [person]);
		if (!known.has(person)) throw new Problem('person-not-found', { field: 'person' });
		const rule = await getContactRule(db, name, now);
		const heldAs = await readHeldAs(db, [{ personId: person, areaPath: area.path }], rule.disease);
		const holder = heldAs({ personId: person, areaPath: area.path });
		const caseId = newId();
		const added = await db.run(
			insertCase({
				case_id: caseId,
				person_id: holder,
				disease: rule.disease,
				classification,
				area_path: area.path,
				...readDates({ onset_on: null, sampled_on: null, isolated_at: null }, given, now),
				rule: rule.rule,
				rule_version: rule.version,
				opened_by: actorId(caller.actor) ?? null,
				opened_at: now,
				source: source ?? null,
			}),
		);
		if (added) return { caseId, wasOpen: false, number: await giveNumber(db, caseId, area.path, now) };
		const open = await db.one(selectOpenCase(holder, rule.disease, area.path));
		return { caseId: open.case_id, wasOpen: true };
	},
});
