import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import {
	decide,
	getArea,
	listNewest,
	listProposals,
	listRuleSets,
	loadFigures,
	propose,
	risk,
	setRuleSet,
	tellFacts,
} from '#risk';
import { at } from '#test/door';
import { openRestrictions, type Restrictions } from '#test/restrictions';

let door: Restrictions;
beforeAll(async () => {
	door = await openRestrictions();
});
afterAll(() => door.platform.close());
beforeEach(async () => {
	door.setClock('08:00:00');
	for (const table of ['proposal', 'decision', 'facts', 'case_count', 'population'])
		await door.platform.db.run({ name: `clear-${table}`, text: `delete from risk.${table}`, values: [] });
});

const ward = () => door.callers.ward;
const ba = () => door.areas.baDinh.areaId;
const about = { disease: 'covid-19', ruleSet: 'nq-128-qd-4800' };
const load = (kind: 'population' | 'cases', text: string, dryRun = false) =>
	call(door.platform, loadFigures, door.callers.administrator, {
		...{ kind, disease: 'covid-19', source: 'CDC Hà Nội', content: Buffer.from(text).toString('base64'), dryRun },
	});
const tell = (facts: object, change: object = {}) =>
	call(door.platform, tellFacts, ward(), { areaId: ba(), disease: 'covid-19', facts, ...change });
const work = (change: object = {}, who = ward()) =>
	call(door.platform, propose, who, { areaId: ba(), ...about, ...change });
const proposals = async (change: object = {}, who = ward()) =>
	(await call(door.platform, listProposals, who, { ...about, ...change })).proposals;
let decisions = 0;
const set = (level: number, change: object = {}, who = ward()) =>
	call(door.platform, decide, who, {
		...{ areaId: ba(), ...about, level, decidedBy: 'Chủ tịch UBND phường', decisionNumber: `${++decisions}/QĐ-UBND` },
		...change,
	});
const read = (areaId = ba()) => call(door.platform, getArea, door.callers.anybody, { areaId });

describe('from facts to a published level', () => {
	test('proposed with its reasons, decided as it was proposed, and read by anybody', async () => {
		await load('population', 'Mã,Từ ngày,Dân số\n00004,2025-07-01,65.000\n');
		await tell({ newCases: 40, elderlyFull: 90 });

		expect(await work()).toEqual({ proposed: 1 });
		const [proposed] = await proposals();
		expect(proposed).toMatchObject({ areaId: ba(), level: 3, facts: { newCases: 40 } });
		expect(proposed!.reasons).toEqual([
			{
				vi: 'ca cộng đồng mới trong 7 ngày trên 100.000 dân: 61,54 (ngưỡng: từ 50)',
				en: 'new community cases in 7 days per 100,000 people: 61.54 (threshold: 50 or more)',
			},
		]);
		expect((await read()).current).toEqual([]);

		await set(3);
		expect((await read()).current).toMatchObject([{ level: 3, proposedLevel: 3, reasons: proposed!.reasons }]);
		expect(await proposals()).toEqual([]);
		expect(await proposals({ which: 'all' })).toMatchObject([{ level: 3, current: 3 }]);
	});

	test('decided otherwise only with a reason, which is published', async () => {
		await load('population', 'Mã,Từ ngày,Dân số\n00004,2025-07-01,65000\n');
		await tell({ newCases: 40 });
		await work();

		await expect(set(2)).rejects.toMatchObject({ code: 'reason-required', options: { field: 'differsBecause' } });
		await set(2, { differsBecause: 'Các ca đều trong khu cách ly' });

		expect((await read()).current).toMatchObject([
			{ level: 2, proposedLevel: 3, differsBecause: 'Các ca đều trong khu cách ly', reasons: [] },
		]);
	});

	test('holds from its moment: until then the one before', async () => {
		const why = { differsBecause: 'Theo chỉ đạo của tỉnh' };
		await set(2, why);
		await set(4, { ...why, holdsFrom: at('09:00:00') });

		const levels = async () => {
			const { current, coming, history } = await read();
			return [current, coming, history].map((list) => list.map(({ level }) => level));
		};
		door.setClock('08:59:59');
		expect(await levels()).toEqual([[2], [4], []]);
		door.setClock('09:00:00');
		expect(await levels()).toEqual([[4], [], [2]]);
	});

	test('the same decision sent again is the same; another level under its number is a conflict', async () => {
		const same = { decisionNumber: '77/QĐ-UBND', differsBecause: 'Theo chỉ đạo của tỉnh' };
		const { decisionId } = await set(2, same);

		expect(await set(2, same)).toEqual({ decisionId, wasDecided: true });
		await expect(set(3, same)).rejects.toMatchObject({ code: 'conflict' });
	});

	test('a level may not be lowered while a target is missed', async () => {
		await load('population', 'Mã,Từ ngày,Dân số\n00004,2025-07-01,65000\n');
		await set(4, { differsBecause: 'Theo chỉ đạo của tỉnh' });
		await tell({ newCases: 0, adultsOneDose: 60 });
		await work();

		expect(await proposals({ which: 'all' })).toMatchObject([{ level: 4, current: 4 }]);
		expect(await proposals({ which: 'all', areaId: ba() })).toHaveLength(1);
		expect(await proposals({ which: 'all', areaId: door.areas.hoanKiem.areaId })).toEqual([]);
	});

	test('facts older than a fortnight count no more', async () => {
		await load('population', 'Mã,Từ ngày,Dân số\n00004,2025-07-01,65000\n');
		await tell({ newCases: 400 }, { asOf: '2026-11-10' });
		await work();
		expect(await proposals()).toMatchObject([{ level: 4 }]);

		door.platform.clock.set('2026-11-25T00:20:00+07:00');
		await risk.jobs![0]!.run(door.platform, door.platform.clock.now(), undefined);
		expect(await proposals()).toEqual([]);
		await expect(tell({ newCases: 1 }, { asOf: '2026-11-10' })).rejects.toMatchObject({ options: { field: 'asOf' } });
	});

	test('our own confirmed cases of the last seven days count where nobody told', async () => {
		await load('population', 'Mã,Từ ngày,Dân số\n00004,2025-07-01,10000\n');
		const add = (personId: number, opened: string, classification = 'confirmed') =>
			door.platform.db.run(sql`
				insert into cases.case (case_id, person_id, disease, classification, area_path, rule, rule_version, opened_at)
				values (${String(personId)}, ${String(personId)}, 'covid-19', ${classification}, ${door.areas.baDinh.path},
					'qd-5053', 1, ${new Date(opened)})`);
		await add(901, '2026-11-18T00:00:00+07:00');
		await add(902, '2026-11-24T07:00:00+07:00');
		await add(903, '2026-11-17T23:59:59+07:00');
		await add(904, '2026-11-24T07:00:00+07:00', 'suspected');
		await work();

		expect(await proposals()).toMatchObject([{ level: 2, facts: { newCases: 2, confirmedCases: 3 } }]);
	});
});

describe('what is usual (Thông tư 15/2026)', () => {
	const usual = { ruleSet: 'tt-15-2026' };
	const months = (cases: number[], flag = '') =>
		cases.map((count, index) => `00004,tháng,${2021 + index}-11-15,${count},${flag}`).join('\n');
	const header = 'Mã,Kỳ,Từ ngày,Số ca,Năm dịch\n';

	test('is the mean of the same month of five years without epidemic ones', async () => {
		await load(
			'cases',
			`${header}${months([6, 8, 10, 12, 14])}\n00004,tháng,2020-11-01,900,x\n00004,tháng,2026-11-01,17,`,
		);
		await work(usual);

		const [proposed] = await proposals(usual);
		expect(proposed).toMatchObject({ level: 3 });
		expect(proposed!.reasons[0]!.vi).toBe(
			'Số ca trong tháng: 17 (ngưỡng: trên 16,32), theo trung bình 5 năm + 2 độ lệch chuẩn',
		);
	});

	test('adds up the communes a new one was made of, and leaves out those that went to several', async () => {
		const old = { code: '00001', name: 'Phường Phúc Xá' };
		const { db } = door.platform;
		await db.run(sql`
			insert into areas.unit (area_id, code, level, parent_id, path, name, name_en, kind, folded, folded_bare, sort_key,
				valid_from, valid_until)
			select 990000 + n, '9000' || n, 'commune', parent_id, path || '.' || (990000 + n), ${old.name} || n, 'Phuc Xa', 'Phường',
				'phuc xa', 'phuc xa', 'phuc xa', '2008-08-01', '2025-07-01'
			from areas.unit, generate_series(1, 3) n where area_id = ${ba()}`);
		await db.run(sql`
			insert into areas.succession (old_id, new_id, extent)
			select 990000 + n, ${ba()}, case n when 3 then 'part' else 'whole' end from generate_series(1, 3) n`);
		const old2 = [2021, 2022, 2023]
			.flatMap((year) => [1, 2, 3].map((n) => `9000${n},tháng,${year}-11-01,5,`))
			.join('\n');
		await load('cases', `${header}${old2}\n00004,tháng,2026-11-01,11,`);
		await work(usual);

		expect((await proposals(usual))[0]!.reasons[0]!.vi).toBe(
			'Số ca trong tháng: 11 (ngưỡng: trên 10), theo trung bình 3 năm + 2 độ lệch chuẩn',
		);
		await call(door.platform, decide, door.callers.country, {
			...{ areaId: 990001, ...about, level: 3, decidedBy: 'Chủ tịch UBND', decisionNumber: '1/2021' },
			differsBecause: 'Trước sáp nhập',
		});
		const page = await read();
		expect(page.history).toMatchObject([{ areaId: 990001, level: 3 }]);
		expect(page.current).toEqual([]);
		expect(page.predecessors.map(({ isPart }) => isPart)).toEqual([false, false, true]);
	});
});

describe('a province (QĐ 2686)', () => {
	test('follows from the levels of its communes', async () => {
		const asked = { ruleSet: 'qd-2686', areaId: door.areas.haNoi.areaId };
		const why = { ruleSet: 'qd-2686', differsBecause: 'Chùm ca chưa rõ nguồn lây' };
		await set(4, why);
		await set(4, { ...why, areaId: door.areas.hoanKiem.areaId }, door.callers.province);

		await work(asked, door.callers.province);

		const all = await proposals({ ruleSet: 'qd-2686', which: 'all' }, door.callers.province);
		const ofProvince = all.find(({ areaId }) => areaId === door.areas.haNoi.areaId);
		expect(ofProvince).toMatchObject({ level: 4, facts: { communesVeryHigh: 2, shareVeryHigh: 100 } });
	});
});

describe('figures', () => {
	test.each([
		['a code no area has', 'population', 'Mã,Từ ngày,Dân số\n99999,2025-07-01,5\n', [{ row: 2, column: 'code' }]],
		['a day there is not', 'population', 'Mã,Từ ngày,Dân số\n00004,31/02/2025,5\n', [{ row: 2, column: 'since' }]],
		['words for a number', 'population', 'Mã,Từ ngày,Dân số\n00004,2025-07-01,nhiều\n', [{ row: 2, column: 'people' }]],
		['a column that is not there', 'population', 'Mã,Dân số\n00004,5\n', [{ row: 1, column: 'since' }]],
		['neither week nor month', 'cases', 'Mã,Kỳ,Từ ngày,Số ca\n00004,quý,2025-07-01,5\n', [{ row: 2, column: 'span' }]],
	] as const)('with %s are told by row and column, and nothing is loaded', async (_what, kind, text, faults) => {
		expect(await load(kind, text)).toEqual({ rows: 0, faults });
	});

	test('of a dry run are not loaded', async () => {
		expect(await load('population', 'Mã,Từ ngày,Dân số\n00004,01/07/2025,5\n', true)).toEqual({ rows: 1, faults: [] });
		await tell({ newCases: 5 });
		expect(await work()).toEqual({ proposed: 0 });
	});
});

describe('rule sets', () => {
	test('come with the product, say what of them is unconfirmed, and get new versions', async () => {
		const all = async () => (await call(door.platform, listRuleSets, door.callers.anybody, {})).ruleSets;
		const shipped = await all();
		expect(shipped.map(({ ruleSet }) => ruleSet)).toEqual(['nq-128-qd-218', 'nq-128-qd-4800', 'qd-2686', 'tt-15-2026']);
		expect(shipped[1]!.unconfirmed).toContainEqual({ vi: 'ngưỡng 20 và 50 ca', en: 'the bands 20 and 50' });

		const { version: _old, ...fields } = shipped[1]!;
		const added = await call(door.platform, setRuleSet, door.callers.administrator, { ...fields, unconfirmed: [] });

		expect(added.version).toBe(2);
		expect((await all()).filter(({ ruleSet }) => ruleSet === 'nq-128-qd-4800')).toHaveLength(2);
		await expect(
			call(door.platform, setRuleSet, door.callers.administrator, { ...fields, levels: fields.levels.slice(0, 2) }),
		).rejects.toMatchObject({ options: { field: 'levels' } });
	});
});

describe('who may', () => {
	test('decide: officers of the area and above, nobody else', async () => {
		const why = { differsBecause: 'Theo chỉ đạo của tỉnh' };
		for (const who of ['ward', 'province', 'country'] as const) await set(2, why, door.callers[who]);
		for (const who of ['nextDoor', 'elsewhere', 'analyst', 'administrator'] as const)
			await expect(set(2, why, door.callers[who])).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('list the newest decisions: anybody, page by page', async () => {
		for (const level of [1, 2, 3]) await set(level, { differsBecause: 'Theo chỉ đạo của tỉnh' });
		const { decisions: newest } = await call(door.platform, listNewest, door.callers.anybody, {});
		expect(newest.map(({ level }) => level).sort()).toEqual([1, 2, 3]);
	});
});
