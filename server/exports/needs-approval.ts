import type { Format, Names, Subject } from './order-fields.ts';

/**
 * Whether a second officer decides before a file is written. Numbers by area name nobody. A masked line list of cases is
 * what its officers see each day; who met a case, and whole names, are another matter above `peopleMax` rows.
 */
export function needsApproval(
	{ subject, format, names }: { subject: Subject; format: Format; names: Names },
	rows: number,
	peopleMax: number,
): boolean {
	if (format === 'geojson') return false;
	if (subject === 'cases' && names === 'masked') return false;
	return rows > peopleMax;
}
