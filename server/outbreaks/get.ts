import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { getOutbreakRow, Outbreak, toOutbreaks } from './outbreak.ts';
import { officerOfOutbreak } from './reach.ts';

export const get = operation({
	name: 'outbreaks.get',
	summary: { vi: 'Một ổ dịch và các thông báo đã công bố', en: 'One outbreak and what was published of it' },
	who: officerOfOutbreak,
	input: Type.Object({ outbreakId: Id }, { additionalProperties: false }),
	output: Outbreak,
	personal: 'none',
	run: async ({ db }, { outbreakId }) => (await toOutbreaks(db, [await getOutbreakRow(db, outbreakId)]))[0]!,
});
