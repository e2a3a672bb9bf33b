import type { Profile } from '#identity';
import type { Cell } from '#platform/table/read-cells';
import { readPhone } from '#shared/phone';
import { fold, normalise } from '#shared/text/vietnamese';
import type { Fault, FaultName } from './faults.ts';
import { type Field, isDayField } from './fields.ts';
import { fitRow } from './fit-row.ts';
import type { Kind } from './kinds.ts';
import type { FileColumn, Mapping } from './mapping.ts';
import { type ChoiceField, isChoiceField, meaningKey, readMeaning } from './meanings.ts';
import { readDay } from './read-day.ts';

/** A row as it is kept. */
export interface FileRow {
	/** As the spreadsheet counts, from 1. */
	number: number;
	cells: Cell[];
	/** Something stands to the right of the last heading: its cells may have moved. */
	hasMore?: boolean;
}

/** What a row says: days as `YYYY-MM-DD`, words as ours, everything else as it is written. */
export type Values = Partial<Record<Field, string>>;

export interface Entry {
	number: number;
	/** Who it is about in the words of the source; without an id of theirs by document, phone or name. */
	externalId: string;
	values: Values;
	profile: Profile;
	/** Ids of the source that must be known, by the column they stand in. */
	refers: { at: number; id: string }[];
}

export interface Reading {
	entry: Entry;
	faults: Fault[];
	unknownWords: { field: ChoiceField; word: string }[];
}

export interface Reader {
	kind: Kind;
	columns: readonly FileColumn[];
	mapping: Mapping;
	/** A day in Viet Nam. */
	today: string;
}

const lettersMax = 200;

/** Reads one row by what its columns are. Everything that is wrong with it is said at once. */
export function readRow(row: FileRow, reader: Reader): Reading {
	const faults: Fault[] = row.hasMore ? [{ fault: 'more-cells' }] : [];
	const unknownWords: Reading['unknownWords'] = [];
	const values: Values = {};
	for (const [at, field] of reader.mapping.columns.entries()) {
		const cell = row.cells[at];
		if (!field || cell === undefined || cell === '') continue;
		const read = readCell(field, cell, at, reader);
		if (typeof read === 'string') {
			if (read) values[field] = read;
			continue;
		}
		faults.push({ at, fault: read.fault });
		if (read.fault === 'word-unknown') unknownWords.push({ field: field as ChoiceField, word: String(cell) });
	}
	const profile = profileOf(values, reader.today);
	const externalId = externalIdOf(reader.kind, values, profile);
	const entry = { number: row.number, externalId, values, profile: named(profile, externalId), refers: [] };
	return { entry: fitRow(reader, entry, faults), faults, unknownWords };
}

function readCell(field: Field, cell: Cell, at: number, reader: Reader): string | { fault: FaultName } {
	if (isDayField(field) || field === 'birth') return readDayCell(field, cell, at, reader);
	if (typeof cell !== 'string') return { fault: cell.odd };
	if (cell.includes('\uFFFD')) return { fault: 'unreadable' };
	const text = normalise(cell);
	if ([...text].length > lettersMax) return { fault: 'too-long' };
	if (!text || isNothing(text)) return '';
	if (isChoiceField(field)) {
		const means = reader.mapping.meanings[field]?.[meaningKey(text)] ?? readMeaning(field, text);
		return means ?? { fault: 'word-unknown' };
	}
	return (readers[field] ?? ((same) => same))(text);
}

/** How the R language and others write an empty cell. */
const isNothing = (text: string): boolean => /^(na|n\/a|null|nan|none)$/i.test(text);

function readDayCell(field: Field, cell: Cell, at: number, { columns, mapping, today }: Reader) {
	if (typeof cell !== 'string' && cell.odd === 'formula') return { fault: 'formula' as const };
	if (typeof cell === 'string' && (!cell.trim() || isNothing(cell.trim()))) return '';
	if (field === 'birth' && typeof cell === 'string' && /^\s*\d{4}\s*$/.test(cell)) return cell.trim();
	const told = columns[at]?.dayOrder;
	const order = told === 'day-first' || told === 'month-first' ? told : mapping.dayOrder;
	const day = readDay(cell, order, today);
	if (!day) return { fault: field === 'birth' ? ('birth-invalid' as const) : ('day-invalid' as const) };
	return day > today ? { fault: 'day-to-come' as const } : day;
}

const readers: Partial<Record<Field, (text: string) => string | { fault: FaultName }>> = {
	// A spreadsheet that takes a phone for a number drops its first zero.
	phone: (text) => readPhone(/^[1-9]\d{8}$/.test(text) ? `0${text}` : text) ?? { fault: 'phone-invalid' },
	document: (text) => {
		const number = text.replace(/[\s.-]/g, '');
		// A spreadsheet that takes a CCCD for a number drops its first zeros.
		const whole = /^[1-9]\d{9,10}$/.test(number) ? number.padStart(12, '0') : number;
		return /^[0-9A-Za-z]{6,20}$/.test(whole) ? whole : { fault: 'document-invalid' };
	},
	// A masked name of an export is no name.
	fullName: (text) => (text.includes('***') ? '' : text),
	age: (text) => {
		if (/^\d+\s*[–-]\s*\d+$|^\d+\+$/.test(text)) return '';
		const age = Number(text.replace(',', '.'));
		return age >= 0 && age <= 130 ? String(Math.floor(age)) : { fault: 'age-invalid' };
	},
};

/** Nobody alive today was born before; profiles keep no such year. */
const birthYearMin = 1880;

function profileOf(values: Values, today: string): Omit<Profile, 'fullName'> & { fullName: string } {
	const parts = [values.lastName, values.middleName, values.firstName].filter(Boolean).join(' ');
	const aged = values.age === undefined ? undefined : Number((values.onsetOn ?? values.sampledOn ?? today).slice(0, 4));
	const birthYear = values.birth ? Number(values.birth.slice(0, 4)) : aged && aged - Number(values.age);
	return {
		fullName: values.fullName ?? parts,
		...(birthYear && birthYear >= birthYearMin ? { birthYear } : {}),
		...(values.birth && values.birth.length > 4 ? { birthDate: values.birth } : {}),
		...(values.gender ? { gender: values.gender as NonNullable<Profile['gender']> } : {}),
		...(values.document ? { documentNumber: values.document } : {}),
		...(values.phone ? { phone: values.phone } : {}),
		...(values.address ? { address: values.address } : {}),
	};
}

/** A person without a name is known by the source's id, which is then shown in place of one. */
const named = (profile: Profile, externalId: string): Profile =>
	profile.fullName ? profile : { ...profile, fullName: externalId, reference: externalId };

const idField: Record<Kind, Field> = {
	...{ cases: 'caseId', contacts: 'contactId', links: 'infecteeId', tests: 'caseId', 'follow-ups': 'contactId' },
};

/** The same row read again is the same person: by the source's id, else by what tells people apart. */
function externalIdOf(kind: Kind, values: Values, profile: Profile): string {
	const id = values[idField[kind]];
	if (id) return id;
	if (profile.documentNumber) return `\ndocument ${profile.documentNumber}`;
	const name = fold(profile.fullName);
	if (!name) return '';
	if (profile.phone) return `\nphone ${profile.phone} ${name.split(' ').at(-1)}`;
	return `\nname ${name}\n${profile.birthDate ?? profile.birthYear ?? ''}\n${fold(profile.address ?? '')}`;
}
