import { sql } from '#platform/sql';

export interface DecisionRow {
	case_id: string;
	decision_id: string;
	decided_by: string;
	decided_on: string;
	is_disease: boolean;
	decision: string;
	recorded_by: string | null;
	recorded_at: Date;
}

export const insertDecision = (row: DecisionRow) => sql`
	insert into cases.clinical_decision
		(case_id, decision_id, decided_by, decided_on, is_disease, decision, recorded_by, recorded_at)
	values (${row.case_id}, ${row.decision_id}, ${row.decided_by}, ${row.decided_on}, ${row.is_disease},
		${row.decision}, ${row.recorded_by}, ${row.recorded_at})`;

export const selectDecisions = (caseId: string, limit: number) => sql<DecisionRow>`
	select case_id, decision_id, decided_by, decided_on, is_disease, decision, recorded_by, recorded_at
	from cases.clinical_decision
	where case_id = ${caseId}
	order by decided_on desc, recorded_at desc, decision_id
	limit ${limit}`;

/** The one that counts of each of some cases. */
export const selectNewestDecisions = (cases: readonly string[]) => sql<
	Pick<DecisionRow, 'case_id' | 'is_disease' | 'decided_on'>
>`
	select distinct on (case_id) case_id, is_disease, decided_on
	from cases.clinical_decision
	where case_id = any (${cases}::bigint[])
	order by case_id, decided_on desc, recorded_at desc, decision_id
	limit 1000`;

/** The one that counts: of the latest day, and of one day the one recorded last. */
export const selectNewestDecision = (caseId: string) => selectDecisions(caseId, 1);
