import { actorId, type Caller } from '#platform/actor';
import type { Db } from '#platform/db';
import { newId } from '#platform/ids';
import type { Severity } from './alert.ts';
import { requireCases } from './grounds.ts';
import { insertAlert, insertAlertCases } from './queries.ts';
import { selectTemplates } from './queries-templates.ts';

/** What an officer says of an alert before its words. */
interface Draft {
	severity: Severity;
	levelMax?: number;
	purpose: string;
}

/** Writes a draft for some cases or for those of an outbreak. Says its id and the people whose cases it is about. */
export async function beginDraft(
	{ db, caller, now }: { db: Db; caller: Caller; now: Date },
	{ severity, levelMax = 1, purpose }: Draft,
	of: { areaPath: string } & ({ cases: readonly string[] } | { outbreakId: string }),
): Promise<{ alertId: string; persons: string[] }> {
	const templates = await db.rows(selectTemplates());
	const row = {
		...{ alert_id: newId(), correction_id: newId(), area_path: of.areaPath, severity, level_max: levelMax },
		outbreak_id: 'outbreakId' in of ? of.outbreakId : null,
		template_version: templates.find((one) => one.severity === severity)!.version,
		...{ purpose, drafted_by: actorId(caller.actor) ?? null, drafted_at: now },
	};
	await db.run(insertAlert(row));
	if ('cases' in of) await db.run(insertAlertCases(row.alert_id, of.cases));
	return { alertId: row.alert_id, persons: await requireCases(db, { ...row, state: 'draft' }) };
}
