import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer, tellsIllness } from './read-answer.ts';

const none = ['none'];

// biome-ignore format: a table.
const table: [string, number, Record<number, string[]> | undefined][] = [
	['khong', 1, { 1: none }],
	['không', 1, { 1: none }],
	['KHÔNG', 1, { 1: none }],
	['Không.', 1, { 1: none }],
	['không'.normalize('NFD'), 1, { 1: none }],
	['k', 1, { 1: none }],
	['Ko', 1, { 1: none }],
	['không có', 1, { 1: none }],
	['Dạ không có triệu chứng gì ạ', 1, { 1: none }],
	['khoẻ', 1, { 1: none }],
	['khỏe', 1, { 1: none }],
	['co', 1, { 1: ['other'] }],
	['có', 1, { 1: ['other'] }],
	['CÓ!', 1, { 1: ['other'] }],
	['c', 1, { 1: ['other'] }],
	['có ho, sốt', 1, { 1: ['cough', 'fever'] }],
	['sot', 1, { 1: ['fever'] }],
	['khó thở', 1, { 1: ['difficulty-breathing'] }],
	['dau hong met', 1, { 1: ['sore-throat', 'fatigue'] }],
	['khong', 3, { 1: none, 2: none, 3: none }],
	['cả nhà không', 3, { 1: none, 2: none, 3: none }],
	['tat ca deu khoe', 2, { 1: none, 2: none }],
	['có', 2, { 1: ['other'], 2: ['other'] }],
	['1 khong 2 co', 2, { 1: none, 2: ['other'] }],
	['1k 2c', 2, { 1: none, 2: ['other'] }],
	['1: không; 2: có', 2, { 1: none, 2: ['other'] }],
	['1.khong,2.co', 2, { 1: none, 2: ['other'] }],
	['1-k\n2-c sốt', 2, { 1: none, 2: ['fever'] }],
	['1,3 khong 2 ho', 3, { 1: none, 2: ['cough'], 3: none }],
	['1 khong', 2, { 1: none }],
	['2 có', 2, { 2: ['other'] }],
	['', 1, undefined],
	['1', 1, undefined],
	['1 2', 2, undefined],
	['ok', 1, undefined],
	['ai day?', 1, undefined],
	['khong sot nhung ho', 1, undefined],
	['không sốt', 1, undefined],
	['khong 2 co', 2, undefined],
	['3 co', 2, undefined],
	['0 co', 2, undefined],
	['1 khong 1 co', 2, undefined],
	['1 khong 2', 2, undefined],
	['38.5', 1, undefined],
	['38.5', 2, undefined],
	['khoẻ mạnh', 1, { 1: none }],
	['Cả nhà bình thường', 2, { 1: none, 2: none }],
	['vẫn ổn ạ', 1, { 1: none }],
	['tot, cam on', 1, { 1: none }],
	['Không, cảm ơn', 1, { 1: none }],
	['không, khoẻ', 1, { 1: none }],
	['36.6 không', 1, { 1: none }],
	['1 36,8 khong 2 38,5 co', 2, { 1: none, 2: ['fever'] }],
	['Có sốt 38.5', 1, { 1: ['fever'] }],
	['co sot 38,5 do', 1, { 1: ['fever'] }],
	['ho 37.4 độ', 1, { 1: ['cough'] }],
	['không khoẻ', 1, undefined],
	['ko khoe', 1, undefined],
	['Không được khoẻ', 1, undefined],
	['chưa ổn', 1, undefined],
	['không 38,5', 1, undefined],
	['hơi mệt nhưng ổn', 1, undefined],
	['Con tôi bị sốt', 2, undefined],
];

test.each(table)('%j of %i', (text, people, expected) => {
	const read = readAnswer(text, people);
	expect(read && Object.fromEntries(read)).toEqual(expected);
});

test.each([
	['Con tôi bị sốt', true],
	['khong sot nhung ho', true],
	['không khoẻ', true],
	['38.5', true],
	['cháu ốm', true],
	['37.4', false],
	['không ho không sốt', false],
	['hết sốt', false],
	['không còn ho', false],
	['ok', false],
	['ai đấy?', false],
])('%s speaks of an illness: %s', (text, expected) => {
	expect(tellsIllness(text)).toBe(expected);
});

test('whatever is sent, nobody is answered for who is not asked, and nothing is guessed of nothing', () => {
	const words = fc.constantFrom('1', '2', '9', 'khong', 'có', 'k', 'ho', 'sốt', ',', '-', 'x', '😷');
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')),
	);
	fc.assert(
		fc.property(text, fc.integer({ min: 1, max: 5 }), (said, people) => {
			for (const [number, signs] of readAnswer(said, people) ?? []) {
				expect(number).toBeGreaterThanOrEqual(1);
				expect(number).toBeLessThanOrEqual(people);
				expect(signs.length).toBeGreaterThan(0);
			}
		}),
	);
});
