import { readFileSync } from 'node:fs';
import type { Database, Db } from '#platform/db';
import { fold } from '#shared/text/vietnamese';
import { Gazetteer, pathOf, type Unit, validityOf } from './gazetteer.ts';
import { mendDistricts } from './mend-districts.ts';
import { planLinks } from './plan-links.ts';
import {
	deleteEmptyOwnDistricts,
	deleteLinksOf,
	insertAliases,
	insertLinks,
	insertUnits,
	lockImport,
	selectAliases,
	selectLinks,
	selectStoredUnits,
	type UnitRow,
	updateUnits,
} from './queries-import.ts';
import { readTable } from './read-table.ts';
import { toSortKey } from './sort-key.ts';
import type { Refusal, Source } from './source.ts';
import { type Level, readUnitName } from './unit-name.ts';

export interface ImportReport {
	added: Record<Level, number>;
	changed: number;
	aliasesAdded: number;
	linksAdded: number;
	linksRemoved: number;
	/** Rows not taken, or taken with a correction, by line and column. */
	refused: Refusal[];
}

/** Imports a file of the statistics office (see `readTable`), for `npx vaora areas import FILE`. */
export async function importAreaFile(db: Database, path: string): Promise<ImportReport> {
	return importAreas(db, readTable(readFileSync(path, 'utf8')));
}

/** Adds a source's units and links to what is stored, in one transaction. The same source again adds nothing. */
export async function importAreas(db: Database, given: Source): Promise<ImportReport> {
	const { source, mended } = mendDistricts(given);
	return db.transaction(async (tx) => {
		await tx.run(lockImport());
		const gazetteer = new Gazetteer(await readStoredUnits(tx), await tx.rows(selectAliases()));
		for (const listed of source.units) gazetteer.place(listed, source);
		const links = planLinks(gazetteer, source, await tx.rows(selectLinks()));
		const { added, changed, newAliases } = gazetteer;
		if (added.length) await tx.run(insertUnits(added.map(toRow)));
		if (changed.length) await tx.run(updateUnits(changed.map(toRow)));
		if (newAliases.length) await tx.run(insertAliases(newAliases));
		if (links.replaced.length) await tx.run(deleteLinksOf(links.replaced));
		if (links.rows.length) await tx.run(insertLinks(links.rows));
		if (source.isOfficial) await tx.run(deleteEmptyOwnDistricts());
		return {
			added: countLevels(added),
			changed: changed.length,
			aliasesAdded: newAliases.length,
			linksAdded: links.added,
			linksRemoved: links.removed,
			refused: [...source.refused, ...mended, ...gazetteer.refused].sort((one, other) => one.line - other.line),
		};
	});
}

async function readStoredUnits(tx: Db): Promise<Unit[]> {
	const rows = await tx.rows(selectStoredUnits());
	const units = new Map<number, Unit>();
	// Ordered by id, so a parent may come after its child once units have moved: link them in a second round.
	for (const row of rows)
		units.set(row.area_id, {
			areaId: row.area_id,
			code: row.code,
			level: row.level,
			division: row.level === 'country' ? undefined : row.valid_until === null ? 'new' : 'old',
			parent: undefined,
			name: row.name,
			nameEn: row.name_en,
			storedPath: row.path,
			change: 'none',
		});
	for (const row of rows) if (row.parent_id !== null) units.get(row.area_id)!.parent = units.get(row.parent_id);
	return [...units.values()];
}

function toRow(unit: Unit): UnitRow {
	const { bare, kind } = readUnitName(unit.level, unit.name);
	const { from, until } = validityOf(unit);
	return {
		area_id: unit.areaId,
		code: unit.code,
		level: unit.level,
		parent_id: unit.parent?.areaId ?? null,
		path: pathOf(unit),
		name: unit.name,
		name_en: unit.nameEn,
		kind: kind ?? null,
		folded: fold(unit.name),
		folded_bare: fold(bare),
		sort_key: toSortKey(bare),
		valid_from: from,
		valid_until: until,
	};
}

function countLevels(units: readonly Unit[]): Record<Level, number> {
	const counts = { country: 0, province: 0, district: 0, commune: 0 };
	for (const { level } of units) counts[level]++;
	return counts;
}
