import { describe, expect, test } from 'vitest';
import { HeaderError, readHeader, readVisitRow } from './visit-rows.ts';

const now = new Date('2026-11-24T08:00:00+07:00');
const usual = readHeader('place,person,entered_at,left_at');
const read = (text: string, header = usual) => readVisitRow({ number: 7, text, isCut: false }, header, now);
const visit = {
	place: 'quán 1',
	person: 'p1',
	enteredAt: new Date('2026-11-23T08:00:00+07:00'),
	leftAt: new Date('2026-11-23T09:00:00+07:00'),
};

describe('the header', () => {
	test.each([
		[
			'in the usual order',
			'place,person,entered_at,left_at',
			'quán 1,p1,2026-11-23T08:00:00+07:00,2026-11-23T09:00:00+07:00',
		],
		['in any order', 'left_at,entered_at,person,place', '2026-11-23T09:00,2026-11-23T08:00,p1,quán 1'],
		['with semicolons', 'place;person;entered_at;left_at', 'quán 1;p1;2026-11-23T08:00;2026-11-23T09:00'],
		['with tabs', 'place\tperson\tentered_at\tleft_at', 'quán 1\tp1\t2026-11-23T08:00\t2026-11-23T09:00'],
		[
			'with columns of others',
			'place,note,person,entered_at,left_at',
			'quán 1,"a, b",p1,2026-11-23T08:00,2026-11-23T09:00',
		],
		[
			'in capitals, quoted and spaced',
			'"Place" ,PERSON, Entered_At,left_at',
			'"quán 1",p1,2026-11-23T08:00,2026-11-23T09:00',
		],
		[
			'with decomposed diacritics below',
			'place,person,entered_at,left_at',
			'quán 1,p1,2026-11-23T08:00,2026-11-23T09:00'.normalize('NFD'),
		],
	])('%s is understood', (_words, header, row) => {
		expect(read(row, readHeader(header))).toEqual({ visit });
	});

	test.each([
		['without a column', 'place,person,entered_at'],
		['with a column twice', 'place,person,person,entered_at,left_at'],
		['that is a row', '1,2,3,4'],
		['with an open quote', '"place,person,entered_at,left_at'],
		['that is nothing', ''],
	])('%s is refused', (_words, header) => {
		expect(() => readHeader(header)).toThrow(HeaderError);
	});
});

test('somebody who has not left has no leaving time', () => {
	expect(read('q,p,1763900000,')).toEqual({
		visit: { place: 'q', person: 'p', enteredAt: new Date(1_763_900_000_000) },
	});
});

describe('a row is refused by column when', () => {
	test.each<[string, string, [string, string][]]>([
		['it names no place', ',p,1763900000,', [['place', 'missing']]],
		['its person is only spaces', 'q,  ,1763900000,', [['person', 'missing']]],
		['its place is endless', `${'x'.repeat(201)},p,1763900000,`, [['place', 'too-long']]],
		['its person holds a control character', 'q,p\u0007,1763900000,', [['person', 'unreadable']]],
		['its entry is missing', 'q,p,,1763900000', [['entered_at', 'missing']]],
		['its entry is no time', 'q,p,hôm qua,', [['entered_at', 'not-a-time']]],
		['its entry lies ahead', 'q,p,2026-11-24T08:06:00+07:00,', [['entered_at', 'in-future']]],
		['its entry is in another century', 'q,p,1999-12-31T23:59:59+07:00,', [['entered_at', 'too-old']]],
		['its exit is no time', 'q,p,1763900000,x', [['left_at', 'not-a-time']]],
		['its exit is before its entry', 'q,p,1763900000,1763899999', [['left_at', 'left-before']]],
		['its stay is longer than a day', 'q,p,2026-11-20T08:00:00Z,2026-11-21T08:00:01Z', [['left_at', 'too-long-stay']]],
		[
			'everything is wrong',
			',,x,y',
			[
				['place', 'missing'],
				['person', 'missing'],
				['entered_at', 'not-a-time'],
				['left_at', 'not-a-time'],
			],
		],
		['it has a cell too many', 'q,p,1763900000,,', [['row', 'columns']]],
		['it has a cell too few', 'q,p,1763900000', [['row', 'columns']]],
		['a quotation mark stays open', '"q,p,1763900000,', [['row', 'quotes']]],
	])('%s', (_words, text, expected) => {
		const answer = read(text);

		expect(answer).toEqual({ refusals: expected.map(([column, reason]) => ({ row: 7, column, reason })) });
	});
});

test.each([
	['a stay of exactly a day', 'q,p,2026-11-20T08:00:00Z,2026-11-21T08:00:00Z'],
	['a stay without length', 'q,p,1763900000,1763900000'],
	['a clock five minutes ahead', 'q,p,2026-11-24T08:05:00+07:00,'],
])('%s is taken', (_words, text) => {
	expect(read(text)).toHaveProperty('visit');
});
