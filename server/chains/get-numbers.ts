import Type from 'typebox';
import { findArea } from '#areas';
import { DiseaseName, readDiseases } from '#diseases';
import { type AreaRanges, officerRanges } from '#identity';
import type { Actor } from '#platform/actor';
import type { Db } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayNumber } from '#shared/epi/day-number';
import { dayOf, shiftDay } from '#shared/language';
import { asSureAs, Day, Kind } from './link.ts';
import { Numbers } from './numbers/answer.ts';
import { countApart } from './numbers/count-apart.ts';
import { measureFollowing } from './numbers/measure-following.ts';
import { rowBytes } from './numbers/packed.ts';
import { packNumbers, planForAsked } from './numbers/queries-numbers.ts';
import { officerOfAreaOrAny } from './reach.ts';

/** More are no outbreak to look at in one piece; an area or some weeks of it are. */
const casesMax = 300_000;
/** Nothing here is older. */
const earliest = '1800-01-01';
const nothing = new Uint8Array();

export const getNumbers = operation({
	name: 'chains.get-numbers',
	summary: {
		vi: 'Các con số của chuỗi lây trong địa bàn: quy mô, R, k, R theo thời gian, khoảng nối tiếp, độ kịp thời',
		en: 'What the chains of an area tell: sizes, R, k, R over time, serial intervals, how quickly it was acted',
	},
	who: officerOfAreaOrAny,
	input: Type.Object(
		{
			disease: DiseaseName,
			areaId: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
			from: Type.Optional(Day),
			until: Type.Optional(Day),
			atLeast: Type.Optional(Kind),
		},
		{ additionalProperties: false },
	),
	output: Numbers,
	personal: 'reads',
	purpose: () => 'Theo dõi các chuỗi lây · Following up chains of transmission',
	run: async ({ db, caller, now }, { disease: name, areaId, atLeast = 'possible', ...days }) => {
		const disease = (await readDiseases(db)).find((one) => one.disease === name);
		if (!disease) throw new Problem('invalid-input', { field: 'disease' });
		const today = dayOf(now);
		const until = days.until ?? today;
		if (until < earliest) throw new Problem('invalid-input', { field: 'until' });
		const from = days.from ?? shiftDay(until, -365);
		const ranges = await rangesOf(db, caller.actor, areaId);
		const kinds = asSureAs(atLeast);
		const [, packed] = await Promise.all([
			db.run(planForAsked()),
			db.one(packNumbers({ disease: name, ranges, from, until, kinds, limit: casesMax + 1 })),
		]);
		if ((packed.cases?.length ?? 0) > casesMax * rowBytes.cases) throw new Problem('payload-too-large');
		const cases = packed.cases ?? nothing;
		const [numbers, following] = await Promise.all([
			countApart({
				cases,
				links: packed.links ?? nothing,
				contacts: packed.contacts ?? nothing,
				circumstances: packed.circumstances ?? [],
				today: dayNumber(today),
				now: now.getTime(),
				incubationDaysMax: disease.incubationDaysMax,
				serialDaysMean: disease.serialDaysMean,
				serialDaysSd: disease.serialDaysSd,
			}),
			measureFollowing(db, cases, today),
		]);
		return { disease: name, from, until, ...numbers, indicators: { ...numbers.indicators, ...following } };
	},
});

/** All the officer's areas, or the one that is asked about, which the policy has let through. */
async function rangesOf(db: Db, actor: Actor, areaId: number | undefined): Promise<AreaRanges> {
	if (areaId === undefined) return officerRanges(actor);
	const area = await findArea(db, areaId);
	if (!area) throw new Problem('invalid-input', { field: 'areaId' });
	return { from: [area.path], until: [`${area.path}/`] };
}
