import { expect, test } from 'vitest';
import { guessColumns } from './guess.ts';
import { readMeaning } from './meanings.ts';

test.each([
	[
		'in Vietnamese',
		['STT', 'Mã ca', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Ngày khởi phát', 'Kết cục'],
		[null, 'caseId', 'fullName', 'gender', 'birth', 'onsetOn', 'outcome'],
	],
	[
		'without diacritics',
		['MA BN', 'HO TEN', 'GIOI TINH', 'NGAY LAY MAU'],
		['caseId', 'fullName', 'gender', 'sampledOn'],
	],
	[
		'of outbreaks-r',
		['id', 'age', 'age_class', 'sex', 'dt_onset', 'dt_report', 'dt_diag', 'outcome', 'dt_death'],
		['caseId', 'age', null, 'gender', 'onsetOn', null, 'sampledOn', 'outcome', 'outcomeOn'],
	],
	[
		'of Go.Data',
		[
			'visualId',
			'firstName',
			'addresses[0].phoneNumber',
			'addresses[1].phoneNumber',
			'documents[0].number',
			'age.years',
		],
		['caseId', 'firstName', 'phone', null, 'document', 'age'],
	],
])('headings %s are understood', (_how, headings, fields) => {
	expect(guessColumns('cases', headings)).toEqual(fields);
});

test('headings of our own exports are understood', () => {
	expect(guessColumns('cases', ['Số ca · Case number', 'Ngày khởi phát · Onset'])).toEqual(['caseId', 'onsetOn']);
});

test('of two columns that may be the id, the one named so first is taken', () => {
	expect(guessColumns('cases', ['visualId', 'id'])).toEqual([null, 'caseId']);
});

test('what an officer said before counts, also that a column is left out', () => {
	const remembered = { 'dt report': 'sampledOn', 'dt diag': null } as const;

	expect(guessColumns('cases', ['id', 'dt_report', 'dt_diag'], remembered)).toEqual(['caseId', 'sampledOn', null]);
});

test('the same heading means something else in another kind of file', () => {
	expect(guessColumns('links', ['from', 'to'])).toEqual(['infectorId', 'infecteeId']);
	expect(guessColumns('contacts', ['i', 'j', 'days'])).toEqual(['infectorId', 'contactId', null]);
	expect(guessColumns('links', ['infector', 'case_id', 'source'])).toEqual(['infectorId', 'infecteeId', 'setting']);
});

test.each([
	['gender', 'Nữ', 'female'],
	['gender', 'M', 'male'],
	['gender', 'LNG_REFERENCE_DATA_CATEGORY_GENDER_FEMALE', 'female'],
	['classification', 'LNG_REFERENCE_DATA_CATEGORY_CASE_CLASSIFICATION_NOT_A_CASE_DISCARDED', 'discarded'],
	['outcome', 'Death', 'died'],
	['outcome', 'Alive', ''],
	['gender', 'nam · male', 'male'],
	['followUp', 'LNG_REFERENCE_DATA_CONTACT_DAILY_FOLLOW_UP_STATUS_TYPE_SEEN_NOT_OK', 'ill'],
	['certainty', 'LNG_REFERENCE_DATA_CATEGORY_CERTAINTY_LEVEL_3_HIGH', 'confirmed'],
	['result', '+', 'positive'],
	['outcome', 'Chuyển viện', undefined],
	['gender', 'toString', undefined],
] as const)('in %s "%s" means %s', (field, written, means) => {
	expect(readMeaning(field, written)).toBe(means);
});
