import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { self } from '#platform/who';
import { revokeAllCodes } from './revocations.ts';

export const revokeCodes = operation({
	name: 'cards.revoke-codes',
	summary: {
		vi: 'Mất thẻ hoặc điện thoại: huỷ mọi mã và thẻ đã có; mã mới lấy được ngay',
		en: 'A card or phone was lost: all codes and cards so far are void; a new code can be had at once',
	},
	who: self((input: { person: string }) => input.person),
	input: Type.Object({ person: Id }, { additionalProperties: false }),
	output: Type.Object({ before: Type.String({ format: 'date-time', description: 'Codes issued before it are void' }) }),
	personal: 'changes',
	limits: [{ what: 'person', by: (input) => input.person, limit: { count: 20, seconds: 86_400 } }],
	run: async ({ db, now, about }, { person }) => {
		about(person);
		const before = await revokeAllCodes(db, person, now);
		return { before: before.toISOString() };
	},
});
