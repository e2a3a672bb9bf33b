import { sql } from '#platform/sql';
import type { Step } from './steps.ts';

/** The next step; whoever adds one holds the cordon still. */
export const insertStep = (step: {
	cordonId: string;
	at: Date;
	kind: Step['kind'];
	by: string | null;
	authority: string;
	words: string;
	changes: Step['changes'];
}) => sql`
	insert into zones.cordon_step (cordon_id, number, at, kind, by_id, authority, words, changes)
	select ${step.cordonId}::bigint, coalesce(max(number), 0) + 1, ${step.at}::timestamptz, ${step.kind}::text,
		${step.by}::bigint, ${step.authority}::text, ${step.words}::text, ${JSON.stringify(step.changes)}::jsonb
	from zones.cordon_step
	where cordon_id = ${step.cordonId}`;

interface StepRow {
	kind: Step['kind'];
	at: Date;
	authority: string;
	words: string;
	changes: Step['changes'];
}

export const selectSteps = (cordonId: string) => sql<StepRow>`
	select kind, at, authority, words, changes
	from zones.cordon_step
	where cordon_id = ${cordonId}
	order by number
	limit 500`;
