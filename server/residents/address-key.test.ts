import { expect, test } from 'vitest';
import { addressKey, isOnStreet, streetKey } from './address-key.ts';

test.each([
	['Số 12, Ngõ 5', 'số 12 ngõ 5', true],
	['12 HÀNG GAI', '12 hàng gai', true],
	['Nhà 5/12', 'nhà 5 12', false],
	['Số 1', 'Số 10', false],
])('%s and %s are one door: %s', (one, other, expected) => {
	expect(addressKey(one) === addressKey(other)).toBe(expected);
});

test.each([
	['Hàng Gai', '12 Hàng Gai', true],
	['phố Hàng Gai', '12 Hàng Gai', true],
	['Đường Láng', '35 Láng Thượng', true],
	['ngõ 5', 'Số 12, ngõ 5 Hàng Gai', true],
	['ngõ 5', 'Số 12 ngõ 50', false],
	['ngõ 5', 'Số 12 ngõ 5/3', false],
	['Hàng Gai', '12 Hàng Gà', false],
	['12', 'Số 12 ngõ 5', false],
	['  ', 'Số 12 ngõ 5', false],
])('%s is in %s: %s', (street, address, expected) => {
	expect(isOnStreet(addressKey(address), streetKey(street))).toBe(expected);
});
