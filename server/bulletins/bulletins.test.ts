import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAreaByCode } from '#areas';
import { getBulletin, listBulletins, printBulletin, writeBulletins } from '#bulletins';
import { beginDuties } from '#monitoring';
import { countToday } from '#overview';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addDeclared, administrator, moveTo, staff } from '#test/people';
import { dutyOf, openWatch, report, type Watch } from '#test/watch';
import { layoutBulletin } from './layout.ts';

let watch: Watch;
let country: number;
const minister = staff('Bộ Y tế', { name: 'health-officer' });

/** Three of Ba Đình, of whom two reported yesterday; it is nine in the morning. */
beforeAll(async () => {
	watch = await openWatch();
	const { platform, areas } = watch;
	country = (await findAreaByCode(platform.db, 'country', 'VN', '2026-11-24'))!.areaId;
	const persons = [];
	for (const phone of ['+84901110001', '+84901110002', '+84901110003'])
		persons.push((await addDeclared(platform, phone)).personId);
	const duties = persons.map((one) => dutyOf(one, areas.baDinh.path));
	await beginDuties(platform.db, duties, platform.clock.now());
	await report(platform, watch.station, persons.slice(0, 1));
	await countToday(platform.db, platform.clock.now());
	await moveTo(platform, '2026-11-25T08:55:00+07:00');
	await report(platform, watch.station, persons.slice(1, 2), undefined, { at: '2026-11-24T21:00:00+07:00' });
	platform.clock.set('2026-11-25T09:00:00+07:00');
	await writeBulletins(platform.db, platform.clock.now());
});
afterAll(() => watch.platform.close());

const day = '2026-11-24';
const get = (areaId: number, caller = minister) => call(watch.platform, getBulletin, caller, { areaId, day });

test('at nine every area that watches somebody has one of yesterday, with what came late', async () => {
	const { haNoi, baDinh } = watch.areas;
	for (const areaId of [country, haNoi.areaId, baDinh.areaId]) {
		const { numbers, short } = await get(areaId);
		expect(numbers).toMatchObject({ due: 3, reported: 2, watched: 3 });
		expect(short).toMatchObject([{ areaId: baDinh.areaId, due: 3, reported: 2 }]);
	}
});

test('an area that watches nobody has none', async () => {
	await expect(get(watch.areas.hue.areaId)).rejects.toMatchObject({ code: 'not-found' });
});

test('written once it stays, whatever is counted later', async () => {
	const { platform } = watch;
	const before = await get(country);
	await platform.db.run(sql`update monitoring.duty set begun_at = ${platform.clock.now()}`);
	platform.clock.set('2026-11-25T09:30:00+07:00');

	await writeBulletins(platform.db, platform.clock.now());

	expect(await get(country)).toEqual(before);
});

test('the list of an area, the newest first, page by page', async () => {
	const { platform } = watch;
	const list = (before?: string) =>
		call(platform, listBulletins, minister, { areaId: country, limit: 1, ...(before ? { before } : {}) });

	expect(await list()).toMatchObject({ bulletins: [{ day, due: 3, reported: 2, shortUnits: 1 }], hasMore: false });
	expect((await list(day)).bulletins).toEqual([]);
});

test('as a PDF it has every number on A4', async () => {
	const { base64, fileName } = await call(watch.platform, printBulletin, minister, { areaId: country, day });

	const file = Buffer.from(base64, 'base64').toString('latin1');
	expect(file.startsWith('%PDF-')).toBe(true);
	expect(file).toContain('/MediaBox [0 0 595.275591 841.889764]');
	expect(fileName).toBe('bao-cao-ngay-2026-11-24-Viet-Nam.pdf');
});

test('whoever reads English prints it in English: every word of it', async () => {
	const bulletin = await get(country);
	const textsOf = (language: 'vi' | 'en') =>
		layoutBulletin(bulletin, 'MOH', language).flatMap(({ title, shapes }) => [
			title,
			...shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])),
		]);
	const english = textsOf('en');

	expect(english).toEqual(expect.arrayContaining(['Health watch on 24/11/2026', 'Under watch', 'Viet Nam']));
	expect(english).toHaveLength(textsOf('vi').length);
	expect(english.join(' ')).not.toMatch(/đơn vị|báo|ngày|người|trang/i);

	const { fileName } = await call(
		watch.platform,
		printBulletin,
		{ ...minister, language: 'en' },
		{ areaId: country, day },
	);
	expect(fileName).toBe('bulletin-2026-11-24-Viet-Nam.pdf');
});

test('officers of the area and above read it; next door, elsewhere, analysts and administrators do not', async () => {
	const { areas, station, province, neighbour, elsewhere } = watch;
	for (const who of [station, province]) expect((await get(areas.baDinh.areaId, who)).numbers.due).toBe(3);
	for (const who of [neighbour, elsewhere, staff('Bộ Y tế', { name: 'analyst' }), administrator]) {
		await expect(get(areas.baDinh.areaId, who)).rejects.toMatchObject({ code: 'not-allowed' });
		const list = call(watch.platform, listBulletins, who, { areaId: areas.baDinh.areaId });
		await expect(list).rejects.toMatchObject({ code: 'not-allowed' });
		const print = call(watch.platform, printBulletin, who, { areaId: areas.baDinh.areaId, day });
		await expect(print).rejects.toMatchObject({ code: 'not-allowed' });
	}
});
