import type { Db } from '#platform/db';
import { insertFirstRule, selectRule } from './queries.ts';

export interface VisitRule {
	version: number;
	closesElsewhere: boolean;
	keepDays: number;
}

let cached: { rule: VisitRule; until: number; db: unknown } | undefined;

/** The rule in force; read again after half a minute, so that a new version takes hold without a restart. */
export async function currentRule(db: Db, now: Date): Promise<VisitRule> {
	if (cached && cached.until > now.getTime() && cached.until - 30_000 <= now.getTime()) return cached.rule;
	const row = await db.find(selectRule(now));
	const rule = row
		? { version: row.version, closesElsewhere: row.closes_elsewhere, keepDays: row.keep_days }
		: { version: 0, closesElsewhere: true, keepDays: 31 };
	cached = { rule, until: now.getTime() + 30_000, db };
	return rule;
}

/** Makes sure there is a rule. */
export const ensureRule = (db: Db, now: Date) => db.run(insertFirstRule(now));
