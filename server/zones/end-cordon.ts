import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Moment } from './cordon.ts';
import { forgetLastEnd } from './home-cordons.ts';
import { endCordon as endCordonRow } from './queries.ts';
import { officerOfCordon } from './reach.ts';

export const endCordon = operation({
	name: 'zones.end-cordon',
	summary: {
		vi: 'Ghi quyết định kết thúc khoanh vùng; có hiệu lực ngay',
		en: 'Records the decision that ends a cordon; it takes effect at once',
	},
	who: officerOfCordon,
	input: Type.Object(
		{
			cordonId: Id,
			decision: Type.String({ minLength: 3, maxLength: 500, description: 'Number of the decision, and why' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ endedAt: Moment }),
	personal: 'changes',
	run: async ({ db, caller, now, platform, afterCommit }, { cordonId, decision }) => {
		const ended = await db.run(endCordonRow({ cordonId, by: actorId(caller.actor) ?? null, decision, now }));
		if (!ended) throw new Problem('already-ended');
		afterCommit(() => forgetLastEnd(platform));
		return { endedAt: now.toISOString() };
	},
});
