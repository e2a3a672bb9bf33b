import type { ListedUnit, Named, Refusal, Source } from './source.ts';

/**
 * A district lies in one province. Where a few rows of a table name another one beside its code, the province that most
 * of its rows name is taken, and those rows are reported.
 */
export function mendDistricts(source: Source): { source: Source; mended: Refusal[] } {
	const votes = new Map<string, Map<string, { province: Named; rows: number }>>();
	const listed = [...source.units, ...source.links.map((link) => link.old)].filter((unit) => unit.district?.code);
	for (const { district, province } of listed) {
		const ofDistrict = votes.get(district!.code!) ?? new Map();
		votes.set(district!.code!, ofDistrict);
		const key = province.code ?? province.name;
		ofDistrict.set(key, { province, rows: (ofDistrict.get(key)?.rows ?? 0) + 1 });
	}
	const mended: Refusal[] = [];
	const mend = (unit: ListedUnit): ListedUnit => {
		const ofDistrict = unit.district?.code ? votes.get(unit.district.code) : undefined;
		if (!ofDistrict || ofDistrict.size < 2) return unit;
		const { province } = [...ofDistrict.values()].reduce((most, one) => (one.rows > most.rows ? one : most));
		if (province.code === unit.province.code) return unit;
		mended.push({
			line: unit.line,
			column: 'province',
			vi: `${unit.district!.name} thuộc ${province.name} theo các dòng khác, không phải ${unit.province.name}`,
			en: `${unit.district!.name} lies in ${province.name} by the other rows, not in ${unit.province.name}`,
		});
		return { ...unit, province };
	};
	const links = source.links.map((link) => ({ ...link, old: mend(link.old) }));
	return { source: { ...source, units: source.units.map(mend), links }, mended };
}
