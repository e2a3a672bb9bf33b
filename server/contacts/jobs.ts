import { getOpenCaseRow } from '#cases';
import { systemCaller } from '#platform/actor';
import { call } from '#platform/call';
import type { Job } from '#platform/jobs';
import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import { selectCasesToRecord, upsertRecording } from './queries-record.ts';
import { recordFound } from './record-found.ts';

const casesAtOnce = 200;
const staleMinutes = 30;

/**
 * A case that got its dates, its grounds or another rule has its contacts recorded within a minute, whichever way it got
 * them; one that still meets people is recorded again every half hour.
 */
const recordChanged: Job = {
	name: 'contacts.record-changed',
	cron: '* * * * *',
	async run(platform, now) {
		const staleBefore = new Date(now.getTime() - staleMinutes * 60_000);
		for (const { case_id } of await platform.db.rows(selectCasesToRecord(staleBefore, casesAtOnce)))
			await recordCase(platform, case_id, now);
	},
};

/** What keeps a case from being recorded is kept too, so that it does not stand before others in the queue. */
async function recordCase(platform: Platform, caseId: string, now: Date): Promise<void> {
	try {
		await call(platform, recordFound, systemCaller(recordChanged.name), { caseId });
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		if (problem.code !== 'case-without-grounds' && problem.code !== 'payload-too-large') return;
		const row = await getOpenCaseRow(platform.db, caseId);
		await platform.db.run(upsertRecording(row, problem.code, 0, now));
	}
}

export const jobs: readonly Job[] = [recordChanged];
