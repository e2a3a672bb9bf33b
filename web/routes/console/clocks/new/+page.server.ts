import { error, redirect } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import { listClocks, setClock } from '#proposals';
import { ask, askOrShow } from '#web/server/ask.ts';
import { keepVersion, readNumber, readOptional } from '#web/server/new-version.ts';
import { readTexts } from '#web/server/posted.ts';
import { clockFields, versionFaults } from '#web/ui/regime-words.ts';
import { offices } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Each kind has its clocks; a new version follows one of them. */
async function readBefore(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const { clocks } = await askOrShow(event, listClocks, {});
	const [kind, version] = [event.url.searchParams.get('kind'), Number(event.url.searchParams.get('version'))];
	const found = clocks.find((one) => one.kind === kind && one.version === version);
	if (!found) error(404);
	const { told, ...rest } = found;
	return {
		...Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, String(value)])),
		told: told.join(', '),
	} as Record<string, string>;
}

export const load: PageServerLoad = async (event) => ({ before: await readBefore(event) });

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const before = await readBefore(event);
		const { seen, ...texts } = readTexts(posted, ['seen', ...clockFields.map(({ field }) => field)]);
		const values = { ...texts, kind: before.kind!, told: posted.getAll('told').map(String).slice(0, 5).join(', ') };
		const form = { fields: clockFields, before, values, seen: seen! };
		const done = await keepVersion(event, form, () => keep(event, values), versionFaults);
		return 'version' in done ? redirect(303, '/console/clocks?kept') : done;
	},
};

function keep(event: RequestEvent, values: Record<string, string>) {
	if (!Object.hasOwn(offices, values.office!)) throw new Problem('invalid-input', { field: 'office' });
	const noticeMinutes = readOptional(values, 'noticeMinutes');
	return ask(event, setClock, {
		...{ kind: values.kind as 'home', office: values.office as 'commune-chair' },
		...{
			listMinutes: readNumber(values, 'listMinutes'),
			decisionMinutes: readNumber(values, 'decisionMinutes'),
			holdMinutes: readNumber(values, 'holdMinutes'),
		},
		...(noticeMinutes === undefined ? {} : { noticeMinutes }),
		told: (values.told ? values.told.split(', ') : []) as 'person'[],
		...{ form: values.form!, validFrom: values.validFrom!, decision: values.decision! },
	});
}
