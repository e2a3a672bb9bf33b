import { officerOf, officerRanges, readIds } from '#identity';
import type { Actor } from '#platform/actor';
import { rolesOf } from '#platform/actor';
import type { Db } from '#platform/db';
import { type Asking, isWithin, reaches, type Who } from '#platform/who';
import { selectAlarm } from './queries-alarms.ts';
import { selectAreasOf, selectPersonAreas } from './queries-people.ts';

/** A person for themself and those they declare for, all of them. */
export const everybodyOwn: Who<{ reports: readonly { person: string }[] }> = {
	words: 'the person',
	allows: ({ actor, input }) =>
		actor.kind === 'account' && input.reports.every(({ person }) => actor.persons.includes(person)),
};

interface Said {
	reports: readonly { person: string; at?: string }[];
}

/** A health officer whose area watches every one of them, or did at the moment of which a report is told late. */
export const officerOfAll: Who<Said> = {
	words: 'health-officer',
	allows: async ({ actor, db, input }: Asking<Said>) => {
		const held = rolesOf(actor).filter(({ name }) => name === 'health-officer');
		if (!held.length) return false;
		const persons = [...new Set(input.reports.map(({ person }) => person))];
		const watched = await db.rows(selectPersonAreas(persons));
		return input.reports.every(({ person, at }) =>
			watched.some(
				({ person_id, area_path, ended_at }) =>
					person_id === person &&
					(ended_at === null || (at !== undefined && new Date(at) < ended_at)) &&
					held.some(reaches({ area: area_path })),
			),
		);
	},
};

/** A health officer one of whose areas watches the person, or did. */
export const officerOfPerson: Who<{ person: string }> = {
	words: 'health-officer',
	allows: async ({ actor, db, input }) => {
		const held = rolesOf(actor).filter(({ name }) => name === 'health-officer');
		if (!held.length) return false;
		const areas = await db.rows(selectAreasOf(await readIds(db, input.person)));
		return areas.some(({ area_path }) => held.some(reaches({ area: area_path })));
	},
};

export const officerOfAlarm = officerOf(
	async ({ alarmId }: { alarmId: string }, db: Db) => (await db.find(selectAlarm(alarmId)))?.area_path,
);

export interface Range {
	from: string;
	until: string;
}

/** Where an officer may look, narrowed to an area when one is named; each range by itself, in the order of the paths. */
export function rangesWithin(actor: Actor, areaPath: string | undefined): Range[] {
	const { from, until } = officerRanges(actor);
	const own = from.map((path, index) => ({ from: path, until: until[index]! }));
	if (areaPath === undefined) return own.sort((one, other) => (one.from < other.from ? -1 : 1));
	const narrow = { from: areaPath, until: `${areaPath}/` };
	return own.flatMap((range) => {
		if (range.from === '' || isWithin(areaPath, range.from)) return [narrow];
		return isWithin(range.from, areaPath) ? [range] : [];
	});
}
