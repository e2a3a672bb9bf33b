import type { Database } from '#platform/db';
import { shiftDay } from './days.ts';
import { markRewritten } from './queries-days.ts';

/**
 * Who stayed long, for the search: it need not look through a whole day for them. Kept for closed days only: while people
 * still leave, an index of when they left costs each leaving more than it spares.
 */
const longStays = "where left_at - entered_at > interval '3 hours'";

/**
 * Rewrites a closed day in the order of its places and puts it in the old one's stead. Rows of one place then lie
 * together: finding a case's contacts reads a tenth of the pages. Late entries for the day wait meanwhile; they lock the
 * day for reading-and-copying only, and are told to come back when it takes longer than the lock timeout.
 */
export async function rewriteDay(db: Database, day: string, now: Date): Promise<void> {
	const part = `visits.visit_${day.replaceAll('-', '')}`;
	const name = part.slice('visits.'.length);
	const bounds = { from: `${day} 00:00+07`, until: `${shiftDay(day, 1)} 00:00+07` };
	const client = await db.connect();
	try {
		await client.query('set statement_timeout = 0');
		await client.query("set lock_timeout = '30s'");
		await client.query("set maintenance_work_mem = '256MB'; set work_mem = '256MB'");
		await client.query(`drop table if exists ${part}_new`);
		await client.query('begin');
		await client.query(`lock table ${part} in share mode`);
		await client.query(`create table ${part}_new (like visits.visit including defaults including constraints)`);
		await client.query(`insert into ${part}_new table ${part} order by place_id, entered_at, person_id`);
		await client.query(`alter table ${part}_new add primary key (place_id, entered_at, person_id)`);
		await client.query(`create index on ${part}_new (person_id, entered_at)`);
		await client.query(`create index ${name}_new_long_stay on ${part}_new (place_id, entered_at) ${longStays}`);
		// With this check the day is attached without being read once more.
		await client.query(`alter table ${part}_new add constraint ${name}_day
			check (entered_at >= '${bounds.from}' and entered_at < '${bounds.until}')`);
		await client.query(`alter table visits.visit detach partition ${part}`);
		await client.query(`drop table ${part}`);
		await client.query(`alter table ${part}_new rename to ${name}`);
		await client.query(`alter index ${part}_new_pkey rename to ${name}_pkey`);
		await client.query(`alter index ${part}_new_person_id_entered_at_idx rename to ${name}_person_id_entered_at_idx`);
		await client.query(`alter index visits.${name}_new_long_stay rename to ${name}_long_stay`);
		await client.query(
			`alter table visits.visit attach partition ${part} for values from ('${bounds.from}') to ('${bounds.until}')`,
		);
		await client.query(`alter table ${part} drop constraint ${name}_day`);
		await client.query('commit');
		await client.query(`vacuum (freeze, analyze) ${part}`);
		await db.run(markRewritten(day, now));
	} finally {
		client.release(true);
	}
}

/** Drops a day whole. */
export async function dropDay(db: Database, day: string): Promise<void> {
	const client = await db.connect();
	try {
		await client.query("set lock_timeout = '30s'");
		await client.query(`drop table if exists visits.visit_${day.replaceAll('-', '')}`);
	} finally {
		client.release(true);
	}
}
