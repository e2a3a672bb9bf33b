import type { Db } from '#platform/db';
import type { Text } from '#shared/language';
import { nameOf } from './area.ts';
import { type NameRow, selectNames, selectSuccessions } from './queries-names.ts';
import { toNameKey } from './unit-name.ts';
import { nameKey, writeOut } from './written-name.ts';

/** A commune with its province, as people write them in a table. */
export interface WrittenNames {
	/** Perhaps with the district it lay in behind a comma, which tells old communes of one name apart. */
	commune: string;
	province: string;
}

export type NameFault = 'province-unknown' | 'commune-unknown' | 'commune-ambiguous' | 'commune-split';

/** The commune in force that is meant, or why it cannot be told; then `candidates` names those it may be. */
export type NameReading =
	| { area: { areaId: number; path: string; name: Text }; isOldName: boolean }
	| { fault: NameFault; candidates: Text[] };

/**
 * Which communes in force on a day are meant by written names, in their order: with or without diacritics, with or
 * without "Phường". A name that ended is read as its successor; one with several successors is a fault that lists them.
 */
export async function readAreaNames(db: Db, names: readonly WrittenNames[], onDay: string): Promise<NameReading[]> {
	const current = indexOf(await db.rows(selectNames(onDay, true)));
	const known = new Map<string, NameReading>();
	const keyOf = ({ commune, province }: WrittenNames) => `${commune}\n${province}`;
	const unread: WrittenNames[] = [];
	for (const written of new Map(names.map((one) => [keyOf(one), one])).values()) {
		const reading = readCurrent(current, written);
		if (reading) known.set(keyOf(written), reading);
		else unread.push(written);
	}
	if (unread.length) {
		const old = indexOf(await db.rows(selectNames(onDay, false)));
		const successors = Map.groupBy(await db.rows(selectSuccessions()), ({ old_id }) => old_id);
		const find = (row: NameRow) =>
			(successors.get(row.area_id) ?? []).flatMap(({ new_id }) => current.byId.get(new_id) ?? []);
		for (const written of unread) known.set(keyOf(written), readOld({ current, old, find }, written));
	}
	return names.map((one) => known.get(keyOf(one))!);
}

interface Index {
	byId: Map<number, NameRow>;
	communes: Map<string, NameRow[]>;
	provinces: Map<string, NameRow[]>;
}

function indexOf(rows: readonly NameRow[]): Index {
	const index: Index = {
		byId: new Map(rows.map((row) => [row.area_id, row])),
		communes: new Map(),
		provinces: new Map(),
	};
	for (const row of rows) {
		const names = row.level === 'province' ? index.provinces : index.communes;
		for (const key of new Set([row.folded, row.folded_bare].map(nameKey)))
			names.set(key, [...(names.get(key) ?? []), row]);
	}
	return index;
}

/** Undefined where the names in force do not tell. */
function readCurrent({ communes, provinces }: Index, { commune, province }: WrittenNames): NameReading | undefined {
	const within = provinces.get(nameKey(province)) ?? [];
	const found = withSameMarks(
		(communes.get(nameKey(firstPart(commune))) ?? []).filter((row) => within.some(({ path }) => isIn(row, path))),
		firstPart(commune),
	);
	return found.length ? readingOf(found, 'commune-ambiguous', false) : undefined;
}

interface Old {
	current: Index;
	old: Index;
	/** The units in force that an old one became. */
	find(row: NameRow): NameRow[];
}

function readOld({ current, old, find }: Old, { commune, province }: WrittenNames): NameReading {
	const name = nameKey(firstPart(commune));
	const district = commune.includes(',') ? nameKey(commune.slice(commune.indexOf(',') + 1)) : undefined;
	const provinces = current.provinces.get(nameKey(province)) ?? [];
	const oldProvinces = old.provinces.get(nameKey(province)) ?? [];
	const named = (old.communes.get(name) ?? []).filter(
		(row) =>
			oldProvinces.some(({ path }) => isIn(row, path)) ||
			find(row).some((next) => provinces.some(({ path }) => isIn(next, path))),
	);
	const inDistrict = named.filter(
		(row) => district !== undefined && nameKey(row.above[0]?.[0] ?? '').includes(district),
	);
	const before = withSameMarks(inDistrict.length ? inDistrict : named, firstPart(commune));
	const next = new Map(before.flatMap(find).map((row) => [row.area_id, row]));
	if (next.size) return readingOf([...next.values()], 'commune-split', true);
	// The name of today with the province of before: "Phường Thủ Dầu Một, Bình Dương".
	const oldPaths = oldProvinces.map(({ path }) => path);
	const here = withSameMarks(
		(current.communes.get(name) ?? []).filter((row) => row.before.some((path) => oldPaths.includes(path))),
		firstPart(commune),
	);
	if (here.length) return readingOf(here, 'commune-ambiguous', true);
	const isKnown = provinces.length + oldProvinces.length > 0;
	return { fault: isKnown ? 'commune-unknown' : 'province-unknown', candidates: [] };
}

const candidatesMax = 8;
const byName = new Intl.Collator('vi').compare;

function readingOf(rows: readonly NameRow[], fault: NameFault, isOldName: boolean): NameReading {
	const [only] = rows;
	if (rows.length === 1 && only)
		return { area: { areaId: only.area_id, path: only.path, name: fullName(only) }, isOldName };
	const candidates = rows.map(fullName).sort((one, other) => byName(one.vi, other.vi));
	return { fault, candidates: candidates.slice(0, candidatesMax) };
}

/** Xã Tân Thành is not Xã Tân Thạnh, for whoever writes the marks; who leaves them out may mean either. */
function withSameMarks(rows: readonly NameRow[], written: string): readonly NameRow[] {
	if (rows.length < 2) return rows;
	const key = toNameKey('commune', writeOut(written));
	const same = rows.filter(({ name, bare }) => [toNameKey('commune', name), toNameKey('commune', bare)].includes(key));
	return same.length ? same : rows;
}

const firstPart = (commune: string): string => commune.split(',')[0]!;
const isIn = (row: NameRow, path: string): boolean => row.path.startsWith(`${path}.`);
const fullName = ({ name, name_en, above }: NameRow): Text =>
	nameOf([{ vi: name, en: name_en }, ...above.map(([vi, en]) => ({ vi, en }))]);
