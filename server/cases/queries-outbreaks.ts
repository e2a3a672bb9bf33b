import { sql } from '#platform/sql';

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
