import { redirect } from '@sveltejs/kit';
import { requestCode, verifyCode } from '#identity';
import { ask, askOrReturn, readReturnPath } from '#web/server/ask.ts';
import { keepToken } from '#web/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
	const to = readReturnPath(url.searchParams.get('to'), '/me');
	if (locals.caller.actor.kind === 'account') redirect(303, to);
	return { to };
};

export const actions: Actions = {
	phone: async (event) => {
		const posted = await event.request.formData();
		const phone = String(posted.get('phone') ?? '');
		// Whoever asks too often for another code still has the first one to enter.
		const earlier = String(posted.get('challengeId') ?? '');
		return askOrReturn(event, { phone, challengeId: earlier }, async () => {
			const { challengeId } = await ask(event, requestCode, { phone: phone.slice(0, 40) });
			return { values: { phone }, challengeId, isAgain: earlier !== '' };
		});
	},
	code: async (event) => {
		const posted = await event.request.formData();
		const [phone, challengeId, code] = ['phone', 'challengeId', 'code'].map((name) => String(posted.get(name) ?? ''));
		const answer = await askOrReturn(event, { phone, challengeId }, () =>
			ask(event, verifyCode, { challengeId: challengeId!.slice(0, 40), code: code!.slice(0, 20) || ' ' }),
		);
		if (!('token' in answer)) return answer;
		keepToken(event, answer.token, answer.expiresAt);
		redirect(303, readReturnPath(event.url.searchParams.get('to'), '/me'));
	},
};
