import { readDay, readName } from '#shared/codes/card-fields';
import type { Text } from '#shared/language';
import { dayOf } from '#shared/language';
import { readPhone } from '#shared/phone';
import { fold, normalise } from '#shared/text/vietnamese';

/** Somebody on a place's list. */
export interface Member {
	/** The row in the spreadsheet, as it counts them: the header is row 1. */
	row: number;
	fullName: string;
	birthYear: number;
	/** `YYYY-MM-DD`, where the list says so much. */
	birthDate?: string;
	gender?: 'male' | 'female' | 'other';
	documentNumber?: string;
	phone?: string;
	group: string;
	/** The place's own number for them. */
	reference?: string;
}

export interface RowFault {
	row: number;
	column: Text;
	text: Text;
}

interface ReadMembers {
	members: Member[];
	faults: RowFault[];
}

type Column = 'name' | 'birth' | 'gender' | 'document' | 'phone' | 'group' | 'reference';

/** What a column may be called, folded, in Vietnamese and English; the first is how we call it. */
const columns: Record<Column, { title: Text; names: RegExp }> = {
	name: { title: { vi: 'Họ tên', en: 'Full name' }, names: /^(ho (va )?ten|(full )?name)\b/ },
	birth: {
		title: { vi: 'Ngày sinh', en: 'Born' },
		names: /^((ngay|nam)( thang nam)? sinh|ngay,? thang,? nam sinh|birth|born|date of birth|year of birth)/,
	},
	gender: { title: { vi: 'Giới tính', en: 'Gender' }, names: /^(gioi( tinh)?|phai|gender|sex)$/ },
	document: {
		title: { vi: 'Số giấy tờ', en: 'Document number' },
		names: /^(so )?(giay to|cccd|cmnd|can cuoc|dinh danh|ma dinh danh|document|id card)/,
	},
	phone: { title: { vi: 'Điện thoại', en: 'Phone' }, names: /^(so )?(dien thoai|dt|sdt|phone)/ },
	group: {
		title: { vi: 'Lớp hoặc tổ', en: 'Class or group' },
		names: /^(lop|to|ca|phong|bo phan|don vi|nhom|class|group|department)\b/,
	},
	reference: {
		title: { vi: 'Mã riêng', en: 'Own number' },
		names:
			/^(ma( so)?( rieng| hoc sinh| nhan vien| hs| nv| sv| sinh vien)?|mshs|msnv|mssv|own number|reference|student id|employee id)$/,
	},
};

/** The columns a sheet must have. */
const needed: readonly Column[] = ['name', 'birth'];

/** Reads a place's list of people: whoever is written well, and what is wrong with the others by row and column. */
export function readMembers(table: readonly (readonly string[])[], now: Date): ReadMembers {
	const [header = [], ...rows] = table;
	const at = findColumns(header);
	const missing = needed.filter((column) => at[column] === undefined);
	if (missing.length)
		return { members: [], faults: missing.map((column) => faultOf(1, column, faultTexts['no-column'])) };
	const members: Member[] = [];
	const faults: RowFault[] = [];
	const seen = new Map<string, number>();
	for (const [index, cells] of rows.entries()) {
		if (cells.every((cell) => normalise(cell) === '')) continue;
		const row = index + 2;
		const read = readRow((column) => normalise(cells[at[column] ?? -1] ?? ''), row, now);
		if (Array.isArray(read)) {
			faults.push(...read);
			continue;
		}
		const twin = identitiesOf(read)
			.map((identity) => seen.get(identity))
			.find((found) => found !== undefined);
		if (twin === undefined) members.push(read);
		else
			faults.push(
				faultOf(row, 'name', { vi: `trùng với người ở dòng ${twin}`, en: `is the same person as row ${twin}` }),
			);
		for (const identity of identitiesOf(read)) seen.set(identity, twin ?? row);
	}
	return { members, faults };
}

/** By what a place's list knows somebody again: its own number or a document; only without both by name, birth and class. */
export function identitiesOf({ fullName, birthYear, birthDate, group, documentNumber, reference }: Member): string[] {
	const sure = [
		...(reference ? [`reference\0${fold(reference)}`] : []),
		...(documentNumber ? [`document\0${documentNumber}`] : []),
	];
	return sure.length ? sure : [`name\0${fold(fullName)}\0${birthDate ?? birthYear}\0${fold(group)}`];
}

function findColumns(header: readonly string[]): Partial<Record<Column, number>> {
	const folded = header.map((cell) => fold(cell).replace(/\s*[(*:].*$/, ''));
	return Object.fromEntries(
		Object.entries(columns)
			.map(([column, { names }]) => [column, folded.findIndex((cell) => names.test(cell))] as const)
			.filter(([, found]) => found >= 0),
	);
}

function readRow(cell: (column: Column) => string, row: number, now: Date): Member | RowFault[] {
	const faults: RowFault[] = [];
	const refuse = (column: Column, why: keyof typeof faultTexts) =>
		void faults.push(faultOf(row, column, faultTexts[why]));
	const [fullName, birth] = [readName(cell('name')), readBirth(cell('birth'), now)];
	if (!fullName) refuse('name', cell('name') ? 'not-a-name' : 'empty');
	if (!birth) refuse('birth', cell('birth') ? 'not-a-day' : 'empty');
	const gender = cell('gender') ? genders.get(fold(cell('gender'))) : undefined;
	if (cell('gender') && !gender) refuse('gender', 'not-a-gender');
	const documentNumber = cell('document') ? readDocument(cell('document')) : undefined;
	if (cell('document') && !documentNumber) refuse('document', 'not-a-document');
	const phone = cell('phone') ? readPhone(withZero(cell('phone'))) : undefined;
	if (cell('phone') && !phone) refuse('phone', 'not-a-phone');
	if (cell('group').length > textMax) refuse('group', 'too-long');
	if (cell('reference').length > textMax) refuse('reference', 'too-long');
	if (faults.length) return faults;
	return {
		row,
		fullName: fullName!,
		...birth!,
		...(gender ? { gender } : {}),
		...(documentNumber ? { documentNumber } : {}),
		...(phone ? { phone } : {}),
		group: cell('group'),
		...(cell('reference') ? { reference: cell('reference') } : {}),
	};
}

const textMax = 60;
const oldest = 130;

const genders = new Map<string, NonNullable<Member['gender']>>([
	...(['nam', 'm', 'male', 'trai', '1'] as const).map((word) => [word, 'male'] as const),
	...(['nu', 'f', 'female', 'gai', '2'] as const).map((word) => [word, 'female'] as const),
	...(['khac', 'x', 'other'] as const).map((word) => [word, 'other'] as const),
]);

/** A day in any of the ways lists write it, or a year. */
function readBirth(text: string, now: Date): Pick<Member, 'birthYear' | 'birthDate'> | undefined {
	const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
	const iso = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
	const written = iso ? `${iso[3]}/${iso[2]}/${iso[1]}` : `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`;
	const birthDate = readDay(written);
	const today = dayOf(now);
	const birthYear = Number(birthDate?.slice(0, 4) ?? (/^\d{4}$/.test(text) ? text : Number.NaN));
	const thisYear = Number(today.slice(0, 4));
	if (!(birthYear >= thisYear - oldest && birthYear <= thisYear) || (birthDate && birthDate > today)) return undefined;
	return { birthYear, ...(birthDate ? { birthDate } : {}) };
}

/** Spreadsheets take a number for a number and drop the zeros in front: twelve digits of an identity card become ten. */
function readDocument(text: string): string | undefined {
	const number = fold(text)
		.toUpperCase()
		.replace(/[\s.\-/]/g, '');
	const whole = /^\d{10,11}$/.test(number) ? number.padStart(12, '0') : number;
	return /^(?=.*\d)[A-Z0-9]{5,20}$/.test(whole) ? whole : undefined;
}

const withZero = (phone: string) => (/^[35789]\d{8}$/.test(phone) ? `0${phone}` : phone);

const faultOf = (row: number, column: Column, text: Text): RowFault => ({ row, column: columns[column].title, text });

const faultTexts = {
	'no-column': { vi: 'không có cột này ở dòng đầu', en: 'the first row names no such column' },
	empty: { vi: 'bỏ trống', en: 'is empty' },
	'not-a-name': {
		vi: 'có ký tự không phải chữ, hoặc quá dài',
		en: 'holds something that is no letter, or is too long',
	},
	'not-a-day': {
		vi: 'không phải ngày (31/12/2010) hay năm (2010)',
		en: 'is neither a day (31/12/2010) nor a year (2010)',
	},
	'not-a-gender': { vi: 'phải là Nam, Nữ hoặc Khác', en: 'must be Nam (male), Nữ (female) or Khác (other)' },
	'not-a-document': { vi: 'không phải số giấy tờ', en: 'is no document number' },
	'not-a-phone': { vi: 'không phải số điện thoại', en: 'is no phone number' },
	'too-long': { vi: 'dài hơn 60 ký tự', en: 'is longer than 60 characters' },
} satisfies Record<string, Text>;
