import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { checkFirstDay, getOutbreakRow, Outbreak, outbreakFields, toOutbreaks } from './outbreak.ts';
import { updateOutbreak } from './queries.ts';
import { officerOfOutbreak } from './reach.ts';

export const change = operation({
	name: 'outbreaks.change',
	summary: { vi: 'Sửa thông tin của một ổ dịch chưa kết thúc', en: 'Changes what is said of an outbreak that goes on' },
	who: officerOfOutbreak,
	input: Type.Object({ outbreakId: Id, ...outbreakFields }, { additionalProperties: false }),
	output: Outbreak,
	personal: 'changes',
	run: async ({ db, now }, { outbreakId, ...given }) => {
		const stored = await getOutbreakRow(db, outbreakId);
		checkFirstDay(given.fromOn, now);
		const { name, fromOn: from_on, location, advice, decision } = given;
		const row = { ...stored, name, from_on, location, advice, decision, note: given.note || null };
		if (!(await db.run(updateOutbreak(row)))) throw new Problem('already-ended');
		return (await toOutbreaks(db, [row]))[0]!;
	},
});
