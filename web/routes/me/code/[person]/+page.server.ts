import { error } from '@sveltejs/kit';
import { issueCode } from '#declarations';
import { qrSvg } from '#shared/codes/qr-code';
import { askOrShow } from '#web/server/ask.ts';
import { areaNameOf, readMe } from '#web/server/declaration-form.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const code = await askOrShow(event, issueCode, { person: event.params.person });
	const { persons } = await readMe(event);
	const person = persons.find((one) => one.personId === event.params.person);
	if (!person) error(404);
	return {
		...code,
		name: person.name,
		area: await areaNameOf(person.profile.areaId),
		personalQr: qrSvg(code.code, {
			ecc: 'medium',
			label: event.locals.language === 'vi' ? 'Mã QR cá nhân Vaora' : 'Vaora personal QR code',
		}),
		nationalQr: qrSvg(code.national, {
			ecc: 'medium',
			label: event.locals.language === 'vi' ? 'Mã QR cá nhân quốc gia' : 'National personal QR code',
		}),
	};
};
