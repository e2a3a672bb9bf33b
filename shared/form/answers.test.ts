import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generalForm, healthyAnswers, wholeAnswers } from '#test/declaration';
import { hasSharedData, readSharedJson } from '#test/shared-data';
import { upper } from '../text/vietnamese.ts';
import { type Answers, askedAnswers, checkAnswers, isAsked, readAnswers } from './answers.ts';
import { type Field, type Form, fieldsOf, healthPart } from './compile.ts';

const form = generalForm();
const faultsOf = (change: Record<string, unknown>, language: 'vi' | 'en' = 'vi') =>
	checkAnswers(generalForm(language), readAnswers(form, Object.entries({ ...wholeAnswers, ...change })));

describe('a declaration', () => {
	test('that is whole has nothing wrong', () => {
		expect(faultsOf({})).toEqual([]);
	});

	test('that is empty names every question that must be answered, in the order of the form', () => {
		const asked = fieldsOf(form)
			.filter((field) => field.isRequired && !field.when)
			.map((field) => field.id);

		expect(checkAnswers(form, {}).map((fault) => fault.id)).toEqual(asked);
	});

	test.each([
		['full-name', '', 'Bạn chưa nhập họ tên', 'name'],
		['full-name', 'A'.repeat(256), 'Họ tên (ghi chữ IN HOA): nhiều nhất 255 ký tự', 'at most 255'],
		['document-number', '001/093', 'Số giấy tờ chỉ gồm chữ cái và chữ số', 'letters'],
		['document-number', '1'.repeat(21), 'Số hộ chiếu / CMND / CCCD: nhiều nhất 20 ký tự', 'at most 20'],
		['birth-year', '1899', 'Bạn chưa nhập đúng năm sinh, từ 1900 đến năm nay', '1900'],
		['birth-year', '2027', 'Bạn chưa nhập đúng năm sinh, từ 1900 đến năm nay', '1900'],
		['birth-year', '87', 'Bạn chưa nhập đúng năm sinh, từ 1900 đến năm nay', '1900'],
		['birth-year', '1987.5', 'Bạn chưa nhập đúng năm sinh, từ 1900 đến năm nay', '1900'],
		['gender', 'x', 'Bạn chưa chọn giới tính', 'gender'],
		['nationality', '<script>', 'Bạn chưa chọn quốc tịch', 'nationality'],
		['nationality', 'V'.repeat(4_000), 'Bạn chưa chọn quốc tịch', 'nationality'],
		['health-insurance-number', 'GD47912', 'Số thẻ bảo hiểm y tế có 8 đến 17 chữ cái và chữ số', '8'],
		['health-insurance-number', 'A'.repeat(18), 'Số thẻ bảo hiểm y tế: nhiều nhất 17 ký tự', 'at most 17'],
		['province', '', 'Bạn chưa chọn tỉnh, thành phố', 'province'],
		['commune', '  ', 'Bạn chưa chọn phường, xã', 'ward'],
		['street', '\u200b', 'Bạn chưa nhập số nhà, phố, tổ dân phố hoặc thôn', 'street'],
		['phone', '0901 234', 'Bạn chưa nhập đúng số điện thoại, ví dụ 0901 234 567', 'phone'],
		['email', 'ten@', 'Địa chỉ thư điện tử chưa đúng, ví dụ ten@vidu.vn', 'email'],
		['travelled', 'maybe', 'Bạn chưa trả lời có đi đâu trong 14 ngày qua không', '14'],
		['symptoms', [], 'Bạn chưa chọn dấu hiệu, hoặc chọn cả dấu hiệu lẫn “Không có dấu hiệu nào”', 'sign'],
		[
			'symptoms',
			['none', 'fever'],
			'Bạn chưa chọn dấu hiệu, hoặc chọn cả dấu hiệu lẫn “Không có dấu hiệu nào”',
			'sign',
		],
		['symptoms', ['measles'], 'Bạn chưa chọn dấu hiệu, hoặc chọn cả dấu hiệu lẫn “Không có dấu hiệu nào”', 'sign'],
		['met-patient', '', 'Bạn chưa trả lời về tiếp xúc với người bệnh', 'suspected'],
		['consent', 'false', 'Bạn cần đánh dấu đồng ý để gửi tờ khai', 'agree'],
	])('with %s "%s" says what is wrong in both languages', (id, value, vietnamese, english) => {
		const note = id === 'symptoms' ? { 'symptoms-note': 'Từ hôm qua' } : {};

		expect(faultsOf({ [id]: value, ...note })).toEqual([{ id, text: vietnamese }]);
		expect(faultsOf({ [id]: value, ...note }, 'en')).toEqual([
			{ id, text: expect.stringMatching(new RegExp(english, 'i')) },
		]);
	});

	test.each([
		['full-name', 'Ă'.repeat(255)],
		['birth-year', '1900'],
		['birth-year', '２０２６'],
		['document-number', ''],
		['email', ''],
		['health-insurance-number', 'GD479123'],
		['health-insurance-number', 'dn 4 79 1234567890'],
		['document-number', '001 093-029.317'],
		['phone', '+44 20 7946 0018'],
		['symptoms', ['none', 'none']],
		['nationality', 'LA'],
	])('with %s "%s" is right', (id, value) => {
		expect(faultsOf({ [id]: value })).toEqual([]);
	});
});

describe('questions that follow from an answer', () => {
	test.each([
		['somebody who went somewhere says where', { travelled: 'yes' }, ['travel-places']],
		['somebody with signs describes them', { symptoms: ['fever', 'cough'] }, ['symptoms-note']],
		['somebody with both says both', { travelled: 'yes', symptoms: ['fatigue'] }, ['travel-places', 'symptoms-note']],
		['somebody without either says nothing', {}, []],
		['what is unanswered asks nothing more', { travelled: '', symptoms: ['none'] }, ['travelled']],
	])('%s', (_who, change, missing) => {
		expect(faultsOf(change).map(({ id }) => id)).toEqual(missing);
	});

	test('what was written before the answer changed is dropped', () => {
		const answers = { ...healthyAnswers, 'travel-places': 'Huế', 'symptoms-note': 'sốt' };

		expect(askedAnswers(healthPart(form), answers)).toEqual(healthyAnswers);
	});
});

describe('what was posted', () => {
	test('is kept as people read it: phones, capitals, spaces, lines', () => {
		const posted = {
			'full-name': ' nguyễn  thị hằng '.normalize('NFD'),
			phone: '+84 901.234.567',
			'travel-places': 'Huế\r\n Đà Nẵng ',
			'birth-year': ' 1987 ',
		};

		expect(readAnswers(form, Object.entries(posted))).toEqual({
			'full-name': 'NGUYỄN THỊ HẰNG',
			phone: '+84901234567',
			'travel-places': 'Huế\nĐà Nẵng',
			'birth-year': '1987',
		});
	});

	test('under names the form does not know is left out', () => {
		const strange = [
			['__proto__', 'x'],
			['constructor', 'x'],
			['admin', 'true'],
			['gender', { male: 1 }],
			['street', null],
			['warning', 'x'],
		] as const;

		expect(readAnswers(form, strange)).toEqual({});
	});

	test('twice for one question counts once, and several choices are all kept', () => {
		const posted = [
			['gender', 'male'],
			['gender', 'female'],
			['symptoms', 'cough'],
			['symptoms', ['fever', 'cough']],
		] as const;

		expect(readAnswers(form, posted)).toEqual({ gender: 'male', symptoms: ['cough', 'fever'] });
	});
});

describe('whether a question is asked', () => {
	const answer = fc.constantFrom(undefined, 'a', 'b', ['a'], ['a', 'b'], ['c']);
	const condition = fc.record({
		question: fc.constantFrom('q0', 'q1', 'q2'),
		is: fc.boolean(),
		value: fc.constantFrom('a', 'b', 'c', undefined),
	});
	const when = fc.record({ any: fc.boolean(), conditions: fc.array(condition, { minLength: 1, maxLength: 4 }) });

	test('agrees with the conditions taken one by one', () => {
		fc.assert(
			fc.property(when, fc.tuple(answer, answer, answer), (conditions, given) => {
				const answers = Object.fromEntries(
					given.flatMap((one, index) => (one === undefined ? [] : [[`q${index}`, one]])),
				) as Answers;
				let holding = 0;
				for (const { question, is, value } of conditions.conditions) {
					const chosen = answers[question] === undefined ? [] : [answers[question]].flat();
					const isTrue = value === undefined ? chosen.length > 0 : chosen.some((one) => one === value);
					if (isTrue === is) holding++;
				}
				const expected = conditions.any ? holding > 0 : holding === conditions.conditions.length;
				expect(isAsked({ when: conditions } as Field, answers)).toBe(expected);
			}),
		);
	});

	test('a chain of questions ends where one is not asked', () => {
		const chain = ['q0', 'q1', 'q2', 'q3'].map((id, index) => ({
			id,
			...(index ? { when: { any: false, conditions: [{ question: `q${index - 1}`, is: true, value: 'yes' }] } } : {}),
		}));
		const chained = { sections: [{ fields: chain }] } as unknown as Form;

		expect(askedAnswers(chained, { q0: 'yes', q1: 'no', q2: 'yes', q3: 'yes' })).toEqual({ q0: 'yes', q1: 'no' });
	});
});

describe.skipIf(!hasSharedData('vn-text/vn_names.json'))('real names', () => {
	test('go through the form unharmed, composed or not', () => {
		const words = (part: unknown): string[] =>
			typeof part === 'string' ? [part] : part instanceof Object ? Object.values(part).flatMap(words) : [];

		for (const name of words(readSharedJson('vn-text/vn_names.json').given)) {
			const answers = readAnswers(form, [['full-name', name.normalize('NFD')]]);
			expect(answers['full-name']).toBe(upper(name));
			expect(checkAnswers(form, { ...wholeAnswers, ...answers })).toEqual([]);
		}
	});
});
