import { getMine } from '#declarations';
import { askOrShow } from '#web/server/ask.ts';
import { readMe } from '#web/server/declaration-form.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const before = event.url.searchParams.get('before') ?? undefined;
	const list = await askOrShow(event, getMine, before ? { before } : {});
	const { persons } = await readMe(event);
	return { ...list, names: Object.fromEntries(persons.map(({ personId, name }) => [personId, name])) };
};
