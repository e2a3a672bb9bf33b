import { expect, test } from 'vitest';
import { readUnitName, toEnglish, toNameKey, toOwnCode } from './unit-name.ts';

test.each([
	['commune', 'phường Vĩnh Hải', 'Phường Vĩnh Hải', 'Phường'],
	['commune', 'Thị  trấn Ba Chẽ ', 'Thị trấn Ba Chẽ', 'Thị trấn'],
	['district', 'Thị Xã Ninh Hòa', 'Thị xã Ninh Hòa', 'Thị xã'],
	['province', 'Cao Bằng', 'Tỉnh Cao Bằng', 'Tỉnh'],
	['province', 'Thành phố Huế', 'Thành phố Huế', 'Thành phố'],
	['country', 'Việt Nam', 'Việt Nam', undefined],
] as const)('a %s given as "%s" is written "%s"', (level, given, name, kind) => {
	expect(readUnitName(level, given)).toMatchObject({ name, kind });
});

test.each([
	['commune', 'Phường Ba Đình', 'Ba Dinh Ward'],
	['commune', 'Phường 12', 'Ward 12'],
	['commune', 'Đặc khu Côn Đảo', 'Con Dao Special Zone'],
	['district', 'Quận 1', 'District 1'],
	['district', 'Huyện Gia Lâm', 'Gia Lam District'],
	['province', 'Thành phố Hồ Chí Minh', 'Ho Chi Minh City'],
] as const)('a %s named "%s" is "%s" in English', (level, name, english) => {
	expect(toEnglish(level, name)).toBe(english);
});

test.each([
	['Xã Phục Hòa', 'Xã Phục Hoà'],
	['Phường Ninh Thủy', 'Phường Ninh Thuỷ'],
	['Huyện Phú Quí', 'huyện Phú Quý'],
	["Phường B'lao", 'Phường B’Lao'],
])('"%s" and "%s" are the same unit', (one, other) => {
	expect(toNameKey('commune', one)).toBe(toNameKey('commune', other));
});

test.each([
	['Xã Tân Thành', 'Xã Tân Thạnh'],
	['Xã Hòa An', 'Phường Hòa An'],
	['Xã Đông Hải', 'Xã Đồng Hải'],
])('"%s" and "%s" are two units', (one, other) => {
	expect(toNameKey('commune', one)).not.toBe(toNameKey('commune', other));
});

test('an old unit without a code gets one that reads as its name', () => {
	expect(toOwnCode('Tỉnh Bà Rịa - Vũng Tàu')).toBe('tinh-ba-ria-vung-tau');
});
