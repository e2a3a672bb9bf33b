import type { Db } from '#platform/db';
import type { Kind } from './message.ts';
import { selectSetting } from './queries-settings.ts';

/** The rules of sending in force. */
export interface Settings {
	version: number;
	/** Minutes after midnight in Viet Nam. */
	quietFrom: number;
	quietUntil: number;
	/** Whether a text goes without diacritics where that saves a segment. */
	unaccents: boolean;
	stopEnds: Kind[];
	/** The kinds that a browser is asked to show before a text message is sent. */
	pushFirst: Kind[];
	attemptsMax: number;
	breaker: { percent: number; least: number; minutes: number };
	validFrom: Date;
	decision: string;
}

export async function readSettings(db: Db, now: Date): Promise<Settings> {
	const row = await db.one(selectSetting(now));
	return {
		version: row.version,
		quietFrom: row.quiet_from,
		quietUntil: row.quiet_until,
		unaccents: row.unaccents,
		stopEnds: row.stop_ends as Kind[],
		pushFirst: row.push_first as Kind[],
		attemptsMax: row.attempts_max,
		breaker: { percent: row.breaker_percent, least: row.breaker_least, minutes: row.breaker_minutes },
		validFrom: row.valid_from,
		decision: row.decision,
	};
}
