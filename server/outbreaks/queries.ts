import { sql } from '#platform/sql';

export interface OutbreakRow {
	outbreak_id: string;
	name: string;
	disease: string;
	area_path: string;
	from_on: string;
	until_on: string | null;
	determined_at: Date;
	location: string;
	advice: string;
	decision: string;
	note: string | null;
	declared_by: string | null;
	declared_at: Date;
	ended_at: Date | null;
	end_decision: string | null;
}

export const insertOutbreak = (row: OutbreakRow) => sql`
	insert into outbreaks.outbreak (outbreak_id, name, disease, area_path, from_on, until_on, determined_at, location, advice,
		decision, note, declared_by, declared_at)
	values (${row.outbreak_id}, ${row.name}, ${row.disease}, ${row.area_path}, ${row.from_on}, ${row.until_on},
		${row.determined_at}, ${row.location}, ${row.advice}, ${row.decision}, ${row.note}, ${row.declared_by},
		${row.declared_at})`;

export const updateOutbreak = (row: OutbreakRow) => sql`
	update outbreaks.outbreak
	set name = ${row.name}, from_on = ${row.from_on}, location = ${row.location}, advice = ${row.advice},
		decision = ${row.decision}, note = ${row.note}
	where outbreak_id = ${row.outbreak_id} and ended_at is null`;

export const updateEnded = (
	outbreakId: string,
	end: { untilOn: string; by: string | null; decision: string; now: Date },
) => sql`
	update outbreaks.outbreak
	set until_on = ${end.untilOn}, ended_by = ${end.by}, ended_at = ${end.now}, end_decision = ${end.decision}
	where outbreak_id = ${outbreakId} and ended_at is null`;

export const selectOutbreaks = (ids: readonly string[]) => sql<OutbreakRow>`
	select outbreak_id, name, disease, area_path, from_on, until_on, determined_at, location, advice, decision, note,
		declared_by, declared_at, ended_at, end_decision
	from outbreaks.outbreak
	where outbreak_id = any (${ids}::bigint[])`;

/**
 * One page of the outbreaks in some ranges of area paths, or in the areas above them, the newest first, continuing
 * before (declared_at, outbreak_id). `isOver`: true, false, or null for both.
 */
export const selectPage = (page: {
	ranges: { from: readonly string[]; until: readonly string[] };
	above: readonly string[];
	disease: string | null;
	isOver: boolean | null;
	before: { at: Date; id: string };
	limit: number;
}) => sql<OutbreakRow>`
	select o.outbreak_id, o.name, o.disease, o.area_path, o.from_on, o.until_on, o.determined_at, o.location, o.advice,
		o.decision, o.note, o.declared_by, o.declared_at, o.ended_at, o.end_decision
	from outbreaks.outbreak o
	where (
			o.area_path = any (${page.above}::text[])
			or exists (
				select from unnest(${page.ranges.from}::text[], ${page.ranges.until}::text[]) as reach (path_from, path_until)
				where o.area_path collate "C" >= reach.path_from and o.area_path collate "C" < reach.path_until
			)
		)
		and (${page.disease}::text is null or o.disease = ${page.disease})
		and (${page.isOver}::boolean is null or (o.ended_at is not null) = ${page.isOver})
		and (o.declared_at, o.outbreak_id) < (${page.before.at}, ${page.before.id}::bigint)
	order by o.declared_at desc, o.outbreak_id desc
	limit ${page.limit}`;
