import { dayOf, shiftDay } from '#shared/language';

/** What a manager wrote of a departure, as `trips.add-trips` takes it; the form's own words for what is missing. */
export function readTripForm(posted: FormData, now: Date) {
	const text = (name: string, length = 200) =>
		String(posted.get(name) ?? '')
			.trim()
			.slice(0, length);
	const day = text('day', 10) || dayOf(now);
	const [departs, arrives] = [text('departs', 5), text('arrives', 5)];
	const names = text('names', 8_000)
		.split(/[\s,;]+/)
		.filter(Boolean);
	const rows = text('rows', 3);
	return {
		route: text('route'),
		departsAt: moment(day, departs),
		...(arrives
			? { arrivesAt: moment(text('arrivesOn', 10) || (arrives > departs ? day : dayAfter(day)), arrives) }
			: {}),
		...(names.length ? { seats: { names } } : {}),
		...(!names.length && rows ? { seats: { rows: Number(rows), letters: text('letters', 20) } } : {}),
		days: Number(text('days', 2) || 1),
	};
}

const moment = (day: string, time: string) => `${day}T${time}:00+07:00`;

const dayAfter = (day: string) => (/^\d{4}-\d\d-\d\d$/.test(day) ? shiftDay(day, 1) : day);

export const tripFaults = {
	route: { vi: 'Hãy ghi tuyến', en: 'Enter the route' },
	departsAt: {
		vi: 'Giờ khởi hành phải từ hôm qua đến một năm tới',
		en: 'The departure must lie between yesterday and a year ahead',
	},
	arrivesAt: {
		vi: 'Giờ đến phải sau giờ đi, trong vòng ba ngày',
		en: 'The arrival must be after the departure, within three days',
	},
	seats: {
		vi: 'Mỗi ghế một tên riêng, nhiều nhất 800 ghế',
		en: 'Each seat needs a name of its own, 800 seats at most',
	},
	days: { vi: 'Lặp lại từ 1 đến 60 ngày', en: 'Repeat on 1 to 60 days' },
};
