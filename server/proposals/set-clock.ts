import Type from 'typebox';
import { brokenConstraint } from '#platform/db';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { Clock, clockFields, toClockRow } from './clock.ts';
import { insertNextClock } from './queries-clocks.ts';

export const setClock = operation({
	name: 'proposals.set-clock',
	summary: {
		vi: 'Đặt lại thời hạn lập danh sách, quyết định, thông báo và tạm giữ cho một hình thức cách ly',
		en: 'Sets how long the steps of a kind of isolation may take; proposals keep the version they were made by',
	},
	who: role(['administrator']),
	input: Type.Object(clockFields, { additionalProperties: false }),
	output: Clock,
	// About nobody, and kept in the log all the same: it says for how long people may be kept undecided.
	personal: 'changes',
	run: async ({ db }, input) => {
		try {
			const { version } = await db.one(insertNextClock(toClockRow({ ...input, version: 0 })));
			return { ...input, version };
		} catch (error) {
			if (brokenConstraint(error) === 'clock_pkey') throw new Problem('busy', { retryAfterSeconds: 1 });
			throw error;
		}
	},
});
