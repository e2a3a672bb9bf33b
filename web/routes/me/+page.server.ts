import { redirect } from '@sveltejs/kit';
import { listMine } from '#cards';
import { listMine as listCertificates } from '#certificates';
import { confirm, getStanding } from '#declarations';
import { countUnread } from '#messages';
import { listMine as listDue } from '#monitoring';
import { listLed } from '#residents';
import { listMine as listMyNotices } from '#venues';
import { ask, askOrReturn, signInPath } from '#web/server/ask.ts';
import { readMe } from '#web/server/declaration-form.ts';
import { readOwnRestrictions } from '#web/server/own-restrictions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (event.locals.caller.actor.kind !== 'account') redirect(303, signInPath(event.url));
	const { phone, persons } = await readMe(event);
	const { standings } = await ask(event, getStanding, {});
	const restrictionsOf = await readOwnRestrictions(event);
	const { led } = await ask(event, listLed, {});
	const { numbers } = await ask(event, listMine, {});
	const { people: due } = await ask(event, listDue, {});
	const { unread } = await ask(event, countUnread, {});
	const { notices } = await ask(event, listMyNotices, {});
	const numberOf = new Map(numbers.map(({ person, number }) => [person, number]));
	const { certificates } = await ask(event, listCertificates, {});
	const byPerson = new Map(standings.map((standing) => [standing.person, standing]));
	return {
		phone,
		unread,
		due,
		leads: led.length > 0,
		declared: event.url.searchParams.get('declared'),
		people: persons.map((person) => ({
			...person,
			number: numberOf.get(person.personId) ?? '',
			standing: byPerson.get(person.personId),
			certificates: certificates.filter((one) => one.person === person.personId),
			restrictions: restrictionsOf(person.personId),
			notices: notices.filter((notice) => notice.person === person.personId),
			confirmId: crypto.randomUUID(),
		})),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const [person, id] = [String(posted.get('person')), String(posted.get('id'))];
		const done = await askOrReturn(event, {}, () => ask(event, confirm, { person, id }));
		if (!('level' in done)) return done;
		redirect(303, `/me?declared=${done.level}`);
	},
};
