import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { explainCode } from '#places';
import { readPlaceCode, readPlaceUrl } from '#shared/codes/place-code';
import type { Text } from '#shared/language';
import { ask, askOrReturn } from '#web/server/ask.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** The code in letters under a poster's QR, or the address it holds; an old place code leads to its place too. */
	default: async (event) => {
		const typed = String((await event.request.formData()).get('code') ?? '')
			.trim()
			.slice(0, 1_000);
		const code = readPlaceUrl(typed) ?? readPlaceCode(typed);
		if (code) redirect(303, `/p/${code}`);
		if (!typed) return refuse(event, typed, notACode);
		const done = await askOrReturn(event, { typed }, async () => ({
			known: await ask(event, explainCode, { text: typed }),
		}));
		if (!('known' in done)) return done;
		if (done.known.code) redirect(303, `/p/${done.known.code}`);
		return refuse(event, typed, done.known.kind && done.known.words ? done.known.words : notACode);
	},
};

const notACode: Text = {
	vi: 'Mã không đúng. Mã có chín chữ cái và chữ số, ví dụ K7QF-2M9X-4.',
	en: 'This is not a code. It has nine letters and digits, for example K7QF-2M9X-4.',
};

function refuse({ locals }: RequestEvent, typed: string, words: Text) {
	const text = words[locals.language];
	return fail(422, { fault: { title: text, detail: text, fields: [{ field: 'code', text }] }, values: { typed } });
}
