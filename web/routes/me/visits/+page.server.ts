import { listMine } from '#visits';
import { askOrShow } from '#web/server/ask.ts';
import { readMe } from '#web/server/declaration-form.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cursor = event.url.searchParams.get('after') ?? undefined;
	const list = await askOrShow(event, listMine, cursor ? { cursor } : {});
	const { persons } = await readMe(event);
	return { ...list, names: Object.fromEntries(persons.map(({ personId, name }) => [personId, name])) };
};
