import { sql } from '#platform/sql';
import type { CaseRow } from './queries.ts';

/** How many cases of each classification some outbreaks have, wherever they are led. */
export const countByOutbreak = (ids: readonly string[]) => sql<{
	outbreak_id: string;
	classification: string;
	cases: number;
	open: number;
	died: number;
}>`
	select outbreak_id, classification, count(*)::integer as cases,
		(count(*) filter (where closed_at is null))::integer as open,
		(count(*) filter (where outcome = 'died'))::integer as died
	from cases.case
	where outbreak_id = any (${ids}::bigint[])
	group by outbreak_id, classification
	order by outbreak_id, classification
	limit 1000`;

/** Open cases of an outbreak that lie in an area or below it. */
export const selectOpenOf = ({ outbreakId, areaPath }: { outbreakId: string; areaPath: string }, limit: number) => sql<
	Pick<CaseRow, 'case_id' | 'person_id' | 'disease' | 'classification' | 'onset_on' | 'sampled_on' | 'opened_at'>
>`
	select case_id, person_id, disease, classification, onset_on, sampled_on, opened_at
	from cases.case
	where outbreak_id = ${outbreakId} and closed_at is null
		and (area_path = ${areaPath} or area_path like ${`${areaPath}.%`})
	order by case_id
	limit ${limit}`;
