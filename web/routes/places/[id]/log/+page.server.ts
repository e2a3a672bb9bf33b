import type { RequestEvent } from '@sveltejs/kit';
import { listLog, searchLog } from '#logbook';
import { dayOf, shiftDay } from '#shared/language';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { readPlacePage, readTrips } from '#web/server/place-page.ts';
import type { Actions, PageServerLoad } from './$types';

type State = 'inside' | 'left' | 'inferred' | 'stopped';
const states = ['inside', 'left', 'inferred', 'stopped'];

export const load: PageServerLoad = async (event) => {
	const place = event.params.id;
	const found = await readPlacePage(event, place);
	const filter = readFilter(event, dayOf(found.now));
	const { day, gate, state, trip, cursor } = filter;
	const log = await askOrShow(event, listLog, {
		...{ place, day },
		...(gate ? { gate: Number(gate) } : {}),
		...(states.includes(state) ? { state: state as State } : {}),
		...(trip ? { trip } : {}),
		...(cursor ? { cursor } : {}),
	});
	const days: string[] = [];
	for (let one = dayOf(found.now); one >= log.firstDay; one = shiftDay(one, -1)) days.push(one);
	return { ...found, log, days, filter, trips: await readTrips(event, found.place, day) };
};

/** What the address asks for; what it cannot mean is left out. */
function readFilter({ url }: Pick<RequestEvent, 'url'>, today: string) {
	const read = (name: string, pattern: RegExp) => pattern.exec(url.searchParams.get(name) ?? '')?.[0] ?? '';
	return {
		day: read('day', /^\d{4}-\d{2}-\d{2}$/) || today,
		gate: read('gate', /^[1-9]\d{0,2}$/),
		state: read('state', /^[a-z]+$/),
		trip: read('trip', /^\d{1,19}$/),
		cursor: read('after', /^\d{1,16}-\d{1,19}$/),
	};
}

export const actions: Actions = {
	/** Sent as a form: a phone number has no place in an address. */
	search: async (event) => {
		const posted = await event.request.formData();
		const [number, name, day] = ['number', 'name', 'day'].map((field) =>
			String(posted.get(field) ?? '')
				.trim()
				.slice(0, 100),
		) as [string, string, string];
		const input = number ? { number: number.slice(0, 40) } : { name: name || ' ', ...(day ? { day } : {}) };
		return askOrReturn(
			event,
			{ number, name },
			async () => ({ found: await ask(event, searchLog, { place: event.params.id, ...input }), number, name }),
			faultTexts,
		);
	},
};

const faultTexts = {
	number: { vi: 'Hãy nhập cả số điện thoại hoặc cả số giấy tờ', en: 'Enter the whole phone or document number' },
	name: { vi: 'Hãy nhập ít nhất hai chữ cái của tên', en: 'Enter at least two letters of the name' },
};
