import { sql } from '#platform/sql';
import type { SymptomRule } from './symptom-rule.ts';

/** Every version, the newest of each disease and area first. */
export const selectSymptomRules = (limit: number) => sql<{
	disease: string;
	area_path: string;
	version: number;
	body: Omit<SymptomRule, 'disease' | 'areaPath' | 'version'>;
}>`
	select disease, area_path, version, body
	from diseases.symptom_rule
	order by disease, area_path, version desc
	limit ${limit}`;

/** Nothing happens when the version is there: a version is never changed. */
export const insertSymptomRule = ({ disease, areaPath, version, ...body }: SymptomRule) => sql`
	insert into diseases.symptom_rule (disease, area_path, version, body, valid_from, decision)
	values (${disease}, ${areaPath}, ${version}, ${JSON.stringify(body)}::jsonb, ${body.validFrom}, ${body.decision})
	on conflict (disease, area_path, version) do nothing`;

/** Adds the next version of a disease's rule for an area, or its first. Two at once: one breaks the primary key. */
export const insertNextSymptomRule = ({ disease, areaPath, ...body }: Omit<SymptomRule, 'version'>) => sql<{
	version: number;
}>`
	insert into diseases.symptom_rule (disease, area_path, version, body, valid_from, decision)
	select ${disease}, ${areaPath}, coalesce(max(version), 0) + 1, ${JSON.stringify(body)}::jsonb,
		${body.validFrom}::date, ${body.decision}
	from diseases.symptom_rule
	where disease = ${disease} and area_path = ${areaPath}
	returning version`;
