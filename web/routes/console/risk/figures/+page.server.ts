import { listDiseases } from '#diseases';
import { Problem } from '#platform/problem';
import { loadFigures } from '#risk';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readTexts } from '#web/server/posted.ts';
import { figureFaults } from '#web/ui/risk-words.ts';
import type { Actions, PageServerLoad } from './$types';

const bytesMax = 5 * 1024 * 1024;

export const load: PageServerLoad = async (event) => {
	const { diseases } = await askOrShow(event, listDiseases, {});
	return { diseases: diseases.map(({ disease, name }) => ({ value: disease, label: name[event.locals.language] })) };
};

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const values = readTexts(posted, ['kind', 'disease', 'source', 'dryRun']);
		const file = posted.get('content');
		const done = await askOrReturn(
			event,
			values,
			async () => {
				const missing = [
					...(values.kind === 'population' || values.kind === 'cases' ? [] : ['kind']),
					...(values.kind === 'cases' && !values.disease ? ['disease'] : []),
					...(file instanceof File && file.size ? [] : ['content']),
				];
				if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
				if ((file as File).size > bytesMax)
					throw new Problem('file-too-large', { field: 'content', values: { megabytesMax: 5 } });
				return ask(event, loadFigures, {
					...{ kind: values.kind as 'cases', source: values.source, dryRun: values.dryRun === 'yes' },
					...(values.kind === 'cases' ? { disease: values.disease } : {}),
					content: Buffer.from(await (file as File).arrayBuffer()).toString('base64'),
				});
			},
			figureFaults,
		);
		return 'rows' in done ? { values, done } : done;
	},
};
