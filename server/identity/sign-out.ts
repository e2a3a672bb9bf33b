import Type from 'typebox';
import { operation } from '#platform/operation';
import { account, anyOf, staff } from '#platform/who';
import { revokeSession } from './queries-sessions.ts';
import { forgetAccount } from './resolve-actor.ts';

export const signOut = operation({
	name: 'identity.sign-out',
	summary: { vi: 'Đăng xuất', en: 'Ends this session' },
	who: anyOf(account, staff),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'none',
	run: async ({ db, caller: { actor }, now, afterCommit }) => {
		if (actor.kind !== 'account' && actor.kind !== 'staff') return {};
		await db.run(revokeSession(actor.session, now));
		afterCommit(() => forgetAccount(actor.id));
		return {};
	},
});
