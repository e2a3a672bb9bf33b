import { expect, test } from 'vitest';
import { groupKey } from './group-key.ts';

test.each([
	['Tổ dân phố số 5', 'to 0005'],
	['TDP 5', 'to 0005'],
	['tổ 05', 'to 0005'],
	['TỔ  5', 'to 0005'],
	['5', 'to 0005'],
	['Tổ 5A', 'to 0005a'],
	['Thôn 5', 'thon 0005'],
	['Thôn Đông Ngàn', 'thon dong ngan'],
	['Ấp Bình Hoà 2', 'ap binh hoa 0002'],
	['Khu phố 3', 'khu 0003'],
	['KP.3', 'khu 0003'],
	['Tòa nhà CT4', 'toa nha ct0004'],
	['Chung cư 4A', 'chung cu 0004a'],
])('%s is compared as %s', (written, key) => {
	expect(groupKey(written)).toBe(key);
});

test('groups are ordered as people count', () => {
	const written = ['Tổ 10', 'Tổ 2', 'Tổ 1'];
	expect(written.sort((one, other) => (groupKey(one) < groupKey(other) ? -1 : 1))).toEqual(['Tổ 1', 'Tổ 2', 'Tổ 10']);
});
