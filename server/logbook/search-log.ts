import Type from 'typebox';
import { findPersons, maskedNames } from '#identity';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { type Context, operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf, startOfDay } from '#shared/language';
import { fold } from '#shared/text/vietnamese';
import type { VisitRow } from '#visits';
import { Day, firstLogDay, managerOf, readLogDay } from './log-days.ts';
import { PlaceVisit, toPlaceVisits } from './page.ts';
import { selectLog, selectVisitsOf } from './queries.ts';

const foundMax = 100;
/** Names are compared one by one, so a very busy day is searched from its end. */
const comparedMax = 5_000;

/** Nobody learns more than they would by reading the log: what is hidden of a name cannot be searched. */
export const searchLog = operation({
	name: 'logbook.search-log',
	summary: {
		vi: 'Tìm trong nhật ký của địa điểm: theo cả số điện thoại hay số giấy tờ, hoặc theo phần tên nhìn thấy được trong một ngày',
		en: 'Searches a place’s log by a whole phone or document number, or one day of it by the visible part of a name',
	},
	who: managerOf,
	input: Type.Object(
		{
			place: Id,
			number: Type.Optional(Type.String({ minLength: 5, maxLength: 40, description: 'Phone or document number' })),
			name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
			day: Type.Optional({ ...Day, description: 'The day a name is searched on; today, where it is left out' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		visits: Type.Array(PlaceVisit, { description: 'The newest 100' }),
		isWhole: Type.Boolean({ description: 'False when there are more, or when the day has more than 5,000 visits' }),
	}),
	personal: 'reads',
	purpose: () => 'in-out-control',
	limits: [
		// Enough for whoever asks after somebody; too little to try out numbers.
		{ what: 'account', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 60, seconds: 3_600 } },
	],
	run: async (context, { place, number, name, day = dayOf(context.now) }) => {
		if ((number === undefined) === (name === undefined)) throw new Problem('invalid-input', { field: 'number' });
		const { rows, isWhole } =
			number === undefined ? await findByName(context, place, day, name!) : await findByNumber(context, place, number);
		return {
			visits: await toPlaceVisits(context, rows.slice(0, foundMax)),
			isWhole: isWhole && rows.length <= foundMax,
		};
	},
});

async function findByNumber(context: Context, place: string, number: string) {
	const store = { db: context.db, keys: context.platform.keys };
	const found = [await findPersons(store, 'phone', number), await findPersons(store, 'document', number)].flat();
	const from = startOfDay(await firstLogDay(context));
	const rows = found.length ? await context.db.rows(selectVisitsOf(place, found, from, foundMax + 1)) : [];
	return { rows, isWhole: true };
}

async function findByName(context: Context, place: string, day: string, name: string) {
	const wanted = fold(name);
	if (wanted.length < 2) throw new Problem('invalid-input', { field: 'name' });
	const filter = { placeId: place, ...(await readLogDay(context, day)), gate: null, state: null, tripId: null };
	const last = { enteredAt: filter.until, personId: '0' };
	const rows = await context.db.rows(selectLog(filter, last, comparedMax + 1));
	const names = await namesOf(context, rows);
	const isFound = (row: VisitRow) => visible(names.get(row.person_id) ?? '').includes(wanted);
	return { rows: rows.slice(0, comparedMax).filter(isFound), isWhole: rows.length <= comparedMax };
}

const namesOf = ({ db, platform: { keys } }: Context, rows: readonly VisitRow[]) =>
	maskedNames({ db, keys }, [...new Set(rows.map((row) => row.person_id))]);

/** What a place sees of `Nguyễn Văn *** (0901 234 ***)` as a name: `nguyen van`. */
const visible = (masked: string): string => fold(masked.split('***')[0]!);
