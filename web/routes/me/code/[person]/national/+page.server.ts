import { issueCode } from '#declarations';
import { qrSvg } from '#shared/codes/qr-code';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person } = event.params;
	const { national } = await askOrShow(event, issueCode, { person });
	const label = event.locals.language === 'vi' ? 'Mã QR cá nhân quốc gia' : 'National personal QR code';
	return { person, national, qr: qrSvg(national, { label }) };
};
