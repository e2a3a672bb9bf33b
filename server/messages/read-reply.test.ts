import { expect, test } from 'vitest';
import { readReply } from './read-reply.ts';

test.each([
	['STOP', 'stop'],
	[' Dừng ', 'stop'],
	['dung.', 'stop'],
	['Hủy', 'stop'],
	['TC', 'stop'],
	['Tiếp tục', 'start'],
	['Sai số!', 'wrong-number'],
	['Nhầm người', 'wrong-number'],
	['không', 'answer'],
	['Có', 'answer'],
	['Tôi dừng ở cổng rồi', 'answer'],
	['sốt 38,5', 'answer'],
	['', 'answer'],
])('“%s” is %s', (text, sort) => {
	expect(readReply(text)).toBe(sort);
});
