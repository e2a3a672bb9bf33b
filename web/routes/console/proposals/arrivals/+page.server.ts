import { explainCode } from '#places';
import { Problem } from '#platform/problem';
import { proposeArrivals } from '#proposals';
import { ask, askOrReturn } from '#web/server/ask.ts';
import { readLocalTime, readTexts } from '#web/server/posted.ts';
import { listChoosableRegimes } from '#web/server/regimes.ts';
import { isolationKinds, restrictionFaults } from '#web/ui/restriction-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** First which gate or station, by the code on its sign; then who of those who came through, and where to. */
export const load: PageServerLoad = async (event) => {
	const code = event.url.searchParams.get('code')?.slice(0, 200).trim() ?? '';
	const found = code ? await ask(event, explainCode, { text: code }) : undefined;
	return { code, found, regimes: await listChoosableRegimes(event) };
};

const fields = ['place', 'from', 'until', 'kind', 'regime', 'fromOn', 'hold', 'reason', 'after'] as const;

function propose(event: RequestEvent, values: Record<(typeof fields)[number], string>) {
	const { place, kind, regime, fromOn, hold, reason, after } = values;
	const [from, until] = [readLocalTime(values.from), readLocalTime(values.until)];
	const missing = [
		...(from ? [] : ['from']),
		...(until ? [] : ['until']),
		...(Object.hasOwn(isolationKinds, kind) ? [] : ['kind']),
		...(regime ? [] : ['regime']),
	];
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	return ask(event, proposeArrivals, {
		...{ place, from: from!, until: until!, kind: kind as 'gate', regime, reason },
		...(fromOn ? { fromOn } : {}),
		...(hold ? { hold: { isDoubled: hold === 'doubled' } } : {}),
		...(after ? { after } : {}),
	});
}

export const actions: Actions = {
	default: async (event) => {
		const values = readTexts(await event.request.formData(), fields);
		const done = await askOrReturn(event, values, () => propose(event, values), {
			...restrictionFaults,
			from: { vi: 'Hãy ghi từ lúc nào', en: 'Say from when' },
			until: { vi: 'Đến lúc phải sau từ lúc, trong vòng 24 giờ', en: 'Until when, within 24 hours of the first' },
			place: {
				vi: 'Chỉ đề nghị được từ cửa khẩu, sân bay, bến xe, ga hoặc chốt kiểm soát',
				en: 'Only of a border gate, an airport, a station or a checkpoint',
			},
		});
		if (!('proposed' in done)) return done;
		return { values: { ...values, after: done.next ?? '' }, listed: done.proposed.length };
	},
};
