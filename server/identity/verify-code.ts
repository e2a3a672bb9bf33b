import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { listPersonsOf, proveCode } from './account.ts';
import { openSession } from './session.ts';

export const verifyCode = operation({
	name: 'identity.verify-code',
	summary: {
		vi: 'Đăng nhập bằng mã đã gửi tới số điện thoại',
		en: 'Signs in with the code that was sent to a phone number',
	},
	who: anyone,
	input: Type.Object(
		{ challengeId: Type.String({ maxLength: 40 }), code: Type.String({ minLength: 1, maxLength: 20 }) },
		{ additionalProperties: false },
	),
	output: Type.Object({
		token: Type.String({ description: 'For `Authorization: Bearer`; told once' }),
		expiresAt: Type.String({ format: 'date-time' }),
		accountId: Type.String(),
		hasDeclared: Type.Boolean({ description: 'Somebody has declared with this number before' }),
	}),
	personal: 'none',
	limits: [{ what: 'address', by: (_input, caller) => caller.address, limit: { count: 100, seconds: 600 } }],
	run: async (context, challenge) => {
		const { accountId } = await proveCode(context, challenge);
		const { token, expiresAt } = await openSession(context, { accountId });
		const persons = await listPersonsOf(context.db, accountId);
		return { token, expiresAt: expiresAt.toISOString(), accountId, hasDeclared: persons.length > 0 };
	},
});
