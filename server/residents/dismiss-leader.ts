import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { officerOfCordon } from '#zones';
import { endLeader } from './queries-leaders.ts';

export const dismissLeader = operation({
	name: 'residents.dismiss-leader',
	summary: { vi: 'Thôi giao việc theo dõi vùng khoanh', en: 'Takes back that somebody looks after a cordon' },
	who: officerOfCordon,
	input: Type.Object({ cordonId: Id, account: Id }, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'records',
	run: async ({ db, now }, { cordonId, account }) => {
		if (!(await db.run(endLeader(cordonId, account, now)))) throw new Problem('already-ended');
		return {};
	},
});
