import { expect, test } from 'vitest';
import { checkAnswers, readAnswers } from './answers.ts';
import { findWrong, type Wrong } from './check-answer.ts';
import { everyKind, fieldOf, formOf } from './sample-questionnaire.ts';

const field = (id: string, isRequired = false) => ({
	...fieldOf(everyKind.find((item) => item.linkId === id)!),
	isRequired,
});

test.each<[string, string | string[], Wrong | undefined]>([
	['name', 'Ă'.repeat(255), undefined],
	['name', 'Ă'.repeat(256), 'too-long'],
	['name', '𠮷'.repeat(255), undefined],
	['card', 'A'.repeat(8), undefined],
	['card', 'A'.repeat(7), 'not-right'],
	['card', 'A'.repeat(17), undefined],
	['card', 'A'.repeat(18), 'too-long'],
	['card', 'ABCDEFG/1', 'not-right'],
	['phone', '+84901234567', undefined],
	['phone', '0901 234', 'not-right'],
	['mail', 'a@b.vn', undefined],
	['mail', 'a@b', 'not-right'],
	['mail', 'a b@c.vn', 'not-right'],
	['note', 'a\nb', undefined],
	['year', '1899', 'not-right'],
	['year', '1900', undefined],
	['year', '2026', undefined],
	['year', '2027', 'not-right'],
	['year', '1987.5', 'not-right'],
	['year', 'Infinity', 'not-right'],
	['temperature', '34.4', 'not-right'],
	['temperature', '34.5', undefined],
	['temperature', '42', undefined],
	['temperature', '42.1', 'not-right'],
	['onset', '2025-12-31', 'not-right'],
	['onset', '2026-01-01', undefined],
	['onset', '2026-11-24', undefined],
	['onset', '2026-11-25', 'not-right'],
	['onset', '31/02/2026', 'not-right'],
	['agrees', 'true', undefined],
	['agrees', 'false', undefined],
	['agrees', 'yes', 'not-right'],
	['gender', 'male', undefined],
	['gender', 'men', 'not-right'],
	['vehicle', 'bus', undefined],
	['vehicle', 'plane', 'not-right'],
	['signs', ['fever', 'cough'], undefined],
	['signs', ['none'], undefined],
	['signs', ['none', 'fever'], 'not-right'],
	['signs', ['fever', 'rash'], 'not-right'],
	['work', 'farmer', undefined],
	['work', 'Thợ hàn', undefined],
	['work', 'a'.repeat(101), 'too-long'],
	['pets', ['dog', 'Vẹt'], undefined],
	['province', '01', undefined],
	['province', 'Hà Nội', 'not-right'],
	['commune', '00070', undefined],
	['commune', '000700', 'not-right'],
	['country', 'LA', undefined],
	['country', 'Lào', 'not-right'],
])('%s answered "%s" is %s', (id, answer, wrong) => {
	expect(findWrong(field(id), answer)).toBe(wrong);
});

test.each(everyKind.filter((item) => item.type !== 'display').map((item) => item.linkId))(
	'%s without an answer is wrong only where one is required',
	(id) => {
		expect(findWrong(field(id), undefined)).toBeUndefined();
		expect(findWrong(field(id), [])).toBeUndefined();
		expect(findWrong(field(id, true), undefined)).toBe('missing');
	},
);

test('a box that must be ticked is not ticked by saying false', () => {
	expect(findWrong(field('agrees', true), 'false')).toBe('not-right');
});

test('somebody whose own answer stands beside the options has given that one', () => {
	const form = formOf(...everyKind);

	expect(
		readAnswers(form, [
			['work', 'farmer'],
			['work', ''],
		]),
	).toEqual({ work: 'farmer' });
	expect(
		readAnswers(form, [
			['work', 'farmer'],
			['work', 'Thợ hàn'],
		]),
	).toEqual({ work: 'Thợ hàn' });
	expect(
		readAnswers(form, [
			['pets', 'dog'],
			['pets', ' Vẹt '],
		]),
	).toEqual({ pets: ['dog', 'Vẹt'] });
});

test('numbers and yes or no from JSON are answers too', () => {
	const form = formOf(...everyKind);
	const given = { year: 1987, temperature: 38.5, agrees: true, note: null, name: {}, signs: ['fever', 7, ['x']] };

	expect(readAnswers(form, Object.entries(given))).toEqual({
		year: '1987',
		temperature: '38.5',
		agrees: 'true',
		signs: ['fever', '7'],
	});
});

test('somebody who wrote too much is told how much may be written', () => {
	const form = formOf(...everyKind);

	expect(checkAnswers(form, { name: 'A'.repeat(256), card: 'A'.repeat(18) })).toEqual([
		{ id: 'name', text: 'Hỏi name: nhiều nhất 255 ký tự' },
		{ id: 'card', text: 'Hỏi card: nhiều nhất 17 ký tự' },
	]);
});
