import Type from 'typebox';
import { operation } from '#platform/operation';
import { account, anyOf, staff } from '#platform/who';
import { revokeSessionsOf } from './queries-sessions.ts';
import { forgetAccount } from './resolve-actor.ts';

export const revokeSessions = operation({
	name: 'identity.revoke-sessions',
	summary: { vi: 'Đăng xuất trên mọi thiết bị', en: 'Ends all of one’s sessions, on every device' },
	who: anyOf(account, staff),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ ended: Type.Integer() }),
	personal: 'none',
	run: async ({ db, caller: { actor }, now, afterCommit }) => {
		if (actor.kind !== 'account' && actor.kind !== 'staff') return { ended: 0 };
		const owner = actor.kind === 'staff' ? { staffId: actor.id } : { accountId: actor.id };
		const ended = await db.run(revokeSessionsOf(owner, now));
		afterCommit(() => forgetAccount(actor.id));
		return { ended };
	},
});
