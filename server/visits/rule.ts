import type { Db } from '#platform/db';
import type { BatchContext } from '#platform/operation';
import type { Platform } from '#platform/platform';
import { insertFirstRule, selectRule } from './queries.ts';

export interface VisitRule {
	version: number;
	closesElsewhere: boolean;
	keepDays: number;
	/** For how many days a place may read its own log. */
	logDays: number;
}

/** Each process reads the rule for itself, so a new version reaches all of them within this time. */
const keptMilliseconds = 30_000;
const kept = new WeakMap<Platform, { rule: VisitRule; readAt: number }>();

/** The rule in force, as it was at most half a minute ago. */
export async function currentRule({ db, platform, now }: BatchContext): Promise<VisitRule> {
	const last = kept.get(platform);
	const age = last ? now.getTime() - last.readAt : -1;
	if (last && age >= 0 && age < keptMilliseconds) return last.rule;
	const row = await db.find(selectRule(now));
	const rule = row
		? { version: row.version, closesElsewhere: row.closes_elsewhere, keepDays: row.keep_days, logDays: row.log_days }
		: { version: 0, closesElsewhere: true, keepDays: 31, logDays: 21 };
	kept.set(platform, { rule, readAt: now.getTime() });
	return rule;
}

/** Makes sure there is a rule. */
export const ensureRule = (db: Db, now: Date) => db.run(insertFirstRule(now));
