import { type RequestEvent, redirect } from '@sveltejs/kit';
import {
	addController,
	addGate,
	changePlace,
	closeGate,
	closePlace,
	getPlaceForManager,
	listControllers,
	removeController,
	retireCode,
} from '#places';
import { running } from '#platform/running';
import { placeUrl } from '#shared/codes/place-code';
import { qrSvg } from '#shared/codes/qr-code';
import { ask, askOrReturn, askOrShow } from '#web/server/ask.ts';
import { isManagerOf } from '#web/server/place-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const place = event.params.id;
	const { controllers } = await askOrShow(event, listControllers, { place });
	const found = await askOrShow(event, getPlaceForManager, { place });
	const { origin } = running.platform!.config;
	const done = event.url.searchParams.get('done') ?? '';
	const gates = found.gates
		.filter((gate) => !gate.isClosed)
		.map((gate) => ({
			...gate,
			qr: gate.code ? qrSvg(placeUrl(origin, gate.code), { ecc: 'quartile', label: gate.codeInLetters }) : '',
		}));
	return {
		...found,
		isManager: isManagerOf(event, place),
		gates,
		controllers,
		isNew: event.url.searchParams.has('new'),
		done: Object.hasOwn(doneWords, done) ? doneWords[done as Done] : undefined,
	};
};

const doneWords = {
	gate: { vi: 'Đã thêm cổng. In áp phích của cổng này dưới đây.', en: 'The gate was added. Print its poster below.' },
	retire: {
		vi: 'Mã cũ hết dùng. In áp phích mới dưới đây và treo thay áp phích cũ.',
		en: 'The old code no longer works. Print the new poster below and hang it instead.',
	},
	closeGate: { vi: 'Đã đóng cổng.', en: 'The gate is closed.' },
	controller: {
		vi: 'Đã thêm người kiểm soát. Người đó đăng nhập bằng số điện thoại này.',
		en: 'The controller was added. They sign in with this phone number.',
	},
	remove: { vi: 'Người đó không còn kiểm soát ở đây.', en: 'They no longer attend here.' },
	close: { vi: 'Đã đóng địa điểm.', en: 'The place is closed.' },
	settings: { vi: 'Đã lưu.', en: 'Saved.' },
};
type Done = keyof typeof doneWords;

/** One form, one change, and back to the page, which says what was done. */
function change(
	what: Done,
	work: (event: RequestEvent<{ id: string }>, posted: FormData, place: string) => Promise<unknown>,
) {
	return async (event: RequestEvent<{ id: string }>) => {
		const posted = await event.request.formData();
		const values = Object.fromEntries([...posted.entries()].map(([name, value]) => [name, String(value)]));
		const run = async () => ({ done: await work(event, posted, event.params.id) });
		const done = await askOrReturn(event, values, run, faultTexts);
		if (!('done' in done)) return done;
		redirect(303, `${event.url.pathname}?done=${what}`);
	};
}

export const actions: Actions = {
	gate: change('gate', (event, posted, place) =>
		ask(event, addGate, { place, name: String(posted.get('name') ?? '').slice(0, 1_000) }),
	),
	retire: change('retire', (event, posted, place) =>
		ask(event, retireCode, { place, gate: Number(posted.get('gate')) }),
	),
	closeGate: change('closeGate', (event, posted, place) =>
		ask(event, closeGate, { place, gate: Number(posted.get('gate')) }),
	),
	controller: change('controller', (event, posted, place) =>
		ask(event, addController, { place, phone: String(posted.get('phone') ?? '').slice(0, 30) }),
	),
	remove: change('remove', (event, posted, place) =>
		ask(event, removeController, { place, account: String(posted.get('account')) }),
	),
	close: change('close', (event, _posted, place) => ask(event, closePlace, { place })),
	settings: change('settings', async (event, posted, place) => {
		const { place: known } = await ask(event, getPlaceForManager, { place });
		const number = (name: string) => Number(String(posted.get(name) ?? '').trim() || Number.NaN);
		const [stay, capacity] = [number('usualStayMinutes'), number('capacity')];
		const closesAt = String(posted.get('closesAt') ?? '').slice(0, 5);
		return ask(event, changePlace, {
			...{ place, type: known.type, area: known.areaId ?? 0 },
			name: String(posted.get('placeName') ?? '').slice(0, 1_000),
			address: String(posted.get('address') ?? '').slice(0, 1_000),
			...(Number.isNaN(stay) ? {} : { usualStayMinutes: stay }),
			...(Number.isNaN(capacity) ? {} : { capacity }),
			...(closesAt ? { closesAt } : {}),
		});
	}),
};

const faultTexts = {
	usualStayMinutes: { vi: 'Thời gian ở lại từ 5 đến 1440 phút', en: 'The usual stay is 5 to 1440 minutes' },
	capacity: { vi: 'Sức chứa là một số từ 1 đến 1.000.000', en: 'The capacity is a number from 1 to 1,000,000' },
	closesAt: { vi: 'Giờ đóng cửa viết như 21:30', en: 'The closing time is written like 21:30' },
	name: { vi: 'Hãy ghi tên', en: 'Enter the name' },
	address: { vi: 'Hãy ghi địa chỉ', en: 'Enter the address' },
};
