import { describe, expect, test } from 'vitest';
import { measureSms, shortestSms } from '#shared/text/sms';
import { compose, eventOf, tellsOf } from './compose.ts';
import { shippedTemplates } from './shipped.ts';

const filled = {
	...{ placeName: 'Chợ Long Biên', phone: '024 3733 0000', advice: { vi: 'Hãy ở nhà', en: 'Stay at home.' } },
	...{ from: new Date('2026-11-21T08:00:00+07:00'), until: new Date('2026-11-21T10:30:00+07:00') },
};

test('the words of an alert are the template filled in, in Viet Nam’s time', () => {
	const template = { vi: '{place}, {from} - {until}. {advice} Gọi {phone}', en: '{place} {until}: {advice} {phone}' };

	expect(compose(template, filled)).toEqual({
		vi: 'Chợ Long Biên, 08:00 21/11/2026 - 10:30. Hãy ở nhà. Gọi 024 3733 0000',
		en: 'Chợ Long Biên 10:30: Stay at home. 024 3733 0000',
	});
	expect(compose(template, { ...filled, until: new Date('2026-11-22T01:00:00+07:00') }).en).toContain(
		'01:00 22/11/2026',
	);
});

test('a placeholder that an officer types is text like any other', () => {
	expect(compose({ vi: '{place}', en: '' }, { ...filled, placeName: '{phone}' }).vi).toBe('{phone}');
});

test.each(shippedTemplates)('the words of $severity fit two text messages with a place of usual length', (template) => {
	const placeName = 'Trung tâm thương mại Vincom Bà Triệu, phường Hai Bà Trưng';

	for (const text of Object.values(compose(template.text, { ...filled, placeName, advice: template.advice })))
		expect(measureSms(shortestSms(text)).segments).toBeLessThanOrEqual(2);
});

test('the same place, times and severity are the same event, however the place is written', () => {
	const same = eventOf('warning', { ...filled, placeName: 'CHO LONG  BIEN' });

	expect(eventOf('warning', filled)).toEqual(same);
	expect(eventOf('urgent', filled)).not.toEqual(same);
	expect(eventOf('warning', { ...filled, until: new Date('2026-11-21T10:31:00+07:00') })).not.toEqual(same);
});

describe('words tell who somebody is', () => {
	const ill = { fullName: 'Đặng Văn Ước', numbers: ['+84912345678', '001090012345'] };

	test.each([
		['Quán của Đặng Văn Ước', true],
		['quan cua DANG VAN UOC, so 3', true],
		['Gọi 0912 345 678', true],
		['CCCD 001090012345', true],
		['Quán Ước', false],
		['Đặng Văn Ngữ', false],
		['Gọi 0912 345 679', false],
	])('“%s”: %s', (words, tells) => {
		expect(tellsOf(words, ill)).toBe(tells);
	});
});
