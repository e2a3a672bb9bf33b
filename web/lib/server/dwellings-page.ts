import { type RequestEvent, redirect } from '@sveltejs/kit';
import { add, countReported, listDwellings, listToCall } from '#residents';
import { cordonFaults } from '#web/ui/cordon-words.ts';
import { ask, askOrReturn, askOrShow } from './ask.ts';
import { readMembers } from './cordon-form.ts';
import { readTexts } from './posted.ts';

type PageEvent = RequestEvent<{ id: string }>;

/** The houses of a cordon or of one group: who has reported, and who has not. For officers and those who look after one. */
export async function readDwellings(event: Pick<PageEvent, 'locals' | 'url' | 'params'>) {
	const { searchParams } = event.url;
	const group = searchParams.get('group')?.slice(0, 100);
	const cursor = searchParams.get('after');
	const state = searchParams.get('state') === 'missing' ? ('missing' as const) : ('all' as const);
	const asked = { cordonId: event.params.id, ...(group ? { group } : {}) };
	const completion = await askOrShow(event, countReported, asked);
	const listed = await askOrShow(event, listDwellings, { ...asked, state, ...(cursor ? { cursor } : {}) });
	return {
		cordonId: event.params.id,
		...listed,
		completion,
		group,
		state,
		isFirst: !cursor,
		...{ added: searchParams.get('added'), removed: searchParams.get('removed') },
		...(cursor ? { after: cursor } : {}),
	};
}

/** The form's action: a house that is added by hand. */
export async function addDwelling(event: PageEvent) {
	const posted = await event.request.formData();
	const members = readMembers(posted);
	const names = Object.fromEntries(
		Array.from({ length: 4 }, (_, index) => [`name-${index}`, String(posted.get(`name-${index}`) ?? '').slice(0, 200)]),
	);
	const values = { ...readTexts(posted, ['group', 'dwelling', 'phone']), ...names };
	const { group, dwelling, phone } = values;
	const input = { cordonId: event.params.id, group: group!, dwelling: dwelling!, ...(phone ? { phone } : {}) };
	const texts = { ...cordonFaults, members: cordonFaults['members.0.fullName']! };
	const work = () => ask(event, add, { ...input, members });
	const done = await askOrReturn(event, values, work, texts);
	if (!('added' in done)) return done;
	redirect(303, `${event.url.pathname}?group=${encodeURIComponent(group!)}&added=${done.added}`);
}

/** The form's action: who has yet to report, with whole names and phones, for a purpose. */
export async function readCalls(event: PageEvent) {
	const values = readTexts(await event.request.formData(), ['group', 'purpose', 'cursor']);
	const { group, purpose, cursor } = values;
	const input = { cordonId: event.params.id, purpose, ...(group ? { group } : {}), ...(cursor ? { cursor } : {}) };
	return askOrReturn(
		event,
		values,
		async () => ({ values, calls: await ask(event, listToCall, input), fault: undefined }),
		cordonFaults,
	);
}
