import Type from 'typebox';
import { officer } from '#identity';
import { operation } from '#platform/operation';
import { dayOf } from '#shared/language';
import { countDue } from './queries-people.ts';
import { rangesWithin } from './reach.ts';
import { slotAt } from './slots.ts';

/** More than anybody asks one after another: counting stops there. */
const peopleMax = 5_000;

export const countRound = operation({
	name: 'monitoring.count-round',
	summary: {
		vi: 'Bao nhiêu người trong địa bàn phụ trách phải báo sức khoẻ hôm nay, bao nhiêu người chưa báo',
		en: 'How many people within reach are to report today, and how many have yet to',
	},
	who: officer,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		people: Type.Integer(),
		waiting: Type.Integer({ description: 'Who has yet to, for the slot of now' }),
		hasMore: Type.Boolean({ description: 'There are more than counted' }),
	}),
	personal: 'none',
	run: async ({ db, caller, now }) => {
		const due = { day: dayOf(now), slots: [1, 2, 3, 4].map((reportsADay) => slotAt(now, reportsADay)) };
		let [people, waiting] = [0, 0];
		for (const range of rangesWithin(caller.actor, undefined)) {
			const counted = await db.one(countDue(range, due, peopleMax - people));
			people += counted.people;
			waiting += counted.waiting;
		}
		return { people, waiting, hasMore: people >= peopleMax };
	},
});
