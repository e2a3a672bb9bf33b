import { expect, test } from 'vitest';
import { toSortKey } from './sort-key.ts';

const sorted = (names: string[]) => [...names].sort((one, other) => (toSortKey(one) < toSortKey(other) ? -1 : 1));

test.each([
	[['An Giang', 'Ăn', 'Ân Thi', 'Bà Rịa', 'Cà Mau', 'Chợ Mới', 'Dầu Tiếng', 'Đà Nẵng', 'Huế']],
	[['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'man']],
	[['Phường 2', 'Phường 10', 'Phường 11']],
	[['Hòa An', 'Hòa Bình', 'Hoài Ân']],
	[['Tân An', 'Tần An', 'Tân Ân', 'Tân Bình']],
])('names stand as in a Vietnamese dictionary: %j', (names) => {
	expect(sorted([...names].reverse())).toEqual(names);
});
