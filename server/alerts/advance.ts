import { countMessages, listReached, queueMessages, recallMessages } from '#messages';
import type { Platform } from '#platform/platform';
import { type AlertRow, lockAlert, selectAlert, updateCorrected, updateSent } from './queries.ts';
import { deleteTold } from './queries-recipients.ts';
import { beginStage, releasePage } from './stages.ts';

const pageLength = 5_000;
const worthMilliseconds = 7 * 86_400_000;

/**
 * Takes an alert a step on: releases its stage, begins the next one when its time has come, or corrects whom a recalled
 * one reached. Each page is a transaction, so a killed worker leaves nothing half done and nothing done twice.
 */
export async function advance(platform: Platform, alertId: string): Promise<void> {
	const row = await platform.db.find(selectAlert(alertId));
	if (row?.state === 'sending') await advanceSending(platform, alertId);
	if (row?.state === 'recalling') await correct(platform, row);
}

async function advanceSending({ db, clock }: Platform, alertId: string): Promise<void> {
	for (let isMore = true; isMore; )
		isMore = await db.transaction(async (own) => {
			const alert = await own.find(lockAlert(alertId));
			if (alert?.state !== 'sending' || alert.stage === 0) return false;
			const now = clock.now();
			if ((await releasePage(own, alert, now, pageLength)) === pageLength) return true;
			if (alert.stage < alert.stages!) {
				if (alert.next_stage_at && alert.next_stage_at <= now) await beginStage(own, alert, now);
				return false;
			}
			const { waiting, sending } = await countMessages(own, alertId);
			if (waiting + sending === 0) await own.run(updateSent(alertId));
			return false;
		});
}

/**
 * Corrects exactly those whom the alert reached. What a worker had in its hands at the recall is known within minutes: the
 * job comes again until nothing is.
 */
async function correct({ db, clock }: Platform, alert: AlertRow): Promise<void> {
	const { underWay } = await recallMessages(db, { sourceId: alert.alert_id }, clock.now());
	for (let after = '0', isMore = true; isMore; ) {
		const reached = await listReached(db, alert.alert_id, { after, limit: pageLength });
		await db.transaction((own) => queueMessages(own, reached.map(toCorrection(alert, clock.now())), clock.now()));
		isMore = reached.length === pageLength;
		after = reached.at(-1) ?? after;
	}
	if (underWay) return;
	await db.transaction(async (own) => {
		await own.run(deleteTold(alert.alert_id));
		await own.run(updateCorrected(alert.alert_id, clock.now()));
	});
}

/** It wakes whom it has to: nobody should lie awake over a false alert until seven. */
const toCorrection = (alert: AlertRow, now: Date) => {
	const text = { vi: alert.correction_vi!, en: alert.correction_en! };
	const expiresAt = new Date(now.getTime() + worthMilliseconds);
	return (personId: string) => ({
		...{ personId, key: `correction ${alert.alert_id}`, kind: 'correction' as const, sourceId: alert.correction_id },
		...{ areaPath: alert.area_path, text, expiresAt, mayWakeAtNight: true },
	});
};
