import Type from 'typebox';
import { listPhones } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { officerOfCordon } from '#zones';
import { selectLeaders } from './queries-leaders.ts';

export const listLeaders = operation({
	name: 'residents.list-leaders',
	summary: { vi: 'Ai theo dõi tổ, thôn nào của vùng khoanh', en: 'Who looks after which group of a cordon' },
	who: officerOfCordon,
	input: Type.Object({ cordonId: Id }, { additionalProperties: false }),
	output: Type.Object({
		leaders: Type.Array(
			Type.Object({
				account: Id,
				phone: Type.String(),
				group: Type.Optional(Type.String({ description: 'Without it all' })),
			}),
		),
	}),
	personal: 'reads',
	run: async ({ db, platform: { keys } }, { cordonId }) => {
		const rows = await db.rows(selectLeaders(cordonId));
		const phones = await listPhones(
			{ db, keys },
			rows.map((row) => row.account_id),
		);
		return {
			leaders: rows.map((row) => ({
				...{ account: row.account_id, phone: phones.get(row.account_id) ?? '' },
				...(row.group_name ? { group: row.group_name } : {}),
			})),
		};
	},
});
