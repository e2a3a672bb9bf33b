import { error } from '@sveltejs/kit';
import { getStanding, issueCode } from '#declarations';
import { running } from '#platform/running';
import { qrSvg } from '#shared/codes/qr-code';
import { ask, askOrShow } from '#web/server/ask.ts';
import { areaNameOf, readMe } from '#web/server/declaration-form.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const code = await askOrShow(event, issueCode, { person: event.params.person });
	const { persons } = await readMe(event);
	const person = persons.find((one) => one.personId === event.params.person);
	if (!person) error(404);
	const { standings } = await ask(event, getStanding, {});
	const valid = new Set(standings.filter(({ isValid }) => isValid).map((standing) => standing.person));
	const label = event.locals.language === 'vi' ? 'Mã QR cá nhân Vaora' : 'Vaora personal QR code';
	return {
		...code,
		now: running.platform!.clock.now().toISOString(),
		person: person.personId,
		name: person.name,
		area: await areaNameOf(person.profile.areaId),
		/** All whose code can be shown, to go from one to the other. */
		family: persons.filter(({ personId }) => valid.has(personId)).map(({ personId, name }) => ({ personId, name })),
		screenQr: qrSvg(code.short, { label }),
		paperQr: qrSvg(code.code, { label }),
	};
};
