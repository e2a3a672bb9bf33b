import { Problem } from '#platform/problem';
import { type Cell, readCells } from '#platform/table/read-cells';
import type { Text } from '#shared/language';
import { fold } from '#shared/text/vietnamese';
import type { Sex } from './fields.ts';

export interface Bed {
	building: string;
	floor: string;
	room: string;
	bed: string;
	sex: Sex;
}

export interface BedFault {
	/** As the spreadsheet numbers it. */
	row: number;
	text: Text;
}

export const rowsMax = 5_000;
const nameMax = 40;
const faultsMax = 100;

const columns = {
	building: { names: ['toa nha', 'toa', 'nha', 'building'], label: { vi: 'Toà nhà', en: 'Building' } },
	floor: { names: ['tang', 'floor'], label: { vi: 'Tầng', en: 'Floor' } },
	room: { names: ['phong', 'room'], label: { vi: 'Phòng', en: 'Room' } },
	bed: { names: ['giuong', 'bed'], label: { vi: 'Giường', en: 'Bed' } },
	sex: { names: ['danh cho', 'gioi tinh', 'nam nu', 'for', 'sex'], label: { vi: 'Dành cho', en: 'For' } },
} as const;
type Column = keyof typeof columns;

const sexes: Record<string, Sex> = {
	...{ nam: 'male', male: 'male', nu: 'female', female: 'female' },
	...{ chung: 'any', any: 'any', 'ca hai': 'any', '': 'any' },
};

/**
 * The beds of a site from an XLSX or CSV file, one a row under headers (Toà nhà, Tầng, Phòng, Giường, Dành cho), or what
 * is wrong with which row. Throws `sheet-unreadable`, `sheet-not-utf8`, `sheet-old-excel` or `sheet-too-long`.
 */
export async function readBeds(content: Buffer): Promise<{ beds: Bed[]; faults: BedFault[] }> {
	const cells = await readCells(content);
	if ('fault' in cells) throw new Problem(cells.fault);
	if (cells.length > rowsMax + 1) throw new Problem('sheet-too-long', { values: { max: rowsMax } });
	const [header = [], ...rows] = cells;
	const places = readHeader(header.map(toText));
	if ('fault' in places) return { beds: [], faults: [places.fault] };
	const beds: Bed[] = [];
	const faults: BedFault[] = [];
	const seen = new Map<string, number>();
	for (const [index, cellsOfRow] of rows.entries()) {
		if (cellsOfRow.every((cell) => toText(cell) === '')) continue;
		const row = index + 2;
		const bed = readRow((column) => toText(cellsOfRow[places.at[column] ?? -1] ?? ''));
		const key = 'vi' in bed ? '' : [bed.building, bed.floor, bed.room, bed.bed].join('/');
		if ('vi' in bed) faults.push({ row, text: bed });
		else if (seen.has(key)) faults.push({ row, text: twice(seen.get(key)!) });
		else {
			seen.set(key, row);
			beds.push(bed);
		}
		if (faults.length === faultsMax) break;
	}
	return { beds, faults };
}

const toText = (cell: Cell): string => (typeof cell === 'string' ? cell.trim() : 'day' in cell ? cell.day : '=');

const headerKey = (written: string) =>
	fold(written)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();

function readHeader(header: readonly string[]): { at: Partial<Record<Column, number>> } | { fault: BedFault } {
	const at: Partial<Record<Column, number>> = {};
	for (const [index, written] of header.entries())
		for (const [name, { names }] of Object.entries(columns))
			if ((names as readonly string[]).includes(headerKey(written))) at[name as Column] ??= index;
	const missing = (['building', 'floor', 'room', 'bed'] as const).find((name) => at[name] === undefined);
	if (!missing) return { at };
	const { vi, en } = columns[missing].label;
	return { fault: { row: 1, text: { vi: `Không có cột “${vi}”`, en: `There is no column “${en}”` } } };
}

function readRow(read: (column: Column) => string): Bed | Text {
	const names = { building: read('building'), floor: read('floor'), room: read('room'), bed: read('bed') };
	for (const [name, value] of Object.entries(names)) {
		const { vi, en } = columns[name as Column].label;
		if (!value) return { vi: `${vi}: để trống`, en: `${en}: empty` };
		if (value.length > nameMax || value.startsWith('='))
			return { vi: `${vi}: không đọc được`, en: `${en}: unreadable` };
	}
	const sex = sexes[headerKey(read('sex'))];
	if (!sex) return { vi: 'Dành cho: chỉ ghi nam, nữ hoặc chung', en: 'For: male, female or any only' };
	return { ...names, sex };
}

const twice = (row: number): Text => ({
	vi: `Giường này đã có ở dòng ${row}`,
	en: `This bed stands in row ${row} already`,
});
