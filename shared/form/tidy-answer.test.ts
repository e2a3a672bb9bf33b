import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasSharedData, readSharedJson } from '#test/shared-data';
import { normalise } from '../text/vietnamese.ts';
import { everyKind, fieldOf } from './sample-questionnaire.ts';
import { isDay, tidyAnswer } from './tidy-answer.ts';

const field = (id: string) => fieldOf(everyKind.find((item) => item.linkId === id)!);

test.each([
	['name', ' nguyễn  thị\u00a0hằng '.normalize('NFD'), 'NGUYỄN THỊ HẰNG'],
	['name', 'Ðỗ đức', 'ĐỖ ĐỨC'],
	['name', 'Guðrún', 'GUÐRÚN'],
	['card', 'dn 4 79 1234567890', 'DN4791234567890'],
	['card', '001 093-029.317', '001093029317'],
	['card', '001–093', '001093'],
	['phone', '0901 234 567', '+84901234567'],
	['phone', '0901  234', '0901 234'],
	['mail', ' ten@vidu.vn ', 'ten@vidu.vn'],
	['note', '\r\n Huế \r\n\r\n  Ðà   Nẵng\rVinh\n', 'Huế\n\nĐà Nẵng\nVinh'],
	['year', ' 1987 ', '1987'],
	['year', '１９８７', '1987'],
	['year', '01987', '1987'],
	['year', '+1987', '1987'],
	['year', '-0', '0'],
	['year', '19 87', '19 87'],
	['year', '1e3', '1e3'],
	['temperature', '38,5', '38.5'],
	['temperature', '38.50', '38.5'],
	['temperature', '38,', '38,'],
	['onset', '24/11/2026', '2026-11-24'],
	['onset', '4-1-2026', '2026-01-04'],
	['onset', '24.11.2026', '2026-11-24'],
	['onset', '2026-11-24', '2026-11-24'],
	['onset', '31/02/2026', '31/02/2026'],
	['onset', 'hôm qua', 'hôm qua'],
	['agrees', 'on', 'true'],
	['agrees', 'true', 'true'],
	['gender', ' male ', 'male'],
])('%s: "%s" is kept as "%s"', (id, given, kept) => {
	expect(tidyAnswer(field(id), given)).toBe(kept);
});

test('what is kept does not change when it is read again', () => {
	const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[\d ,./+-]{0,12}$/));

	fc.assert(
		fc.property(fc.constantFrom(...everyKind), any, (item, given) => {
			const kept = tidyAnswer(fieldOf(item), given);
			expect(tidyAnswer(fieldOf(item), kept)).toBe(kept);
		}),
		{ numRuns: 500 },
	);
});

test.each([
	['2024-02-29', true],
	['2026-02-29', false],
	['2026-13-01', false],
	['2026-00-10', false],
	['0001-01-01', true],
	['2026-1-1', false],
	['2026-11-24T00:00', false],
])('%s is a day of the calendar: %s', (text, isOne) => {
	expect(isDay(text)).toBe(isOne);
});

describe.skipIf(!hasSharedData('vn-text/vn_names.json'))('real names and traps', () => {
	const words = (part: unknown): string[] =>
		typeof part === 'string' ? [part] : part instanceof Object ? Object.values(part).flatMap(words) : [];
	const plain = { ...field('name'), isCapitals: undefined };

	test('no name is lost, cut or reordered: all there is to it is NFC and the look-alike Ð', () => {
		const names = [...new Set(words(readSharedJson('vn-text/vn_names.json')))].filter((name) => /\p{L}/u.test(name));
		const changed = names.filter((name) => {
			const wanted = name.normalize('NFC').replaceAll('Ð', 'Đ').replaceAll('ð', 'đ').trim();
			return tidyAnswer(plain, name.normalize('NFD')) !== wanted.replace(/\s+/g, ' ');
		});

		expect(names.length).toBeGreaterThan(1_000);
		expect(changed).toEqual([]);
	});

	test('pairs that are written alike are kept alike, and no others', () => {
		for (const { a, b } of readSharedJson('vn-text/unicode_pitfalls.json') as { a: string; b: string }[]) {
			const isAlike = tidyAnswer(plain, a) === tidyAnswer(plain, b);
			expect([a, b, isAlike]).toEqual([a, b, normalise(a) === normalise(b)]);
		}
	});
});
