import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { peopleMax, readLink, tokenPattern } from './link.ts';

export const openLink = operation({
	name: 'interviews.open-link',
	summary: {
		vi: 'Đường dẫn ghi người đã gặp còn dùng được không; không kèm tên ai',
		en: 'Whether a link to write down whom one met is still good; names nobody',
	},
	who: anyone,
	input: Type.Object({ token: Type.String({ pattern: tokenPattern }) }, { additionalProperties: false }),
	output: Type.Object({
		expiresAt: Type.String({ format: 'date-time' }),
		people: Type.Integer({ description: 'How many were written down so far' }),
		peopleMax: Type.Integer(),
	}),
	personal: 'none',
	limits: [{ what: 'address', by: (_input, caller) => caller.address, limit: { count: 120, seconds: 600 } }],
	run: async ({ db, now }, { token }) => {
		const { link } = await readLink(db, token, now);
		return { expiresAt: link.expires_at.toISOString(), people: link.people, peopleMax };
	},
});
