import { queueMessages } from '#messages';
import { hourOf, slotAt } from '#monitoring';
import type { Db } from '#platform/db';
import type { Platform } from '#platform/platform';
import { dayOf, startOfDay } from '#shared/language';
import { type Choice, claimDue, selectRule, tryPart } from './queries.ts';
import { reminderWords } from './words.ts';

export const parts = 256;
const idMax = (1n << 63n) - 1n;
/** Of one part, and so of one transaction; a larger part takes several. */
const householdsMax = 5_000;
const hour = 3_600_000;
const roundsMax = 5;

/** Whether anybody may be reminded at this hour: never at night, whatever they chose. */
export async function isReminding(db: Db, now: Date): Promise<boolean> {
	const { night_from } = await db.one(selectRule(now));
	return hourOf(now) >= 6 && hourOf(now) < night_from;
}

/**
 * Queues the reminders that are due, part by part; any number of workers at once, each beginning elsewhere. Claiming and
 * queueing is one transaction, so a worker that is killed leaves nothing half done, and nobody is reminded twice.
 * Returns how many households it reminded.
 */
export async function remind(platform: Platform, begin = 0): Promise<number> {
	const now = platform.clock.now();
	if (!(await isReminding(platform.db, now))) return 0;
	const choice = await chooseAt(platform.db, now);
	let reminded = 0;
	let left = Array.from({ length: parts }, (_, index) => (begin + index) % parts);
	// A part another worker has in its hands is looked at again: that one may have been killed.
	for (let round = 0; round < roundsMax && left.length; round++) {
		const taken: number[] = [];
		for (const part of left) {
			const done = await remindPart(platform, choice, part);
			if (done === undefined) taken.push(part);
			else reminded += done;
		}
		left = taken;
	}
	return reminded;
}

async function remindPart(platform: Platform, choice: Omit<Choice, 'from' | 'until'>, part: number) {
	let reminded = 0;
	for (;;) {
		const done = await platform.db.transaction(async (db) => {
			const { is_free } = await db.one(tryPart(part));
			return is_free ? claimAndQueue(db, { ...choice, ...rangeOf(part) }) : undefined;
		});
		if (done === undefined) return undefined;
		reminded += done;
		if (done < householdsMax) return reminded;
	}
}

async function claimAndQueue(db: Db, choice: Choice): Promise<number> {
	const due = await db.rows(claimDue(choice));
	const { today, now } = choice;
	await queueMessages(
		db,
		due.map(({ person_id, area_path, half, people }) => ({
			personId: person_id,
			key: `daily report ${today} ${half}`,
			kind: 'reminder' as const,
			sourceId: sourceOf(today, half),
			areaPath: area_path,
			text: people > 1 ? reminderWords.several : reminderWords.one,
			expiresAt: new Date(startOfDay(today).getTime() + (half === 1 ? 20 : 21) * hour),
		})),
		now,
	);
	return due.length;
}

/** By which what is answered is known to be about a day: `202611241` for its first half. */
export const sourceOf = (day: string, half: number): string => `${day.replaceAll('-', '')}${half}`;

function rangeOf(part: number): { from: string; until: string } {
	const size = idMax / BigInt(parts);
	const from = BigInt(part) * size;
	return { from: from.toString(), until: (part === parts - 1 ? idMax : from + size - 1n).toString() };
}

async function chooseAt(db: Db, now: Date): Promise<Omit<Choice, 'from' | 'until'>> {
	const rule = await db.one(selectRule(now));
	return {
		today: dayOf(now),
		hour: hourOf(now),
		slots: [1, 2, 3, 4].map((reportsADay) => ({ reportsADay, slot: slotAt(now, reportsADay) })),
		morningFrom: rule.morning_from,
		afternoonFrom: rule.afternoon_from,
		windowHours: rule.window_hours,
		limit: householdsMax,
		now,
	};
}
