import Type from 'typebox';
import { getRegime } from '#diseases';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { addProposals } from './add-proposals.ts';
import { Moment, ProposedList, toProposedList, wantedFields } from './fields.ts';
import { selectArrived } from './queries.ts';
import { officerOfPlace } from './reach.ts';

/** Where people arrive; whoever went into a café is no arrival. */
const arrivalTypes = ['station', 'checkpoint'];
const arrivalsMax = 500;
const dayLong = 86_400_000;

export const proposeArrivals = operation({
	name: 'proposals.propose-arrivals',
	summary: {
		vi: 'Đề nghị cách ly những người đã qua một cửa khẩu, sân bay, bến hay chốt trong một khoảng thời gian',
		en: 'Proposes for isolation those who came through a border gate, airport, station or checkpoint within a time',
	},
	who: officerOfPlace,
	input: Type.Object(
		{
			place: Id,
			from: Moment,
			until: { ...Moment, description: 'Within a day of `from`' },
			after: Type.Optional({ ...Id, description: 'Continues where the answer before ended (`next`)' }),
			...wantedFields,
		},
		{ additionalProperties: false },
	),
	output: ProposedList,
	personal: 'changes',
	purpose: ({ reason }) => reason,
	run: async (context, { place, from, until, after = '0', regime: regimeName, knownAt, ...wanted }) => {
		const { db, now, about } = context;
		const found = (await getPlaces(db, [place])).get(place);
		if (!found) throw new Problem('place-not-found', { field: 'place' });
		if (!arrivalTypes.includes(found.type)) throw new Problem('invalid-input', { field: 'place' });
		const span = { from: new Date(from), until: new Date(until) };
		const long = span.until.getTime() - span.from.getTime();
		if (!(long > 0 && long <= dayLong)) throw new Problem('invalid-input', { field: 'until' });
		const regime = await getRegime(db, regimeName, now);
		const arrived = await db.rows(selectArrived({ placeId: place, ...span, after, limit: arrivalsMax }));
		const persons = arrived.map((row) => row.person_id);
		about(...persons);
		const proposed = await addProposals(
			context,
			persons.map((personId) => ({ personId, areaPath: found.areaPath! })),
			{
				...{ ...wanted, regime, disease: regime.disease, cause: 'arrival' },
				...(knownAt ? { knownAt: new Date(knownAt) } : {}),
			},
		);
		return toProposedList(proposed, persons.length === arrivalsMax ? persons.at(-1) : undefined);
	},
});
