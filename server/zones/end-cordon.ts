import Type from 'typebox';
import { endDuties } from '#monitoring';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Moment } from './cordon.ts';
import { forgetLastEnd } from './home-cordons.ts';
import { endCordon as endCordonRow, markDutiesEnded } from './queries.ts';
import { deciderOfCordon } from './reach.ts';
import { noteStep } from './steps.ts';

export const endCordon = operation({
	name: 'zones.end-cordon',
	summary: {
		vi: 'Ghi quyết định kết thúc khoanh vùng; có hiệu lực ngay',
		en: 'Records the decision that ends a cordon; it takes effect at once',
	},
	who: deciderOfCordon,
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
		const { actor } = caller;
		await noteStep({ db, actor, now }, { cordonId, kind: 'ended', words: decision });
		await endDuties(db, { kind: 'cordon', sourceId: cordonId }, { reason: 'kết thúc khoanh vùng', now });
		await db.run(markDutiesEnded(cordonId, now));
		afterCommit(() => forgetLastEnd(platform));
		return { endedAt: now.toISOString() };
	},
});
