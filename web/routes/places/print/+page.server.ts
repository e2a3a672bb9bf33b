import { redirect } from '@sveltejs/kit';
import { listMyPlaces } from '#places';
import { rolesOf } from '#platform/actor';
import { type FormatName, formatNames, formats, listPrints, orderPrint } from '#posters';
import { ask, askOrReturn, askOrShow, type FieldTexts } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const { language, caller } = event.locals;
	const registration = searchParams.get('registration') ?? '';
	const { prints } = await askOrShow(event, listPrints, {});
	// Whoever comes from one place sees that one; of very many the first are listed, and all can be printed.
	const chosen = searchParams.getAll('place').filter((place) => /^\d{1,19}$/.test(place));
	const asked = chosen.length ? { places: chosen } : {};
	const mine =
		caller.actor.kind === 'account'
			? await askOrShow(event, listMyPlaces, asked)
			: { places: [], total: 0, next: undefined };
	const open = mine.places.filter(({ place }) => !place.isClosed);
	return {
		...{ prints, registration, chosen, managed: managedPlaces(event).length },
		isSome: chosen.length > 0 && mine.total > chosen.length,
		hasMore: mine.next !== undefined,
		places: registration ? [] : open.map(({ place }) => ({ placeId: place.placeId, name: place.name })),
		formats: formatNames.map((value) => ({ value, label: formats[value].title[language] })),
		titles: Object.fromEntries(formatNames.map((name) => [name, formats[name].title[language]])),
	};
};

const managedPlaces = ({ locals }: Pick<Parameters<typeof ask>[0], 'locals'>): string[] =>
	rolesOf(locals.caller.actor).flatMap(({ name, place }) => (name === 'manager' && place ? [place] : []));

const texts = {
	places: { vi: 'Hãy chọn ít nhất một địa điểm đang mở', en: 'Choose at least one open place' },
	format: { vi: 'Mã từng ghế chỉ in được trên nhãn dán', en: 'Codes for seats are printed on stickers only' },
	seats: {
		vi: 'Chưa hiểu danh sách ghế: ví dụ 1-45 hoặc 1A-12D, nhiều nhất 1.000 ghế',
		en: 'The list of seats is not clear: for example 1-45 or 1A-12D, 1,000 seats at most',
	},
	copies: { vi: 'Mỗi mã in từ 1 đến 24 bản', en: 'From 1 to 24 of each' },
} satisfies FieldTexts;

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const text = (name: string) =>
			String(posted.get(name) ?? '')
				.trim()
				.slice(0, 6_000);
		const values = { format: text('format'), copies: text('copies'), seats: text('seats'), which: text('which') };
		const chosen = values.which === 'all' ? managedPlaces(event) : posted.getAll('place').map(String);
		const registration = text('registration');
		const input = {
			...(registration ? { registration } : { places: [...new Set(chosen)] }),
			...{ format: values.format as FormatName, copies: Number(values.copies || 1) },
			...(values.seats ? { seats: values.seats } : {}),
		};
		const done = await askOrReturn(event, { ...values, chosen }, () => ask(event, orderPrint, input), texts);
		if (!('print' in done)) return done;
		redirect(303, `/places/print/${done.print}`);
	},
};
