import { type RequestEvent, redirect } from '@sveltejs/kit';
import { get, getColumns, mapColumns } from '#imports';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { importFaults } from '#web/ui/import-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const importId = event.params.id;
	return { one: await askOrShow(event, get, { importId }), told: await askOrShow(event, getColumns, { importId }) };
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const values = Object.fromEntries([...posted].map(([name, value]) => [name, String(value).slice(0, 200)]));
		const done = await askOrReturn(event, values, () => map(event, values), importFaults);
		if (!('importId' in done)) return done;
		redirect(303, `/console/imports/${done.importId}`);
	},
};

const oneOf = <Name extends string>(names: readonly Name[], text: string | undefined) =>
	names.find((one) => one === text);

/** Columns and words stand in the form by their places; the words themselves beside them. */
function map(event: RequestEvent<{ id: string }>, values: Record<string, string>) {
	const columns: (string | null)[] = [];
	while (columns.length < 250 && `columns.${columns.length}` in values)
		columns.push(values[`columns.${columns.length}`] || null);
	const words = [];
	for (let at = 0; at < 200 && `words.${at}.word` in values; at++) {
		const means = values[`words.${at}.means`];
		const [field, word] = [values[`words.${at}.field`] ?? '', values[`words.${at}.word`]!];
		if (means && word) words.push({ field, word, means: means === 'empty' ? '' : means });
	}
	const dayOrder = oneOf(['day-first', 'month-first'], values.dayOrder);
	const classification = oneOf(['suspected', 'probable', 'confirmed'], values.classification);
	const certainty = oneOf(['possible', 'probable', 'confirmed'], values.certainty);
	return ask(event, mapColumns, {
		...{ importId: event.params.id, columns, words },
		...(dayOrder ? { dayOrder } : {}),
		...(classification ? { classification } : {}),
		...(certainty ? { certainty } : {}),
		...(values.contactOn ? { contactOn: values.contactOn } : {}),
	});
}
