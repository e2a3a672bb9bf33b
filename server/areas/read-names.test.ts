import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areas, importAreaFile, readAreaNames } from '#areas';
import { openTestPlatform, type TestPlatform } from '#test/database';

let platform: TestPlatform;

const conversion = join(import.meta.dirname, '../../../shared/data/vn-admin/nso_conversion_old_new_2025.csv');

beforeAll(async () => {
	platform = await openTestPlatform();
	await areas.prepare!(platform);
});
afterAll(() => platform.close());

const read = async (commune: string, province: string) => {
	const [reading] = await readAreaNames(platform.db, [{ commune, province }], '2026-11-24');
	return 'fault' in reading!
		? `${reading.fault}: ${reading.candidates.map(({ vi }) => vi).join('; ')}`
		: reading!.area.name.vi;
};

describe('a commune of today', () => {
	test.each([
		['as the office writes it', 'Phường Ba Đình', 'Thành phố Hà Nội'],
		['without its kind', 'Ba Đình', 'Hà Nội'],
		['without diacritics', 'phuong ba dinh', 'ha noi'],
		['in short', 'P. Ba Đình', 'TP. Hà Nội'],
		['in short without a space', 'P.Ba Đình', 'TP.Hà Nội'],
		['with its city behind a comma', 'Phường Ba Đình, Hà Nội', 'Hà Nội'],
		['with unseen spaces', ' Phường  Ba Đình ', 'Hà Nội '],
	])('is found %s', async (_how, commune, province) => {
		expect(await read(commune, province)).toBe('Phường Ba Đình, Thành phố Hà Nội');
	});

	test.each(['TP HCM', 'TPHCM', 'TP. Hồ Chí Minh', 'HCM'])('is found in the city people write as %s', async (city) => {
		expect(await read('Phường Sài Gòn', city)).toBe('Phường Sài Gòn, Thành phố Hồ Chí Minh');
	});

	test('is found by the province of before', async () => {
		expect(await read('Phường Thủ Dầu Một', 'Bình Dương')).toBe('Phường Thủ Dầu Một, Thành phố Hồ Chí Minh');
	});
});

describe('two communes whose names differ in their marks alone', () => {
	test.each(['Xã Tân Thành', 'Xã Tân Thạnh', 'tân thạnh'])('are told apart by whoever writes %s', async (name) => {
		expect((await read(name, 'Tây Ninh')).toLowerCase()).toContain(name.toLowerCase());
	});

	test('are both named to whoever leaves the marks out', async () => {
		const both = 'Xã Tân Thành, Tỉnh Tây Ninh; Xã Tân Thạnh, Tỉnh Tây Ninh';

		expect(await read('xa tan thanh', 'tay ninh')).toBe(`commune-ambiguous: ${both}`);
	});
});

describe('what is not there', () => {
	test.each([
		['a commune of another province', 'Phường Ba Đình', 'Cần Thơ', 'commune-unknown: '],
		['a commune of nowhere', 'Phường Không Có', 'Hà Nội', 'commune-unknown: '],
		['a province of nowhere', 'Phường Ba Đình', 'Hà Nụi', 'province-unknown: '],
		['nothing', '', '', 'province-unknown: '],
	])('%s is said to be unknown', async (_what, commune, province, reading) => {
		expect(await read(commune, province)).toBe(reading);
	});
});

test('many names are answered in their order', async () => {
	const names = ['Ba Đình', 'Không Có', 'Hoàn Kiếm', 'Ba Đình'].map((commune) => ({ commune, province: 'Hà Nội' }));

	const readings = await readAreaNames(platform.db, names, '2026-11-24');

	expect(readings.map((one) => ('fault' in one ? one.fault : one.area.name.en))).toEqual([
		...['Ba Dinh Ward, Ha Noi City', 'commune-unknown', 'Hoan Kiem Ward, Ha Noi City', 'Ba Dinh Ward, Ha Noi City'],
	]);
});

describe.skipIf(!existsSync(conversion))('a name of before July 2025, with the office’s table', () => {
	beforeAll(() => importAreaFile(platform.db, conversion));

	test.each([
		['of a commune that went whole', 'Phường Trúc Bạch', 'Hà Nội', 'Phường Ba Đình, Thành phố Hà Nội'],
		['with its district', 'Phường Trúc Bạch, Quận Ba Đình', 'TP Hà Nội', 'Phường Ba Đình, Thành phố Hà Nội'],
	])('%s is read as its successor', async (_what, commune, province, name) => {
		expect(await read(commune, province)).toBe(name);
	});

	test('of a commune that was divided lists all it became', async () => {
		expect(await read('Phường Cống Vị', 'Hà Nội')).toMatch(/^commune-split: .*Phường Giảng Võ.*Phường Ngọc Hà/);
	});
});
