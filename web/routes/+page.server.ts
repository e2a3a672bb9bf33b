import { fail, redirect } from '@sveltejs/kit';
import { readPlaceCode, readPlaceUrl } from '#shared/codes/place-code';
import type { Actions } from './$types';

export const actions: Actions = {
	/** The code in letters under a poster's QR, or the address it holds. */
	default: async ({ request, locals }) => {
		const typed = String((await request.formData()).get('code') ?? '').slice(0, 200);
		const code = readPlaceUrl(typed) ?? readPlaceCode(typed);
		if (code) redirect(303, `/p/${code}`);
		const text =
			locals.language === 'vi'
				? 'Mã không đúng. Mã có chín chữ cái và chữ số, ví dụ K7QF-2M9X-4.'
				: 'This is not a code. It has nine letters and digits, for example K7QF-2M9X-4.';
		return fail(422, { fault: { title: text, detail: text, fields: [{ field: 'code', text }] }, typed });
	},
};
