import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/sql';
import { openTestPlatform, type TestPlatform } from '#test/database';
import { findAreaByCode } from './find-areas.ts';
import { importAreaFile, importAreas } from './import.ts';
import { readPackage } from './read-package.ts';
import { readTable } from './read-table.ts';

const tables = join(import.meta.dirname, '../../../shared/data/vn-admin');
const conversion = join(tables, 'nso_conversion_old_new_2025.csv');

describe('the package', () => {
	let platform: TestPlatform;
	beforeAll(async () => {
		platform = await openTestPlatform();
	});
	afterAll(() => platform.close());

	test('gives 34 provinces and 3,321 communes now, 63 provinces and 10,034 communes before', async () => {
		const report = await importAreas(platform.db, readPackage());

		expect(report.added).toEqual({ country: 1, province: 34 + 63, district: 691, commune: 3_321 + 10_034 });
		expect(report.linksAdded).toBe(10_034);
		expect(report.refused).toEqual([]);
	});

	test('imported a second time adds nothing', async () => {
		const report = await importAreas(platform.db, readPackage());

		expect(report.added).toEqual({ country: 0, province: 0, district: 0, commune: 0 });
		expect(report).toMatchObject({ changed: 0, aliasesAdded: 0, linksAdded: 0, linksRemoved: 0 });
	});

	test.skipIf(!existsSync(tables))('gives way to the office’s tables, and does not come back over them', async () => {
		const now = await importAreaFile(platform.db, join(tables, 'communes_2025_flat.csv'));
		const links = await importAreaFile(platform.db, conversion);
		const again = await importAreas(platform.db, readPackage());

		expect(now.added.commune).toBe(0);
		expect(await findAreaByCode(platform.db, 'commune', '06978', '2026-01-01')).toMatchObject({ name: 'Xã Ba Chẽ' });
		expect(await findAreaByCode(platform.db, 'commune', '06970', '2026-01-01')).toMatchObject({ name: 'Xã Ba Chẽ' });
		// Five island districts and Xã Ia Mơ; one of the package's districts had ended before.
		expect(links.added).toEqual({ country: 0, province: 0, district: 6, commune: 1 });
		expect(links).toMatchObject({ linksAdded: 538, linksRemoved: 2 });
		expect(await countSuccessions(platform)).toEqual({ links: 10_570, split: 440, unknown: 0 });
		expect(await countOldDistricts(platform)).toBe(696);
		expect(again.added.district).toBe(0);
		expect(again).toMatchObject({ changed: 0, aliasesAdded: 0, linksAdded: 0, linksRemoved: 0 });
	});
});

describe.skipIf(!existsSync(tables))('the office’s tables alone', () => {
	let platform: TestPlatform;
	beforeAll(async () => {
		platform = await openTestPlatform();
	});
	afterAll(() => platform.close());

	test('give all units and links, and name the rows that contradict the table', async () => {
		const before = await importAreaFile(platform.db, join(tables, 'nso_pre2025_communes_2025-01-04.csv'));
		const links = await importAreaFile(platform.db, conversion);

		expect(before.added).toEqual({ country: 1, province: 63, district: 696, commune: 10_050 });
		expect(links.added).toMatchObject({ province: 34, district: 0 });
		expect(links.refused.map(({ line, column }) => [line, column])).toEqual([
			[4749, 'oldCommune'],
			[9532, 'province'],
			[10652, 'province'],
		]);
		expect(await countSuccessions(platform)).toEqual({ links: 10_570, split: 440, unknown: 0 });
	});

	test('are stored in composed letters, whatever the file had', async () => {
		const names = await platform.db.rows(sql<{ name: string }>`select name from areas.unit`);

		expect(names.filter(({ name }) => name !== name.normalize('NFC'))).toEqual([]);
	});

	test('in either form of the conversion say the same', async () => {
		const report = await importAreaFile(platform.db, join(tables, 'old_to_new_2025.csv'));

		expect(report).toMatchObject({ changed: 0, aliasesAdded: 0, linksAdded: 0, linksRemoved: 0 });
	});
});

test('a file with other columns is refused', () => {
	expect(() => readTable('a,b\n1,2\n')).toThrow('invalid-input');
});

test.each([
	['Nhập toàn bộ', 'whole'],
	['Giữ nguyên', 'whole'],
	['Nhập một phần diện tích, toàn bộ dân số', 'part'],
	['Đổi tên từ một phần Phường 15', 'part'],
	['Phần còn lại sau khi tách một phần vào xã Canh Vinh', 'part'],
	['', 'unknown'],
])('the note "%s" means %s', (note, extent) => {
	const table = `new_province_code,new_province,new_commune_code,new_commune,old_commune_code,old_commune,note,old_district_code,old_district,old_province_code,old_province
01,Thành phố Hà Nội,00004,Phường Ba Đình,00004,Phường Trúc Bạch,"${note}",001,Quận Ba Đình,01,Thành phố Hà Nội`;

	expect(readTable(table).links[0]?.extent).toBe(extent);
});

const countSuccessions = ({ db }: TestPlatform) =>
	db.one(sql<object>`
		select
			count(*)::integer as links,
			(count(*) filter (where extent = 'unknown'))::integer as unknown,
			(select count(*)::integer from (select old_id from areas.succession group by old_id having count(*) > 1) as x) as split
		from areas.succession`);

const countOldDistricts = async ({ db }: TestPlatform) =>
	(await db.one(sql<{ count: number }>`select count(*)::integer from areas.unit where level = 'district'`)).count;
