import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { getRoster, officerOfRoster, Roster, toRoster } from './roster.ts';

export const get = operation({
	name: 'rosters.get',
	summary: { vi: 'Một tệp danh sách vùng khoanh đã ghi tới đâu', en: 'How far a cordon’s roster is' },
	who: officerOfRoster,
	input: Type.Object({ roster: Id }, { additionalProperties: false }),
	output: Roster,
	personal: 'none',
	run: async ({ db }, { roster }) => toRoster(await getRoster(db, roster)),
});
