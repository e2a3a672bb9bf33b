import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitStatements } from './split-statements.ts';
import { chunks, sql, sqlRows } from './sql.ts';

test('values are parameters, whatever they say', () => {
	const name = "x'; drop table visits.visit; --";

	const statement = sql`select ${name} where id = ${7}`;

	expect(statement).toMatchObject({ text: 'select $1 where id = $2', values: [name, 7] });
});

test('a statement has the same name each time and another than every other', () => {
	const one = (id: number) => sql`select ${id}`;

	expect(one(1).name).toBe(one(2).name);
	expect(one(1).name).not.toBe(sql`select ${1} + 0`.name);
	expect(one(1).name.length).toBeLessThan(64);
});

test('many rows are one statement with a parameter for each value', () => {
	const at = new Date('2026-11-24T08:00:00+07:00');

	const statement = sqlRows(
		'insert into t values',
		['bigint', 'timestamptz'],
		[
			['1', at],
			['2', null],
		],
		'on conflict do nothing',
	);

	expect(statement.text).toBe(
		'insert into t values ($1::bigint,$2::timestamptz),($3::bigint,$4::timestamptz) on conflict do nothing',
	);
	expect(statement.values.map((value) => (value instanceof Date ? value.toISOString() : value))).toEqual([
		'1',
		'2026-11-24T01:00:00.000Z',
		'2',
		null,
	]);
});

describe('pieces of rows', () => {
	test('273 rows are 200, 50, 20, 2 and 1', () => {
		expect(chunks(new Array(273).fill(0)).map((piece) => piece.length)).toEqual([200, 50, 20, 2, 1]);
		expect(chunks([])).toEqual([]);
	});

	test('hold every row once, in order, in few sizes', () => {
		const sizes = new Set([1, 2, 5, 10, 20, 50, 100, 200, 500]);

		fc.assert(
			fc.property(fc.integer({ min: 0, max: 3_000 }), (count) => {
				const rows = Array.from({ length: count }, (_, index) => index);
				const pieces = chunks(rows);
				expect(pieces.flat()).toEqual(rows);
				for (const { length } of pieces) expect(sizes.has(length)).toBe(true);
			}),
		);
	});
});

test.each([
	['two statements', 'select 1; select 2;', ['select 1', 'select 2']],
	['a semicolon in a string', "select 'a;b'; select 'it''s;'", ["select 'a;b'", "select 'it''s;'"]],
	['a semicolon in a name', 'select 1 as "a;b"', ['select 1 as "a;b"']],
	[
		'a semicolon in a comment',
		'select 1 -- one; two\n; select 2 /* ; */',
		['select 1 -- one; two', 'select 2 /* ; */'],
	],
	[
		'a function body',
		'create function f() as $$ begin; end $$; select 1',
		['create function f() as $$ begin; end $$', 'select 1'],
	],
	['a named dollar quote', 'select $a$ ; $$ ; $a$; select 2', ['select $a$ ; $$ ; $a$', 'select 2']],
	['only comments', '-- nothing;\n\n', []],
	['nothing', ' ;; ; ', []],
])('%s: each statement is sent by itself', (_what, text, statements) => {
	expect(splitStatements(text)).toEqual(statements);
});
