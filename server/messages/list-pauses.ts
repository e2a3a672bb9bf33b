import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { Kind } from './message.ts';
import { selectPauses } from './queries-settings.ts';

const shown = 50;

export const listPauses = operation({
	name: 'messages.list-pauses',
	summary: {
		vi: 'Các lần tạm dừng gửi vì quá nhiều tin không gửi được, đang dừng trước',
		en: 'When sending was paused because too much failed, those still paused first',
	},
	who: role(['administrator']),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		pauses: Type.Array(
			Type.Object({
				pauseId: Id,
				kind: Kind,
				pausedAt: Type.String({ format: 'date-time' }),
				taken: Type.Integer({ description: 'Taken by the gateway within the window' }),
				failed: Type.Integer(),
				resumedAt: Type.Optional(Type.String({ format: 'date-time' })),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db }) => ({
		pauses: (await db.rows(selectPauses(shown))).map((row) => ({
			pauseId: row.pause_id,
			kind: row.kind as Kind,
			pausedAt: row.paused_at.toISOString(),
			taken: row.taken,
			failed: row.failed,
			...(row.resumed_at ? { resumedAt: row.resumed_at.toISOString() } : {}),
		})),
	}),
});
