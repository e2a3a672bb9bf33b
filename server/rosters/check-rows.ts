import type { Profile } from '#identity';
import type { Cell } from '#platform/table/read-cells';
import type { NewResident } from '#residents';
import { readPhone } from '#shared/phone';
import { fold, normalise } from '#shared/text/vietnamese';
import type { Fault, FaultName } from './faults.ts';
import { type ColumnName, columnNames } from './sheet/columns.ts';
import type { SheetRow } from './sheet/read-sheet.ts';

export interface CheckedRow {
	number: number;
	faults: Fault[];
	/** What stands in the file, to be given back; empty ones of tổ and address as they were read. */
	cells: Partial<Record<ColumnName, string>>;
	resident?: NewResident;
}

const lettersMax = 200;

/**
 * Checks each row, then that nobody stands there twice. An empty tổ or address is the one above, as in lists with merged
 * cells. Everything that is wrong with a row is said at once.
 */
export function checkRows(rows: readonly SheetRow[], year: number): { rows: CheckedRow[]; filledDown: number } {
	const above: Partial<Record<ColumnName, string>> = {};
	let filledDown = 0;
	const checked = rows.map((row) => {
		const cells = readCells(row);
		for (const column of ['group', 'dwelling'] as const) {
			// Another tổ begins with an address of its own.
			if (column === 'group' && cells.group && fold(cells.group) !== fold(above.group ?? '')) delete above.dwelling;
			if (cells[column]) above[column] = cells[column];
			else if (above[column] !== undefined && row.cells[column] === '') {
				cells[column] = above[column];
				filledDown++;
			}
		}
		return checkRow(row, cells, year);
	});
	findTwice(checked);
	return { rows: checked.map(withoutFaulty), filledDown };
}

const withoutFaulty = ({ resident, ...row }: CheckedRow): CheckedRow =>
	row.faults.length || !resident ? row : { ...row, resident };

const readCells = ({ cells }: SheetRow): CheckedRow['cells'] =>
	Object.fromEntries(columnNames.map((name) => [name, textOf(name, cells[name])]));

/** A day is what a birth column may hold; anywhere else a spreadsheet made it of something else. */
function textOf(name: ColumnName, cell: Cell | undefined): string {
	if (cell === undefined || typeof cell === 'string') return normalise(cell ?? '');
	return name === 'birth' && cell.odd === 'date' ? cell.day : '';
}

function checkRow(row: SheetRow, cells: CheckedRow['cells'], year: number): CheckedRow {
	const faults: Fault[] = [];
	const tell = (column: ColumnName, fault: FaultName) => {
		if (!faults.some((one) => one.column === column)) faults.push({ column, fault });
	};
	for (const [name, cell] of Object.entries(row.cells) as [ColumnName, Cell][]) {
		if (typeof cell !== 'string') {
			if (name !== 'birth' || cell.odd !== 'date') tell(name, cell.odd);
		} else if (/\uFFFD/.test(cell)) tell(name, 'unreadable');
		else if ([...normalise(cell)].length > lettersMax) tell(name, 'too-long');
	}
	for (const column of ['name', 'group', 'dwelling'] as const) if (!cells[column]) tell(column, 'missing');
	if (cells.name && !/\p{L}.*\p{L}/u.test(cells.name)) tell('name', 'name-invalid');
	const profile = readProfile(cells, year, tell);
	const resident = { group: cells.group!, dwelling: cells.dwelling!, profile };
	return { number: row.number, faults, cells, resident };
}

const genders: Record<string, Profile['gender']> = {
	...{ nam: 'male', male: 'male', m: 'male', nu: 'female', female: 'female', f: 'female' },
	...{ khac: 'other', other: 'other', x: 'other' },
};

function readProfile(
	{ name = '', birth, gender, document, phone, dwelling }: CheckedRow['cells'],
	year: number,
	tell: (column: ColumnName, fault: FaultName) => void,
): Profile {
	const profile: Profile = { fullName: name, ...(dwelling ? { address: dwelling } : {}) };
	if (birth) {
		const born = birthYear(birth);
		if (born === undefined || born < year - 130 || born > year) tell('birth', 'birth-invalid');
		else profile.birthYear = born;
	}
	if (gender) {
		const known = genders[fold(gender)];
		if (known) profile.gender = known;
		else tell('gender', 'gender-invalid');
	}
	if (phone) {
		// A spreadsheet that takes a phone for a number drops its first zero.
		const known = readPhone(/^[1-9]\d{8}$/.test(phone) ? `0${phone}` : phone);
		if (known) profile.phone = known;
		else tell('phone', 'phone-invalid');
	}
	if (document) {
		const number = document.replace(/[\s.-]/g, '');
		// A spreadsheet that takes a CCCD for a number drops its first zero.
		const whole = /^[1-9]\d{10}$/.test(number) ? `0${number}` : number;
		if (/^[0-9A-Za-z]{6,20}$/.test(whole)) profile.documentNumber = whole;
		else tell('document', 'document-invalid');
	}
	return profile;
}

/** `1987`, `03/05/1987`, `1987-05-03`. */
function birthYear(text: string): number | undefined {
	const found = /^(?:\d{1,2}[/.-]\d{1,2}[/.-])?(\d{4})$/.exec(text) ?? /^(\d{4})-\d{2}-\d{2}$/.exec(text);
	return found ? Number(found[1]) : undefined;
}

/** The first of several that are the same is right, the others are told which it is. */
function findTwice(rows: readonly CheckedRow[]): void {
	const first = new Map<string, number>();
	const look = (key: string, row: CheckedRow, column: Fault['column'], fault: FaultName) => {
		const earlier = first.get(key);
		if (earlier === undefined) first.set(key, row.number);
		else if (!row.faults.some((one) => one.column === column)) row.faults.push({ column, fault, row: earlier });
	};
	for (const row of rows) {
		if (!row.resident) continue;
		const { group, dwelling, profile } = row.resident;
		if (profile.documentNumber) look(`document ${profile.documentNumber}`, row, 'document', 'document-twice');
		if (profile.fullName && group && dwelling) {
			const who = [profile.fullName, profile.birthYear ?? '', group, dwelling].map((one) => fold(String(one)));
			look(`person ${who.join('\n')}`, row, 'row', 'person-twice');
		}
	}
}
