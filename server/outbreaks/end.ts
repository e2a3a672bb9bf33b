import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { Day, getOutbreakRow, Moment } from './outbreak.ts';
import { updateEnded } from './queries.ts';
import { officerOfOutbreak } from './reach.ts';

export const end = operation({
	name: 'outbreaks.end',
	summary: {
		vi: 'Ghi quyết định kết thúc một ổ dịch; các ca của ổ dịch vẫn giữ nguyên',
		en: 'Records the decision that an outbreak is over; its cases stay as they are',
	},
	who: officerOfOutbreak,
	input: Type.Object(
		{
			outbreakId: Id,
			untilOn: { ...Day, description: 'The last day, included; today at the latest' },
			decision: Type.String({ minLength: 3, maxLength: 300 }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ endedAt: Moment }),
	personal: 'changes',
	run: async ({ db, caller, now }, { outbreakId, untilOn, decision }) => {
		const stored = await getOutbreakRow(db, outbreakId);
		if (untilOn < stored.from_on || untilOn > dayOf(now)) throw new Problem('invalid-input', { field: 'untilOn' });
		const by = actorId(caller.actor) ?? null;
		if (!(await db.run(updateEnded(outbreakId, { untilOn, by, decision, now })))) throw new Problem('already-ended');
		return { endedAt: now.toISOString() };
	},
});
