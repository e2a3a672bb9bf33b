import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { officerOfCordon } from '#zones';
import { selectRostersOf } from './queries.ts';
import { Roster, toRoster } from './roster.ts';

export const list = operation({
	name: 'rosters.list',
	summary: { vi: '20 tệp danh sách gần nhất của một vùng khoanh', en: 'The last 20 rosters of a cordon' },
	who: officerOfCordon,
	input: Type.Object({ cordonId: Id }, { additionalProperties: false }),
	output: Type.Object({ rosters: Type.Array(Roster) }),
	personal: 'none',
	run: async ({ db }, { cordonId }) => ({ rosters: (await db.rows(selectRostersOf(cordonId))).map(toRoster) }),
});
