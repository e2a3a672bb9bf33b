import { readCurrent } from '#identity';
import type { Db } from '#platform/db';
import { dayOf } from '#shared/language';
import { isDueOn } from './assess-state.ts';
import { type DutyRow, readHouseholds, readOpenDuties, selectSlots } from './queries-reports.ts';
import { slotAt } from './slots.ts';

/** Somebody who is to report today. */
export interface Due {
	person: string;
	household: string;
	/** The form's name. */
	form: string;
	reportsADay: number;
	/** The slot of this moment. */
	slot: number;
	/** What was reported for it, when it was. */
	level: 'green' | 'amber' | 'red' | undefined;
	/** The last day of the longest watch; open while one has none. */
	untilOn: string | undefined;
}

/** Who of some people, or of some households, is to report today, and whether they did. In the order of their ids. */
export async function listDue(
	db: Db,
	of: { persons: readonly string[] } | { households: readonly string[] },
	now: Date,
): Promise<Due[]> {
	const rows = await db.rows('persons' in of ? readOpenDuties(of.persons) : readHouseholds(of.households));
	const today = dayOf(now);
	const byPerson = new Map<string, DutyRow[]>();
	for (const row of rows) {
		if (!isDueOn({ fromOn: row.from_on, untilOn: row.until_on, isEnded: false }, today)) continue;
		byPerson.set(row.person_id, [...(byPerson.get(row.person_id) ?? []), row]);
	}
	const said = byPerson.size ? await db.rows(selectSlots([...byPerson.keys()], [today])) : [];
	const due = [...byPerson].map(([person, duties]) => {
		const reportsADay = Math.max(...duties.map(({ reports_a_day }) => reports_a_day));
		const slot = slotAt(now, reportsADay);
		const first = duties.find(({ kind }) => kind === 'isolation') ?? duties[0]!;
		const untils = duties.map(({ until_on }) => until_on);
		return {
			...{ person, household: first.household_id ?? person, form: first.form, reportsADay, slot },
			level: said.findLast((one) => one.person_id === person && one.slot === slot)?.level,
			untilOn: untils.includes(null) ? undefined : (untils as string[]).sort().at(-1),
		};
	});
	const currentOf = await readCurrent(db, [...byPerson.keys()]);
	// A report counts under all ids of a person, so one of them is asked.
	const first = new Map<string, string>();
	for (const { person } of due) if (!first.has(currentOf(person))) first.set(currentOf(person), person);
	return due.filter(({ person }) => first.get(currentOf(person)) === person);
}
