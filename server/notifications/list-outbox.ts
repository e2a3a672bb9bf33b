import Type from 'typebox';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyone } from '#platform/who';
import { listKept } from './outbox.ts';

export const listOutbox = operation({
	name: 'notifications.list-outbox',
	summary: {
		vi: 'Tin nhắn lẽ ra đã gửi đi, để dùng thử; không tồn tại trên hệ thống thật',
		en: 'The messages that would have gone out, for trying Vaora; does not exist in production',
	},
	who: anyone,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		messages: Type.Array(
			Type.Object({ phone: Type.String(), text: Type.String(), at: Type.String({ format: 'date-time' }) }),
		),
	}),
	personal: 'none',
	run: async ({ platform }) => {
		if (platform.config.production) throw new Problem('not-found');
		return { messages: listKept().map(({ phone, text, at }) => ({ phone, text, at: at.toISOString() })) };
	},
});
