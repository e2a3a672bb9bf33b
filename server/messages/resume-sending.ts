import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { deleteTally, resumePause } from './queries-settings.ts';
import { callWorkers } from './queue.ts';

export const resumeSending = operation({
	name: 'messages.resume-sending',
	summary: {
		vi: 'Gửi tiếp loại tin nhắn đang tạm dừng, khi cổng gửi đã hoạt động lại',
		en: 'Goes on sending a kind of message that was paused, once the gateway works again',
	},
	who: role(['administrator']),
	input: Type.Object({ pauseId: Id }, { additionalProperties: false }),
	output: Type.Object({ resumedAt: Type.String({ format: 'date-time' }) }),
	personal: 'none',
	run: async ({ db, caller, now }, { pauseId }) => {
		const resumed = await db.find(resumePause(pauseId, actorId(caller.actor) ?? null, now));
		if (!resumed) throw new Problem('already-ended');
		await db.run(deleteTally(resumed.kind));
		await callWorkers(db, 1);
		return { resumedAt: now.toISOString() };
	},
});
