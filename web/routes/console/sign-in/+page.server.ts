import { redirect } from '@sveltejs/kit';
import { signInStaff } from '#identity';
import { running } from '#platform/running';
import { ask, askOrReturn, readReturnPath } from '#web/server/ask.ts';
import { keepToken } from '#web/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

const texts = {
	login: { vi: 'Hãy nhập tên đăng nhập', en: 'Enter your sign-in name' },
	password: { vi: 'Hãy nhập mật khẩu', en: 'Enter your password' },
	totp: { vi: 'Hãy nhập sáu chữ số của ứng dụng xác thực', en: 'Enter the six digits of your authenticator' },
};

const returnPath = (url: URL) => readReturnPath(url.searchParams.get('to'), '/console');

export const load: PageServerLoad = ({ url, locals }) => {
	if (locals.caller.actor.kind === 'staff') redirect(303, returnPath(url));
	return { hasOutbox: !running.platform!.config.production };
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const [login, password, totp] = (['login', 'password', 'totp'] as const).map((name) =>
			String(posted.get(name) ?? '').slice(0, 200),
		) as [string, string, string];
		const input = { login: login.slice(0, 100), password, totp: totp.slice(0, 20) };
		// Neither the password nor the code is sent back into a page.
		const answer = await askOrReturn(event, { login }, () => ask(event, signInStaff, input), texts);
		if (!('token' in answer)) return answer;
		keepToken(event, answer.token, answer.expiresAt);
		redirect(303, returnPath(event.url));
	},
};
