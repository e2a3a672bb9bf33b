import { findNumber } from '#cards';
import { ask, askOrReturn } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), ['number', 'purpose']);
		const work = async () => ({ found: await ask(event, findNumber, values), values });
		return askOrReturn(event, values, work, {
			number: {
				vi: 'Không ai có mã số này. Hãy xem lại từng chữ.',
				en: 'Nobody has this number. Look at each letter again.',
			},
			purpose: {
				vi: 'Hãy ghi mục đích, từ 3 đến 200 chữ; người được tra sẽ đọc được',
				en: 'Say why, in 3 to 200 letters; the person will read it',
			},
		});
	},
};
