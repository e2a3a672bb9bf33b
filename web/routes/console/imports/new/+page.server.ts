import { type RequestEvent, redirect } from '@sveltejs/kit';
import { fileBytesMax, upload } from '#imports';
import { Problem } from '#platform/problem';
import { listLedAreas } from '#web/server/areas.ts';
import { ask, askOrReturn, signInPath } from '#web/server/ask.ts';
import { listRuleChoices } from '#web/server/case-form.ts';
import { readTexts } from '#web/server/posted.ts';
import { importFaults } from '#web/ui/import-words.ts';
import type { Actions, PageServerLoad } from './$types';

const kinds = ['cases', 'contacts', 'links', 'tests', 'follow-ups'] as const;
const megabytesMax = fileBytesMax / 1024 / 1024;
const manifestBytesMax = 65_536;
const tooLarge = () => new Problem('file-too-large', { field: 'file', values: { megabytesMax } });

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	if (actor.kind !== 'staff') redirect(303, signInPath(event.url));
	return {
		areas: await listLedAreas(actor, event.locals.language),
		rules: await listRuleChoices(event),
		megabytesMax,
	};
};

export const actions: Actions = {
	default: async (event) => {
		if (Number(event.request.headers.get('content-length')) > fileBytesMax + 2 * manifestBytesMax)
			return askOrReturn(event, {}, () => Promise.reject(tooLarge()));
		const posted = await event.request.formData();
		const values = readTexts(posted, ['kind', 'source', 'areaId', 'rule']);
		const done = await askOrReturn(event, values, () => send(event, values, posted), importFaults);
		if (!('importId' in done)) return done;
		redirect(303, `/console/imports/${done.importId}/columns`);
	},
};

async function send(
	event: RequestEvent,
	values: Record<'kind' | 'source' | 'areaId' | 'rule', string>,
	posted: FormData,
) {
	const kind = kinds.find((one) => one === values.kind);
	const missing = (['source', 'areaId', 'rule'] as const).filter((field) => !values[field]);
	if (!kind || missing.length)
		throw new Problem('invalid-input', {
			fields: [...(kind ? [] : ['kind']), ...missing].map((field) => ({ field })),
		});
	const file = posted.get('file');
	if (!(file instanceof File) || !file.size) throw new Problem('sheet-empty', { field: 'file' });
	if (file.size > fileBytesMax) throw tooLarge();
	const manifest = posted.get('manifest');
	const isGiven = manifest instanceof File && manifest.size > 0;
	if (isGiven && manifest.size > manifestBytesMax) throw new Problem('manifest-unreadable', { field: 'manifest' });
	return ask(event, upload, {
		...{ kind, source: values.source, areaId: Number(values.areaId), rule: values.rule },
		content: Buffer.from(await file.arrayBuffer()).toString('base64'),
		fileName: file.name.slice(0, 200),
		...(isGiven ? { manifest: await manifest.text() } : {}),
	});
}
