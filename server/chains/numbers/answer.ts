import Type, { type TObject, type TSchema } from 'typebox';
import { Id } from '#platform/ids';

const Day = Type.String({ format: 'date' });

const fields = <Name extends string, One extends TSchema>(one: One, ...names: readonly Name[]) =>
	Object.fromEntries(names.map((name) => [name, one])) as Record<Name, One>;

const Count = Type.Integer({ minimum: 0 });
const Bounds = Type.Object({ low: Type.Optional(Type.Number()), high: Type.Optional(Type.Number()) });
const shareFields = {
	of: Count,
	count: Count,
	share: Type.Optional(Type.Number()),
	low: Type.Optional(Type.Number()),
	high: Type.Optional(Type.Number()),
};
const Share = Type.Object(shareFields, { description: 'With its 95 % interval; without one where there is nobody' });

const Fit = Type.Object({
	cases: Count,
	mean: Type.Number({ description: 'R' }),
	meanInterval: Bounds,
	dispersion: Type.Optional(Type.Number({ description: 'k; left out where cases differ no more than by chance' })),
	dispersionInterval: Bounds,
});

/** What links and contacts tell of an outbreak. */
export const Numbers = Type.Object({
	disease: Type.String(),
	from: Day,
	until: Day,
	...fields(Count, 'cases', 'links', 'contacts', 'faultyLinks'),
	elsewhere: Type.Integer({ description: 'Cases of other areas that links lead to' }),
	chains: Type.Object({ ...fields(Count, 'joined', 'alone', 'active', 'largest', 'longest') }),
	longest: Type.Array(
		Type.Object({
			...fields(Count, 'cases', 'links', 'length', 'contacts'),
			caseId: Type.Optional(Id),
			firstOn: Type.Optional(Day),
			lastOn: Type.Optional(Day),
			isActive: Type.Boolean(),
		}),
	),
	offspring: Type.Object({
		histogram: Type.Array(Count, { description: 'How many cases infected 0, 1, 2 … people' }),
		fit: Type.Optional(Fit),
		topFifth: Type.Optional(Type.Number()),
	}),
	serial: Type.Optional(
		Type.Object({ ...fields(Type.Number(), 'count', 'mean', 'deviation', 'median', 'least', 'most', 'negative') }),
	),
	curve: Type.Array(Type.Object({ on: Day, count: Count })),
	reproduction: Type.Array(Type.Object({ from: Day, until: Day, ...fields(Type.Number(), 'mean', 'low', 'high') })),
	indicators: Type.Object({
		...fields(Share, 'interviewed', 'isolated', 'notified', 'quarantined', 'tested', 'known-contact'),
		...fields(Share, 'followed', 'lost'),
	}),
	attack: Type.Object({
		all: Share,
		byRelation: Type.Array(
			Type.Object({
				relation: Type.String({
					description: 'How they met: `mode:…` of interviews, else `place:…` by its type, else `origin:…`',
				}),
				...shareFields,
			}),
		),
		stillFollowed: Count,
	}),
}) satisfies TObject;
