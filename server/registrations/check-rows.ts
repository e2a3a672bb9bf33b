import type { NameReading } from '#areas';
import type { Cell } from '#platform/table/read-cells';
import { isWithin } from '#platform/who';
import { readPhone } from '#shared/phone';
import { fold, normalise } from '#shared/text/vietnamese';
import { type Fault, type FaultName, isNote } from './faults.ts';
import type { ColumnName } from './sheet/columns.ts';
import type { SheetRow } from './sheet/read-sheet.ts';

/** A row as it will be registered. */
export interface RowPlace {
	reference?: string;
	name: string;
	type: string;
	area: number;
	address?: string;
	gates: string[];
	/** As `+84…`. */
	phones: string[];
	capacity?: number;
}

export interface CheckedRow {
	number: number;
	state: 'good' | 'known' | 'faulty';
	faults: Fault[];
	/** What stands in the file, to be given back; absent columns are absent. */
	cells: Partial<Record<ColumnName, string>>;
	place?: RowPlace;
}

export interface Known {
	typeOf(written: string): { type: string; isVehicle: boolean } | undefined;
	/** Of each row, in their order. */
	areas: readonly NameReading[];
	/** Paths of the areas in which places may be registered; empty: everywhere. */
	reach: readonly string[];
	/** Own codes that this manager's places have already. */
	references: ReadonlySet<string>;
}

const lettersMax = 200;
const gatesMax = 100;
const phonesMax = 10;
const capacityMax = 1_000_000;

/** Checks each row by itself, then that no two are the same place. Everything that is wrong with a row is said at once. */
export function checkRows(rows: readonly SheetRow[], known: Known): CheckedRow[] {
	const checked = rows.map((row, index) => checkRow(row, known.areas[index]!, known));
	findSame(checked, 'reference', 'reference-twice', ({ reference }) => reference);
	findSame(checked, 'row', 'place-twice', ({ name, area, address = '' }) =>
		name && area ? `${fold(name)}\n${area}\n${fold(address)}` : undefined,
	);
	for (const row of checked) row.state = stateOf(row);
	return checked;
}

/** What a cell holds, without spaces around it. */
export const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? normalise(cell) : '');

function checkRow(row: SheetRow, area: NameReading, known: Known): CheckedRow {
	const faults: Fault[] = [];
	const cells: CheckedRow['cells'] = {};
	for (const [name, cell] of Object.entries(row.cells) as [ColumnName, Cell][]) {
		if (typeof cell !== 'string') faults.push({ column: name, fault: cell.odd });
		else if (/\uFFFD/.test(cell)) faults.push({ column: name, fault: 'unreadable' });
		else if ([...normalise(cell)].length > lettersMax && name !== 'gates')
			faults.push({ column: name, fault: 'too-long' });
		cells[name] = typeof cell === 'string' ? cell : '';
	}
	if (row.hasMore) faults.push({ column: 'row', fault: 'more-cells' });
	const tell = (column: ColumnName, fault: FaultName, more: Partial<Fault> = {}) => {
		if (!faults.some((one) => one.column === column)) faults.push({ column, fault, ...more });
	};
	const text = (column: ColumnName) => textOf(row.cells[column]);

	for (const column of ['name', 'type', 'commune', 'province'] as const) if (!text(column)) tell(column, 'missing');
	const type = known.typeOf(text('type'));
	if (!type) tell('type', 'type-unknown');
	else if (!text('address') && !type.isVehicle) tell('address', 'address-missing');
	const areaId = checkArea(area, known.reach, tell);
	const gates = checkGates(text('gates'), tell);
	const phones = checkPhones(text('controllers'), tell);
	const capacity = checkCapacity(text('capacity'), tell);
	const reference = text('reference');
	if (known.references.has(reference)) tell('reference', 'known');
	const place = {
		...{ name: text('name'), type: type?.type ?? '', area: areaId ?? 0, gates, phones },
		...(reference ? { reference } : {}),
		...(text('address') ? { address: text('address') } : {}),
		...(capacity === undefined ? {} : { capacity }),
	};
	return { number: row.number, state: 'good', faults, cells, place };
}

type Tell = (column: ColumnName, fault: FaultName, more?: Partial<Fault>) => void;

function checkArea(reading: NameReading, reach: readonly string[], tell: Tell): number | undefined {
	if ('fault' in reading) {
		const column = reading.fault === 'province-unknown' ? 'province' : 'commune';
		return void tell(column, reading.fault, { areas: reading.candidates });
	}
	const { areaId, path, name } = reading.area;
	if (reach.length && !reach.some((above) => isWithin(path, above))) return void tell('commune', 'outside-reach');
	if (reading.isOldName) tell('commune', 'old-name', { areas: [name] });
	return areaId;
}

const partsOf = (text: string): string[] =>
	text
		.split(/[;\n]/)
		.map((part) => part.trim())
		.filter(Boolean);

function checkGates(text: string, tell: Tell): string[] {
	const gates = partsOf(text);
	if (gates.length > gatesMax) tell('gates', 'gates-too-many');
	if (gates.some((gate) => [...gate].length > lettersMax)) tell('gates', 'too-long');
	if (new Set(gates.map(fold)).size < gates.length) tell('gates', 'gate-twice');
	return gates;
}

/** A spreadsheet that takes a phone for a number drops its first zero. */
function checkPhones(text: string, tell: Tell): string[] {
	const parts = partsOf(text.replaceAll(',', ';'));
	if (parts.length > phonesMax) tell('controllers', 'phones-too-many');
	const phones = parts.map((part) => readPhone(/^[1-9]\d{8}$/.test(part) ? `0${part}` : part));
	if (phones.includes(undefined)) tell('controllers', 'phone-invalid');
	return [...new Set(phones.filter((phone) => phone !== undefined))];
}

function checkCapacity(text: string, tell: Tell): number | undefined {
	if (!text) return undefined;
	const capacity = Number(/^\d{1,3}(?:[.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text);
	if (Number.isInteger(capacity) && capacity >= 1 && capacity <= capacityMax) return capacity;
	return void tell('capacity', 'capacity-invalid');
}

/** The first of several that are the same is right, the others are told which it is. */
function findSame(
	rows: readonly CheckedRow[],
	column: 'reference' | 'row',
	fault: FaultName,
	keyOf: (place: RowPlace) => string | undefined,
): void {
	const first = new Map<string, number>();
	for (const { place, faults, number } of rows) {
		const key = place && keyOf(place);
		if (!key) continue;
		const row = first.get(key);
		if (row === undefined) first.set(key, number);
		else if (!faults.some((one) => one.column === column)) faults.push({ column, fault, row });
	}
}

function stateOf({ faults }: CheckedRow): CheckedRow['state'] {
	if (faults.some((fault) => !isNote(fault))) return 'faulty';
	return faults.some(({ fault }) => fault === 'known') ? 'known' : 'good';
}
