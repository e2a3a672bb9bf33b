import { verify } from '#certificates';
import { publicKeys } from '#declarations';
import { ask, askOrReturn } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { keys } = await ask(event, publicKeys, {});
	return { key: JSON.stringify(keys[0]) };
};

const texts = {
	code: { vi: 'Hãy dán toàn bộ địa chỉ trong mã QR', en: 'Paste the whole address the QR code holds' },
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		// Longer than a field of a form usually is.
		const code = String(posted.get('code') ?? '').slice(0, 2_000);
		const values = readTexts(posted, ['code']);
		return askOrReturn(event, values, () => ask(event, verify, { code }), texts);
	},
};
