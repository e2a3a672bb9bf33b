import Type from 'typebox';
import { DiseaseName } from '#diseases';
import { officer, officerRanges, sameAs } from '#identity';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { rankByExcess, type VisitedPlace } from './excess.ts';
import { planByKey } from './queries-overlap.ts';
import { selectCasesOfDisease, selectCommonPlaces, selectFootfall } from './queries-places.ts';

/** Days before the onset (or the sampling) in which a case was infected, both included. */
const infectedFrom = 14;
const infectedUntil = 2;
const casesMax = 1_000;
const placesMax = 200;

export const rankPlaces = operation({
	name: 'exposures.rank-places',
	summary: {
		vi: 'Nơi nhiều ca cùng đến từ 14 đến 2 ngày trước khởi phát, xếp theo phần vượt quá số lượt khách',
		en: 'Places several cases went to 14 to 2 days before onset, by what footfall does not explain',
	},
	who: officer,
	input: Type.Object(
		{
			disease: DiseaseName,
			onsetWithinDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 90, description: '28 unless told' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		cases: Type.Integer({ description: 'How many cases within reach were asked, a thousand of the newest at most' }),
		places: Type.Array(
			Type.Object({
				place: Id,
				placeName: Type.String(),
				areaName: Type.Optional(Type.Object({ vi: Type.String(), en: Type.String() })),
				caseIds: Type.Array(Id),
				visits: Type.Integer({ description: 'Of anybody, in the same days' }),
				expected: Type.Number({ description: 'How many cases that would explain' }),
				excess: Type.Number({ description: 'How many times more cases, drawn towards 1 where little is known' }),
				excessMin: Type.Number({ description: 'What the excess is at least, with nineteen in twenty' }),
			}),
		),
	}),
	personal: 'reads',
	// Like the list of cases: the officer's duty, and the cases read it as such.
	purpose: () => 'Tìm nơi chung của các ca bệnh · Looking for what cases have in common',
	run: async ({ db, caller, now, about }, { disease, onsetWithinDays = 28 }) => {
		const today = dayOf(now);
		const found = await db.rows(
			selectCasesOfDisease({
				...{ disease, ranges: officerRanges(caller.actor) },
				...{ anchorFrom: shiftDay(today, -onsetWithinDays), limit: casesMax },
			}),
		);
		about(...new Set(found.map((one) => one.person_id)));
		const same = await sameAs(db, [...new Set(found.map((one) => one.person_id))]);
		const people = found.map(({ person_id, anchor_on }) => ({
			...{ personId: person_id, ids: same.get(person_id)! },
			from: startOfDay(shiftDay(anchor_on, -infectedFrom)),
			until: startOfDay(shiftDay(anchor_on, -infectedUntil + 1)),
		}));
		if (!people.length) return { cases: 0, places: [] };
		await db.run(planByKey());
		const common = await db.rows(selectCommonPlaces(people, placesMax));
		const ids = common.map((one) => one.place_id);
		const from = new Date(Math.min(...people.map((one) => one.from.getTime())));
		const until = new Date(Math.max(...people.map((one) => one.until.getTime())));
		const footfall = new Map(
			(await db.rows(selectFootfall(ids, from, until))).map((row) => [row.place_id, row.visits]),
		);
		const places = await getPlaces(db, ids);
		const personsAt = new Map(common.map((one) => [one.place_id, new Set(one.persons)]));
		const visited = common.map(
			(one): VisitedPlace => ({
				...{ place: one.place_id, cases: one.persons.length, footfall: footfall.get(one.place_id) ?? 0 },
			}),
		);
		return {
			cases: found.length,
			places: rankByExcess(visited).map(({ place, footfall: visits, expected, excess, excessMin }) => ({
				...{ place, placeName: places.get(place)?.name ?? '' },
				...(places.get(place)?.areaName ? { areaName: places.get(place)!.areaName! } : {}),
				caseIds: found.filter((one) => personsAt.get(place)!.has(one.person_id)).map((one) => one.case_id),
				...{ visits, expected, excess, excessMin },
			})),
		};
	},
});
