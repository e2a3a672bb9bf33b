import Type from 'typebox';
import { getAreas } from '#areas';
import type { Actor } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { selectLed } from './queries-leaders.ts';

export const listLed = operation({
	name: 'residents.list-led',
	summary: { vi: 'Những tổ, thôn của vùng khoanh mà mình theo dõi', en: 'The groups of cordons one looks after' },
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		led: Type.Array(
			Type.Object({
				cordonId: Id,
				areaName: Type.Object({ vi: Type.String(), en: Type.String() }),
				part: Type.Optional(Type.String()),
				group: Type.Optional(Type.String()),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db, caller, now }) => {
		const { id } = caller.actor as Extract<Actor, { kind: 'account' }>;
		const rows = await db.rows(selectLed(id, now));
		const areas = await getAreas(
			db,
			rows.map((row) => row.area_id),
		);
		return {
			led: rows.map((row) => ({
				cordonId: row.cordon_id,
				areaName: areas.get(row.area_id)?.fullName ?? { vi: '', en: '' },
				...(row.part ? { part: row.part } : {}),
				...(row.group_name ? { group: row.group_name } : {}),
			})),
		};
	},
});
