import { readCurrent } from '#identity';
import { queueMessages } from '#messages';
import type { Db } from '#platform/db';
import { enqueue } from '#platform/jobs';
import type { AlertRow } from './queries.ts';
import { updateStage } from './queries.ts';
import { insertTold, releaseRecipients } from './queries-recipients.ts';
import { selectTemplate } from './queries-templates.ts';

/** After three days it helps nobody any more to be told. */
const worthMilliseconds = 3 * 86_400_000;
const minuteLong = 60_000;

/** Begins the next stage of an alert; it is released by the job. */
export async function beginStage(db: Db, alert: AlertRow, now: Date): Promise<number> {
	const stage = alert.stage + 1;
	const isLast = stage >= (alert.stages ?? 1);
	const next = alert.stage_minutes === null || isLast ? null : alert.stage_minutes;
	await db.run(updateStage(alert.alert_id, stage, next === null ? null : new Date(now.getTime() + next * minuteLong)));
	await callAdvance(db, alert.alert_id);
	return stage;
}

export const callAdvance = (db: Db, alertId: string) =>
	enqueue(db, { job: 'alerts.advance', payload: { alertId }, key: alertId });

/**
 * Queues the messages of some people whose stage has come. Whom another alert told of the same event is left out. Returns
 * how many were looked at: fewer than the limit, and the stage is out.
 */
export async function releasePage(db: Db, alert: AlertRow, now: Date, limit: number): Promise<number> {
	const released = (await db.rows(releaseRecipients(alert.alert_id, alert.stage, now, limit))).map(
		(row) => row.person_id,
	);
	if (!released.length) return 0;
	const currentOf = await readCurrent(db, released);
	const people = [...new Set(released.map(currentOf))];
	const untold = await db.rows(insertTold(alert.alert_id, alert.event!, people));
	const { wakes } = await db.one(selectTemplate(alert.severity, alert.template_version));
	const text = { vi: alert.vi!, en: alert.en! };
	const expiresAt = new Date(now.getTime() + worthMilliseconds);
	const messages = untold.map(({ person_id: personId }) => ({
		...{ personId, key: `alert ${alert.alert_id}`, kind: 'alert' as const, sourceId: alert.alert_id },
		...{ areaPath: alert.area_path, text, expiresAt, mayWakeAtNight: wakes },
	}));
	await queueMessages(db, messages, now);
	return released.length;
}
