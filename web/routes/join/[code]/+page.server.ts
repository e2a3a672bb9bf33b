import { getEntrance, join } from '#residents';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readMembers } from '#web/server/cordon-form.ts';
import { readMe } from '#web/server/declaration-form.ts';
import { readTexts } from '#web/server/posted.ts';
import { cordonFaults } from '#web/ui/cordon-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { code } = event.params;
	const entrance = await askOrShow(event, getEntrance, { code });
	const isSignedIn = event.locals.caller.actor.kind === 'account';
	return { code, entrance, isSignedIn, people: isSignedIn ? (await readMe(event)).persons : [] };
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const persons = posted.getAll('person').map((id) => String(id).slice(0, 19));
		const texts = readTexts(posted, ['group', 'dwelling', ...memberNames]);
		const values = { ...texts, persons };
		const { group, dwelling } = texts;
		const input = { code: event.params.code, group, dwelling, persons, members: readMembers(posted) };
		const done = await askOrReturn(event, values, () => ask(event, join, input), cordonFaults);
		return 'joined' in done ? { joined: done.joined, values } : done;
	},
};

const memberNames = Array.from({ length: 6 }, (_, index) => [`name-${index}`, `birth-${index}`] as const).flat();
