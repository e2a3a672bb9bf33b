import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { readRosterCordons } from '#residents';
import { dayOf } from '#shared/language';
import { readHomeCordons } from '#zones';
import { areaIdOf, Moment, orderFields, readAreas, toFields, Words } from './order.ts';
import { selectOrdersOf } from './queries.ts';

const ordersMax = 200;

const daysBetween = (from: string, until: string): number =>
	Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000));

export const listMine = operation({
	name: 'isolation.list-mine',
	summary: {
		vi: 'Lệnh cách ly và khoanh vùng đối với mình và những người mình khai hộ',
		en: 'What is ordered of oneself and of those one declares for: isolation, or a cordon around the home',
	},
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		orders: Type.Array(
			Type.Object({
				...orderFields,
				person: Id,
				isInForce: Type.Boolean(),
				daysLeft: Type.Integer({ description: 'After today' }),
			}),
		),
		cordons: Type.Array(Type.Object({ person: Id, areaName: Words, until: Type.Optional(Moment) })),
	}),
	personal: 'reads',
	run: async ({ db, now, caller: { actor }, about }) => {
		const own = await readOwnPeople(db, actor);
		const persons = [...own.keys()];
		about(...new Set(own.values()));
		const [orders, homes, rosters] = await Promise.all([
			db.rows(selectOrdersOf(persons, now, ordersMax)),
			readHomeCordons(db, persons, { from: now, until: now }),
			readRosterCordons(db, persons, { from: now, until: now }),
		]);
		const cordons = [...homes, ...rosters];
		const areas = await readAreas(db, [...orders, ...cordons.map(({ areaPath }) => ({ area_path: areaPath }))]);
		return {
			orders: orders.map((row) => ({
				...toFields(row, areas),
				person: own.get(row.person_id)!,
				isInForce: row.holds_from <= now,
				daysLeft: daysBetween(dayOf(now), row.until_on),
			})),
			cordons: cordons.map(({ personId, areaPath, until }) => ({
				person: own.get(personId)!,
				areaName: areas.get(areaIdOf(areaPath))?.fullName ?? { vi: '', en: '' },
				...(until ? { until: until.toISOString() } : {}),
			})),
		};
	},
});
