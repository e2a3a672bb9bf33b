import type { Division, ListedUnit, Named, Refusal, Source } from './source.ts';
import { chainOf, divisions } from './source.ts';
import { type Level, readUnitName, toEnglish, toNameKey, toOwnCode } from './unit-name.ts';

/** A unit while a source is being read into what is stored. */
export interface Unit {
	areaId: number;
	code: string;
	level: Level;
	division: Division | undefined;
	parent: Unit | undefined;
	name: string;
	nameEn: string;
	/** As stored; a unit that moved, or lies in one that did, has another by now. */
	storedPath?: string;
	/** Not stored yet, or stored with other words. */
	change: 'none' | 'new' | 'changed';
	/** The key of the name by which the source being read called it first. */
	namedAs?: string;
}

export interface Alias {
	level: Level;
	code: string;
	areaId: number;
}

/**
 * The stored units, to which the units of a source are added one by one. The same unit is recognised by its code and
 * name, then by its name within its parent, then by its code alone; a code that means another unit becomes an alias or
 * is refused, never a second unit of the same name.
 */
export class Gazetteer {
	readonly units: Unit[] = [];
	readonly newAliases: Alias[] = [];
	readonly refused: Refusal[] = [];
	readonly country: Unit;
	readonly #byCode = new Map<string, Unit>();
	readonly #byName = new Map<string, Unit>();
	#lastId = 0;

	constructor(stored: readonly Unit[], aliases: readonly Alias[]) {
		for (const unit of stored) this.#keep(unit);
		const byId = new Map(stored.map((unit) => [unit.areaId, unit]));
		for (const { level, code, areaId } of aliases) {
			const unit = byId.get(areaId)!;
			this.#byCode.set(codeKey(unit.division, level, code), unit);
		}
		this.country =
			stored.find((unit) => unit.level === 'country') ?? this.#create('country', undefined, undefined, vietNam);
	}

	/** Stored units whose row is no longer right. */
	get changed(): Unit[] {
		return this.units.filter(
			(unit) => unit.change !== 'new' && (unit.change === 'changed' || unit.storedPath !== pathOf(unit)),
		);
	}

	get added(): Unit[] {
		return this.units.filter((unit) => unit.change === 'new');
	}

	/** Finds or adds the unit a row is about, with those it lies in. Undefined when the row contradicts its source. */
	place(listed: ListedUnit, { isOfficial }: Pick<Source, 'isOfficial'>): Unit | undefined {
		const { level, named } = chainOf(listed).at(-1)!;
		const known = this.#byCode.get(codeKey(listed.division, level, named.code ?? ''));
		// What a source other than the office says of a known unit changes nothing, not even where it lies.
		if (known && !isOfficial) return known;
		let unit: Unit | undefined = this.country;
		for (const { level, named } of chainOf(listed)) {
			unit = this.#placeOne(level, listed, named, unit, isOfficial);
			if (!unit) return undefined;
		}
		return unit;
	}

	#placeOne(level: Level, listed: ListedUnit, named: Named, parent: Unit, isOfficial: boolean): Unit | undefined {
		const { division } = listed;
		const key = toNameKey(level, named.name);
		const coded = named.code ? this.#byCode.get(codeKey(division, level, named.code)) : undefined;
		const hasSameName = coded !== undefined && toNameKey(level, coded.name) === key;
		const found = hasSameName ? coded : (this.#byName.get(nameKey(division, parent, key)) ?? coded);
		if (!found) return this.#create(level, division, parent, named);
		if (found === coded && !hasSameName && found.namedAs && found.namedAs !== key)
			return this.#refuse(listed, named, found);
		if (isOfficial) this.#correct(found, parent, named, found === coded && !hasSameName);
		if (named.code && !coded) this.#recode(found, named.code, isOfficial);
		found.namedAs ??= key;
		return found;
	}

	/** The office's spelling, English name and parent win, once a table: its first row about the unit. */
	#correct(unit: Unit, parent: Unit, named: Named, isRenamed: boolean): void {
		if (unit.namedAs) return;
		const given = readUnitName(unit.level, named.name);
		// A name that lost its kind is a slip of the table ("Xa Ea Kly").
		const isNew = isRenamed && given.kind !== undefined;
		const name = isNew ? given.name : unit.name;
		const nameEn = named.nameEn ?? (isNew ? toEnglish(unit.level, name) : unit.nameEn);
		if (name === unit.name && nameEn === unit.nameEn && parent === unit.parent) return;
		Object.assign(unit, { name, nameEn, parent });
		this.#byName.set(nameKey(unit.division, parent, toNameKey(unit.level, name)), unit);
		markChanged(unit);
	}

	/** The office's code takes the place of one of our own making; any other code is a further one for the same unit. */
	#recode(unit: Unit, code: string, isOfficial: boolean): void {
		this.#byCode.set(codeKey(unit.division, unit.level, code), unit);
		const isOwn = /[a-z]/.test(unit.code);
		this.newAliases.push({ level: unit.level, code: isOfficial && isOwn ? unit.code : code, areaId: unit.areaId });
		if (!isOfficial || !isOwn) return;
		unit.code = code;
		markChanged(unit);
	}

	#create(level: Level, division: Division | undefined, parent: Unit | undefined, named: Named): Unit {
		const { name } = readUnitName(level, named.name);
		const own = level === 'district' ? `${toOwnCode(parent!.name)}.${toOwnCode(name)}` : toOwnCode(name);
		const unit: Unit = {
			areaId: this.#lastId + 1,
			code: named.code || own,
			level,
			division,
			parent,
			name,
			nameEn: named.nameEn ?? toEnglish(level, name),
			change: 'new',
			namedAs: toNameKey(level, name),
		};
		this.#keep(unit);
		return unit;
	}

	#keep(unit: Unit): void {
		this.units.push(unit);
		this.#lastId = Math.max(this.#lastId, unit.areaId);
		this.#byCode.set(codeKey(unit.division, unit.level, unit.code), unit);
		if (unit.parent) this.#byName.set(nameKey(unit.division, unit.parent, toNameKey(unit.level, unit.name)), unit);
	}

	#refuse({ line }: ListedUnit, named: Named, other: Unit): undefined {
		this.refused.push({
			line,
			column: 'code',
			vi: `Mã ${named.code} đã được dùng cho ${other.name} trong cùng bảng, không thể là ${named.name}`,
			en: `Code ${named.code} stands for ${other.name} in the same table, so it cannot be ${named.name}`,
		});
		return undefined;
	}
}

const vietNam: Named = { code: 'VN', name: 'Việt Nam', nameEn: 'Viet Nam' };

const codeKey = (division: Division | undefined, level: Level, code: string) => `${division} ${level} ${code}`;

const nameKey = (division: Division | undefined, parent: Unit, key: string) => `${division} ${parent.areaId} ${key}`;

function markChanged(unit: Unit): void {
	if (unit.change === 'none') unit.change = 'changed';
}

export function pathOf(unit: Unit): string {
	return unit.parent ? `${pathOf(unit.parent)}.${unit.areaId}` : String(unit.areaId);
}

export const validityOf = (unit: Unit) =>
	unit.division ? divisions[unit.division] : { from: '1945-09-02', until: null };
