import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSafePattern } from './safe-pattern.ts';

test.each([
	'[A-Za-z0-9]*',
	'[A-Za-z0-9]{8,17}',
	'[A-Z]{2}\\d{13}',
	'\\d{9}(?:\\d{3})?',
	'(?:[A-Z]{2}\\d{13}|\\d{10})',
	'[^@]+@[^@]+',
	'[\\p{L} \\-]+',
	'\\+?84\\d{9}',
	'a.c',
	'',
])('%s is fine', (pattern) => {
	expect(isSafePattern(pattern)).toBe(true);
});

test.each([
	['a repeat of repeats', '(a+)+'],
	['a repeat of repeats, deeper', '((a)*)*'],
	['a repeat of repeats behind a group', '(([a-z])+.)+'],
	['alternatives that repeat', '(a|a)*b'],
	['alternatives that repeat a number of times', '(a|ab){2,}'],
	['a repeated group of a fixed number', '(?:a*){9}'],
	['three repeats', '.*.*.*x'],
	['many that may be there or not', 'a?a?a?a?a?aaaaa'],
	['many alternatives one after another', '(a|a)(a|a)(a|a)(a|a)(a|a)'],
	['a look ahead', '(?=a+)a'],
	['a look back', '(?<=a)b'],
	['a reference back', '(a)\\1'],
	['a name', '(?<a>b)'],
	['its own edges', '^a$'],
	['a lazy repeat', 'a+?'],
	['half a group', '([a-z]+'],
	['half a class', '[a-z'],
	['nothing that repeats', '*a'],
	['a class that browsers read otherwise', '[a-z&&b]'],
	['a dash that browsers refuse', '[a-z(]'],
	['a range that goes backward', '[z-a]'],
	['too long a text', 'a'.repeat(201)],
])('%s is refused: %s', (_what, pattern) => {
	expect(isSafePattern(pattern)).toBe(false);
});

test('what is fine ends soon on the longest answers, whatever they are', () => {
	const part = fc.constantFrom(
		'a',
		'b',
		'[ab]',
		'.',
		'\\w',
		'(?:a|b)',
		'(a|ab)?',
		'a?',
		'a*',
		'.*',
		'[ab]+',
		'a{2,}',
		'b{3}',
	);
	const pattern = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
	const answer = fc.constantFrom('a'.repeat(1_000), `${'a'.repeat(999)}!`, 'ab'.repeat(500), `${'ab'.repeat(499)}!!`);

	fc.assert(
		fc.property(pattern, answer, (one, text) => {
			fc.pre(isSafePattern(one));
			expect(typeof new RegExp(`^(?:${one})$`, 'u').test(text)).toBe('boolean');
		}),
		{ numRuns: 300 },
	);
});
