import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyOf, role, system } from '#platform/who';
import { revokePartner } from './queries-sessions.ts';
import { forgetAccount } from './resolve-actor.ts';

export const revokePartnerKey = operation({
	name: 'identity.revoke-partner-key',
	summary: { vi: 'Thu hồi khoá API của một đối tác', en: 'Ends a partner’s API key' },
	who: anyOf(role(['administrator']), system),
	input: Type.Object({ partnerId: Id }, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'none',
	run: async ({ db, now, afterCommit }, { partnerId }) => {
		if (!(await db.run(revokePartner(partnerId, now)))) throw new Problem('not-found');
		afterCommit(() => forgetAccount(partnerId));
		return {};
	},
});
