import { parse } from 'csv-parse/sync';
import { Problem } from '#platform/problem';
import type { Extent, Link, ListedUnit, Named, Refusal, Source } from './source.ts';

type Row = Record<string, string>;
interface Found {
	unit?: ListedUnit;
	link?: Link;
	refusal?: Refusal;
}

/** The tables that are known, by columns that only they have, with how a row of each is read. */
const tables: { columns: string[]; read: (row: Row, line: number) => Found }[] = [
	{ columns: ['province_code', 'commune_code', 'commune_full'], read: readNew },
	{ columns: ['Mã TP', 'Mã QH', 'Mã PX', 'Phường Xã'], read: readOld },
	{ columns: ['new_commune_code', 'old_commune_code', 'note'], read: readConversion },
	{ columns: ['Tên Xã mới', 'Mã Xã mới', 'Mã Xã cũ', 'Tỉnh cũ'], read: readOfficeConversion },
];

const rowsMax = 100_000;

/**
 * Reads a CSV table of the statistics office: the communes now, the communes before 1 July 2025, or which became which
 * (as the office publishes it, or with one code a column). Throws `invalid-input` for a file that is none of these.
 */
export function readTable(text: string): Source {
	const lines = parse(text.normalize('NFC'), {
		bom: true,
		info: true,
		relax_column_count: true,
		trim: true,
		to: rowsMax,
	}) as unknown as { record: string[]; info: { lines: number } }[];
	const at = lines.slice(0, 5).findIndex(({ record }) => tableWith(record));
	if (at < 0) throw new Problem('invalid-input', { field: 'header' });
	const header = lines[at]!.record;
	const source: Source = { isOfficial: true, units: [], links: [], refused: [] };
	for (const { record, info } of lines.slice(at + 1)) {
		const row = Object.fromEntries(header.map((column, index) => [column, record[index] ?? '']));
		const { unit, link, refusal } = tableWith(header)!.read(row, info.lines);
		if (unit) source.units.push(unit);
		if (link) source.links.push(link);
		if (refusal) source.refused.push(refusal);
	}
	return source;
}

const tableWith = (header: string[]) =>
	tables.find(({ columns }) => columns.every((column) => header.includes(column)));

function readNew(row: Row, line: number): Found {
	if (!row.commune_code || !row.commune_full) return missing(line, 'commune_code');
	const province = { code: row.province_code!, name: row.province!, nameEn: row.province_en || undefined };
	const commune = { code: row.commune_code, name: row.commune_full, nameEn: row.commune_en || undefined };
	return { unit: { division: 'new', province, commune, line } };
}

function readOld(row: Row, line: number): Found {
	if (!row['Mã TP'] || !row['Mã QH']) return missing(line, 'Mã QH');
	const unit: ListedUnit = {
		division: 'old',
		province: { code: row['Mã TP'], name: row['Tỉnh Thành Phố']! },
		district: { code: row['Mã QH'], name: row['Quận Huyện']! },
		line,
	};
	// Five island districts had no communes.
	if (row['Mã PX']) unit.commune = { code: row['Mã PX'], name: row['Phường Xã']! };
	return { unit };
}

function readConversion(row: Row, line: number): Found {
	return toLink(line, row.note!, {
		newProvince: { code: row.new_province_code!, name: row.new_province! },
		newCommune: { code: row.new_commune_code!, name: row.new_commune! },
		oldProvince: { code: row.old_province_code!, name: row.old_province! },
		oldDistrict: { code: row.old_district_code!, name: row.old_district! },
		oldCommune: { code: row.old_commune_code!, name: row.old_commune! },
	});
}

function readOfficeConversion(row: Row, line: number): Found {
	if (!row['Mã Xã mới']) return {};
	return toLink(line, row['Ghi chú']!, {
		newProvince: splitCode(row['Tỉnh, thành phố']!),
		newCommune: { code: row['Mã Xã mới'], name: row['Tên Xã mới']! },
		oldProvince: splitCode(row['Tỉnh cũ']!),
		oldDistrict: splitCode(row['Quận/huyện']!),
		oldCommune: { code: row['Mã Xã cũ']!, name: row['Tên Xã cũ']! },
	});
}

/** "Quận Ba Đình (001)" */
function splitCode(text: string): { code: string; name: string } {
	const match = /^(.*?)\s*\((\d+)\)$/.exec(text);
	return match ? { name: match[1]!, code: match[2]! } : { name: text, code: '' };
}

type Names = Record<
	'newProvince' | 'newCommune' | 'oldProvince' | 'oldDistrict' | 'oldCommune',
	Named & { code: string }
>;

function toLink(line: number, note: string, names: Names): Found {
	for (const [column, { name, code }] of Object.entries(names))
		if (column !== 'oldCommune' && (!name || !code)) return missing(line, column);
	const { newProvince, newCommune, oldProvince, oldDistrict, oldCommune } = names;
	// Land that belonged to a district and to none of its communes is no unit.
	if (oldCommune.name && !oldCommune.code) return missing(line, 'oldCommune');
	const old: ListedUnit = { division: 'old', province: oldProvince, district: oldDistrict, line };
	if (oldCommune.code) old.commune = oldCommune;
	return {
		link: {
			old,
			new: { division: 'new', province: newProvince, commune: newCommune, line },
			extent: readExtent(note),
		},
	};
}

/** The office's note in words: "Nhập toàn bộ", "Giữ nguyên", "Nhập một phần diện tích, toàn bộ dân số" … */
export function readExtent(note: string): Extent {
	const text = note.toLowerCase();
	if (/một phần|phần còn lại/.test(text)) return 'part';
	if (/toàn bộ|giữ nguyên|đổi tên|đổi loại hình/.test(text)) return 'whole';
	return 'unknown';
}

function missing(line: number, column: string): Found {
	return {
		refusal: { line, column, vi: 'Thiếu mã hoặc tên đơn vị', en: 'The code or name of the unit is missing' },
	};
}
