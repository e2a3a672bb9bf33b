import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areas } from '#areas';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { openTestPlatform, type TestPlatform } from '#test/database';
import type { Area } from './area.ts';
import { findAreaByCode } from './find-areas.ts';
import { get } from './get.ts';
import { importAreaFile } from './import.ts';
import { listChildrenOperation } from './list-children.ts';
import { listPredecessors } from './list-predecessors.ts';
import { listSuccessors } from './list-successors.ts';
import { search } from './search.ts';

const conversion = join(import.meta.dirname, '../../../shared/data/vn-admin/nso_conversion_old_new_2025.csv');
const anybody: Caller = { actor: { kind: 'anyone' }, address: 'test', requestId: 'test', language: 'vi' };
const before = '2025-06-30';
const after = '2025-07-01';

let platform: TestPlatform;
beforeAll(async () => {
	platform = await openTestPlatform();
	await areas.prepare!(platform);
});
afterAll(() => platform.close());

const idOf = async (level: 'province' | 'district' | 'commune', code: string, onDay = after) =>
	(await findAreaByCode(platform.db, level, code, onDay))!.areaId;
const children = async (parentId: number | undefined, onDay?: string) =>
	(await call(platform, listChildrenOperation, anybody, { parentId, onDay })).areas as Area[];
const namesFound = async (text: string, rest: object = {}) =>
	(await call(platform, search, anybody, { text, ...rest })).areas.map(({ fullName }) => fullName.vi);

describe('asked as of a day', () => {
	test('there are 63 provinces on 30 June 2025 and 34 the day after', async () => {
		expect(await children(undefined, before)).toHaveLength(63);
		expect(await children(undefined, after)).toHaveLength(34);
		expect(await children(undefined)).toHaveLength(34);
	});

	test('below a province there are districts until then, and communes since', async () => {
		const [old] = (await children(undefined, before)).filter(({ name }) => name === 'Thành phố Hà Nội');
		const now = await children(await idOf('province', '01'));

		const districts = await children(old!.areaId, before);
		expect(districts).toHaveLength(30);
		expect(districts.every(({ level }) => level === 'district')).toBe(true);
		expect(now).toHaveLength(126);
		expect(now.every(({ level }) => level === 'commune')).toBe(true);
		expect(await children(old!.areaId, after)).toEqual([]);
	});

	test('a code means the unit that had it that day', async () => {
		expect(await findAreaByCode(platform.db, 'commune', '00004', before)).toMatchObject({ name: 'Phường Trúc Bạch' });
		expect(await findAreaByCode(platform.db, 'commune', '00004', after)).toMatchObject({ name: 'Phường Ba Đình' });
	});

	test('children stand in Vietnamese order', async () => {
		const names = (await children(undefined)).map(({ name }) => name);

		expect(names.slice(0, 4)).toEqual(['Tỉnh An Giang', 'Tỉnh Bắc Ninh', 'Tỉnh Cà Mau', 'Tỉnh Cao Bằng']);
		expect(names.indexOf('Thành phố Đà Nẵng')).toBeLessThan(names.indexOf('Tỉnh Đắk Lắk'));
	});

	test('a day that does not exist is refused', async () => {
		await expect(children(undefined, '2025-02-30')).rejects.toMatchObject({ code: 'invalid-input' });
	});
});

describe('a search', () => {
	test('without diacritics finds all that read so', async () => {
		const names = await namesFound('ba dinh');

		expect(names.slice(0, 2)).toEqual(['Xã Ba Dinh, Tỉnh Quảng Ngãi', 'Phường Ba Đình, Thành phố Hà Nội']);
	});

	test.each(['Ba Đình', 'BA ĐÌNH', 'phường ba đình', 'phuong ba dinh'])('for "%s" finds it first', async (text) => {
		expect((await namesFound(text))[0]).toBe('Phường Ba Đình, Thành phố Hà Nội');
	});

	test('names what is written exactly before what begins with it, and that before what has it inside', async () => {
		const names = await namesFound('Hoa Lư');

		expect(names[0]).toBe('Phường Hoa Lư, Tỉnh Ninh Bình');
		expect(names.indexOf('Phường Tây Hoa Lư, Tỉnh Ninh Bình')).toBeGreaterThan(0);
	});

	test('keeps to a level, a province, a day and a number of answers', async () => {
		const hanoi = await idOf('province', '01');

		expect(await namesFound('hà nội', { level: 'province' })).toEqual(['Thành phố Hà Nội']);
		expect((await namesFound('tân', { withinId: hanoi })).every((name) => name.endsWith('Thành phố Hà Nội'))).toBe(
			true,
		);
		expect((await namesFound('Quận Ba Đình', { onDay: before }))[0]).toBe('Quận Ba Đình, Thành phố Hà Nội');
		expect(await namesFound('Quận Ba Đình', { onDay: after })).toEqual([]);
		expect(await namesFound('an', { limit: 3 })).toHaveLength(3);
	});

	test('for a sign that is in no name finds nothing', async () => {
		expect(await namesFound('%')).toEqual([]);
		expect(await namesFound('___')).toEqual([]);
	});
});

test('a unit is given with the names of those it lies in', async () => {
	const area = await call(platform, get, anybody, { areaId: await idOf('commune', '00004') });

	expect(area.fullName).toEqual({ vi: 'Phường Ba Đình, Thành phố Hà Nội', en: 'Ba Dinh Ward, Ha Noi City' });
	await expect(call(platform, get, anybody, { areaId: 2_000_000_000 })).rejects.toMatchObject({ code: 'not-found' });
});

describe('what became of a unit', () => {
	const linked = async (operation: typeof listSuccessors, areaId: number) => {
		const answer = await call(platform, operation, anybody, { areaId });
		return { ...answer, names: answer.linked.map(({ area }) => area.name) };
	};

	test('is not called complete while the source does not say whether there are others', async () => {
		const answer = await linked(listSuccessors, await idOf('commune', '00016', before));

		expect(answer.linked.map(({ extent }) => extent)).toEqual(['unknown']);
		expect(answer.isComplete).toBe(false);
	});

	describe.skipIf(!existsSync(conversion))('by the office’s table', () => {
		beforeAll(async () => void (await importAreaFile(platform.db, conversion)));

		test('is one commune for one that went whole', async () => {
			const answer = await linked(listSuccessors, await idOf('commune', '00004', before));

			expect(answer).toMatchObject({ names: ['Phường Ba Đình'], isComplete: true });
			expect(answer.linked[0]!.extent).toBe('whole');
		});

		test('is several for one that was split', async () => {
			const answer = await linked(listSuccessors, await idOf('commune', '00016', before));

			expect(answer.names.length).toBeGreaterThan(1);
			expect(answer.linked.every(({ extent }) => extent === 'part')).toBe(true);
			expect(answer.isComplete).toBe(true);
		});

		test('is the special zone for an island district that had no communes', async () => {
			expect(await linked(listSuccessors, await idOf('district', '755', before))).toMatchObject({
				names: ['Đặc khu Côn Đảo'],
				isComplete: true,
			});
		});

		test('is the provinces for a province, and the other way round', async () => {
			expect((await linked(listSuccessors, await idOf('province', '77', before))).names).toEqual([
				'Thành phố Hồ Chí Minh',
			]);
			expect((await linked(listPredecessors, await idOf('province', '79'))).names).toEqual([
				'Tỉnh Bà Rịa - Vũng Tàu',
				'Tỉnh Bình Dương',
				'Thành phố Hồ Chí Minh',
			]);
		});

		test('names all the old communes a new one was made of', async () => {
			const { names } = await linked(listPredecessors, await idOf('commune', '00004'));

			expect(names).toContain('Phường Trúc Bạch');
			expect(names).toContain('Phường Thụy Khuê');
		});
	});
});
