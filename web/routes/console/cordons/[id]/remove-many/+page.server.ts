import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { countReported, previewRemoval, remove } from '#residents';
import { ask, askOrReturn, askOrShow, type FieldTexts } from '#web/server/ask.ts';
import { readLines, readTexts } from '#web/server/posted.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const cordonId = event.params.id;
	const { groups } = await askOrShow(event, countReported, { cordonId });
	return { cordonId, groups: groups.map(({ group, dwellings, people }) => ({ group, dwellings, people })) };
};

const texts: FieldTexts = {
	street: {
		vi: 'Hãy ghi tên đường, ngõ hay toà nhà, không chỉ con số',
		en: 'Enter the name of a street, an alley or a building, not a number alone',
	},
	reason: { vi: 'Hãy ghi lý do, từ 3 đến 500 chữ', en: 'Say why, in 3 to 500 letters' },
};

type Posted = ReturnType<typeof readPosted>;

function readPosted(posted: FormData) {
	return {
		...readTexts(posted, ['street', 'reason', 'people']),
		groups: posted.getAll('groups').map((one) => String(one).slice(0, 100)),
		addresses: readLines(posted, 'addresses', { lines: 1_000, length: 200 }),
	};
}

const toChosen = ({ groups, street, addresses }: Posted) => ({
	...(groups.length ? { groups } : {}),
	...(street ? { street } : {}),
	...(addresses.length ? { addresses } : {}),
});

const preview = async (event: RequestEvent<{ id: string }>, values: Posted) => ({
	preview: await ask(event, previewRemoval, { cordonId: event.params.id, ...toChosen(values) }),
});

export const actions: Actions = {
	/** The form as it was filled in. */
	again: async (event) => ({ values: readPosted(await event.request.formData()), fault: undefined }),
	preview: async (event) => {
		const values = readPosted(await event.request.formData());
		const shown = await askOrReturn(event, values, () => preview(event, values), texts);
		return 'preview' in shown ? { ...shown, values, fault: undefined } : shown;
	},
	remove: async (event) => {
		const values = readPosted(await event.request.formData());
		const input = { ...toChosen(values), people: Number(values.people) || 0, reason: values.reason };
		const done = await askOrReturn(
			event,
			values,
			() => ask(event, remove, { cordonId: event.params.id, ...input }),
			texts,
		);
		if ('removed' in done) redirect(303, `/console/cordons/${event.params.id}?removed=${done.removed}`);
		// The numbers as they are now stand beside what is wrong.
		const shown = await askOrReturn(event, values, () => preview(event, values));
		return 'preview' in shown ? fail(done.status, { ...done.data, ...shown }) : done;
	},
};
