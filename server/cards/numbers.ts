import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import { chunks, sqlRows } from '#platform/sql';
import { newPersonalNumber, readPersonalNumber } from '#shared/codes/personal-number';
import { insertNumbers, numberTypes, selectNumber, selectNumbers } from './queries-numbers.ts';

export interface Store {
	db: Db;
	keys: Keys;
}

/** A drawn number may be taken, by a chance of one in ten in a country of a hundred million. */
const triesMax = 20;

/** The personal number of each, made where there is none. */
export async function numbersOf(
	{ db, keys, now }: Store & { now: Date },
	persons: readonly string[],
): Promise<Map<string, string>> {
	const numbers = new Map<string, string>();
	for (let tries = 0; tries < triesMax; tries++) {
		for (const row of await db.rows(selectNumbers(persons)))
			numbers.set(row.person_id, keys.decrypt(row.number_sealed));
		const missing = [...new Set(persons)].filter((person) => !numbers.has(person));
		if (!missing.length) return numbers;
		const rows = missing.map((person) => {
			const number = newPersonalNumber();
			return [keys.hash('personal number', number), person, keys.encrypt(number), now];
		});
		for (const part of chunks(rows)) await db.run(sqlRows(insertNumbers, numberTypes, part, 'on conflict do nothing'));
	}
	throw new Error('no free personal number was drawn');
}

/**
 * Whose number it is, however it was written. `isEnded` says that the person has another by now: it still stands in logs
 * of paper. Whoever calls it limits how often, and says in the audit log whom it was about.
 */
export async function findPersonByNumber(
	{ db, keys }: Store,
	written: string,
): Promise<{ personId: string; isEnded: boolean } | undefined> {
	const number = readPersonalNumber(written);
	const row = number && (await db.find(selectNumber(keys.hash('personal number', number))));
	return row ? { personId: row.person_id, isEnded: row.ended_at !== null } : undefined;
}
