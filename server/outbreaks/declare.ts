import Type from 'typebox';
import { findArea } from '#areas';
import { DiseaseName, readDiseases } from '#diseases';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { checkFirstDay, Moment, outbreakFields } from './outbreak.ts';
import { insertOutbreak } from './queries.ts';
import { officerOfArea } from './reach.ts';

const dayLong = 86_400_000;

export const declare = operation({
	name: 'outbreaks.declare',
	summary: {
		vi: 'Ghi nhận một ổ dịch đã được xác định trong địa bàn phụ trách',
		en: 'Records an outbreak that was determined in an area within reach',
	},
	who: officerOfArea,
	input: Type.Object(
		{
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
			disease: DiseaseName,
			determinedAt: { ...Moment, description: 'When it was determined; to be made public within 24 hours' },
			...outbreakFields,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ outbreakId: Id }),
	// About nobody by name, and kept in the log all the same: it is made public in an authority's name.
	personal: 'changes',
	run: async ({ db, caller, now }, { areaId, disease, determinedAt, ...given }) => {
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		if (!(await readDiseases(db)).some((one) => one.disease === disease))
			throw new Problem('invalid-input', { field: 'disease' });
		checkFirstDay(given.fromOn, now);
		const determined = new Date(determinedAt);
		if (determined > now || now.getTime() - determined.getTime() > 366 * dayLong)
			throw new Problem('invalid-input', { field: 'determinedAt' });
		const outbreakId = newId();
		await db.run(
			insertOutbreak({
				outbreak_id: outbreakId,
				name: given.name,
				disease,
				area_path: area.path,
				from_on: given.fromOn,
				until_on: null,
				determined_at: determined,
				location: given.location,
				advice: given.advice,
				decision: given.decision,
				note: given.note || null,
				declared_by: actorId(caller.actor) ?? null,
				declared_at: now,
				ended_at: null,
				end_decision: null,
			}),
		);
		return { outbreakId };
	},
});
