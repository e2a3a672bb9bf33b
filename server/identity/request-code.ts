import Type from 'typebox';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyone } from '#platform/who';
import { readPhone } from '#shared/phone';
import { issueCode } from './one-time-code.ts';

export const requestCode = operation({
	name: 'identity.request-code',
	summary: {
		vi: 'Gửi mã dùng một lần tới một số điện thoại',
		en: 'Sends a one-time code to a phone number',
	},
	who: anyone,
	input: Type.Object({ phone: Type.String({ maxLength: 40 }) }, { additionalProperties: false }),
	output: Type.Object({
		challengeId: Type.String({ description: 'To be sent back with the code' }),
		expiresAt: Type.String({ format: 'date-time' }),
	}),
	personal: 'none',
	// The same for known and unknown numbers: the answer does not tell who uses Vaora.
	limits: [
		{ what: 'phone, short', by: ({ phone }) => readPhone(phone) ?? phone, limit: { count: 3, seconds: 300 } },
		{ what: 'phone, day', by: ({ phone }) => readPhone(phone) ?? phone, limit: { count: 10, seconds: 86_400 } },
		{ what: 'address', by: (_input, caller) => caller.address, limit: { count: 60, seconds: 600 } },
	],
	run: async (context, { phone }) => {
		const e164 = readPhone(phone);
		if (!e164) throw new Problem('phone-invalid', { field: 'phone' });
		const { challengeId, code, expiresAt } = await issueCode(context, e164);
		const text = `Vaora: ma cua ban la ${code}, dung trong 5 phut. Dung dua ma nay cho ai. / Your code is ${code}.`;
		context.afterCommit(() => context.platform.sendSms(e164, text));
		return { challengeId, expiresAt: expiresAt.toISOString() };
	},
});
