import { expect, test } from 'vitest';
import { changeInWords, timelineTitle } from './timeline-words.ts';

test('an event is told with its value in words', () => {
	expect(timelineTitle({ at: '2026-11-20', kind: 'result', value: 'positive' }, 'vi')).toBe('Có kết quả: Dương tính');
	expect(timelineTitle({ at: '2026-11-20', kind: 'onset' }, 'en')).toBe('Onset');
});

test('an outbreak is told by its name', () => {
	const change = { at: '2026-11-24T01:00:00Z', kind: 'changed', before: {}, after: { outbreak_id: '63' } };

	expect(changeInWords(change, 'vi', { 63: { vi: 'Phố cổ', en: 'Phố cổ' } })).toEqual(['Ổ dịch: chưa ghi → Phố cổ']);
});

test('a change is told field by field, days as they are written here', () => {
	const change = {
		at: '2026-11-24T01:00:00Z',
		kind: 'changed',
		before: { onset_on: '2026-11-20', classification: 'suspected', isolated_at: null },
		after: { onset_on: null, classification: 'confirmed', isolated_at: '2026-11-22T03:00:00.000Z' },
	};

	expect(changeInWords(change, 'vi')).toEqual([
		'Khởi phát: 20/11/2026 → chưa ghi',
		'Phân loại: Nghi ngờ → Xác định',
		'Cách ly: chưa ghi → 10:00 22/11/2026',
	]);
});
