import Type from 'typebox';
import { findArea } from '#areas';
import { officer } from '#identity';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf, shiftDay, startOfDay } from '#shared/language';
import { departedDays } from './list-people.ts';
import { countOpenAlarms } from './queries-alarms.ts';
import { countDepartures, countOn, countTally } from './queries-people.ts';
import { rangesWithin } from './reach.ts';
import { AreaId } from './shapes.ts';
import { isTurned } from './turn-day.ts';

const states = [
	...['coming', 'asymptomatic', 'symptomatic', 'not-reported', 'needs-review', 'due-to-end', 'ended', 'moved'],
] as const;

const People = Type.Integer({ description: 'Exact' });

export const countPeople = operation({
	name: 'monitoring.count-people',
	summary: {
		vi: 'Bao nhiêu người đang ở mỗi tình trạng, và bao nhiêu câu trả lời đỏ chờ xử lý, trong địa bàn',
		en: 'How many people are in each state, and how many red answers wait, in an area and all below it',
	},
	who: officer,
	input: Type.Object({ areaId: Type.Optional(AreaId) }, { additionalProperties: false }),
	output: Type.Object({
		people: Type.Object(Object.fromEntries(states.map((state) => [state, People]))),
		alarms: Type.Integer({ description: '1000 stands for a thousand and more' }),
	}),
	personal: 'none',
	run: async ({ db, caller, now }, { areaId }) => {
		const area = areaId === undefined ? undefined : await findArea(db, areaId);
		if (areaId !== undefined && !area) throw new Problem('not-found', { field: 'areaId' });
		const today = dayOf(now);
		const turned = await isTurned(db, today);
		const people: Record<string, number> = Object.fromEntries(states.map((state) => [state, 0]));
		let alarms = 0;
		for (const range of rangesWithin(caller.actor, area?.path)) {
			const [counted, moved, open] = await Promise.all([
				db.rows(turned ? countTally(range) : countOn(range, today)),
				db.one(countDepartures(range, startOfDay(shiftDay(today, -departedDays)))),
				db.one(countOpenAlarms(range, 1_000)),
			]);
			for (const one of counted) people[one.state]! += one.people;
			people.moved! += moved.people;
			alarms += open.open;
		}
		return { people, alarms };
	},
});
