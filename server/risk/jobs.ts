import { findAreaByCode } from '#areas';
import type { Job } from '#platform/jobs';
import { dayOf } from '#shared/language';
import { proposeLevels } from './propose-levels.ts';
import { selectProposedPairs } from './queries.ts';

export const jobs: readonly Job[] = [
	{
		// Twenty past midnight in Viet Nam: the weeks and months have turned.
		name: 'risk.propose-daily',
		cron: '20 17 * * *',
		run: async ({ db }, now) => {
			const country = await findAreaByCode(db, 'country', 'VN', dayOf(now));
			for (const { disease, rule_set: ruleSet } of await db.rows(selectProposedPairs()))
				await proposeLevels(db, { path: country!.path, disease, ruleSet }, now);
		},
	},
];
