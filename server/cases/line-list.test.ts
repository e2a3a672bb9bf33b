import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordTest } from '#laboratory';
import { declareOutbreak } from '#outbreaks';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { addCase, addPerson, openTracing, type Tracing } from '#test/tracing';
import { ageBand } from './age-band.ts';
import { change } from './change.ts';
import { countByOutbreak } from './count-by-outbreak.ts';
import { countCases } from './count-cases.ts';
import { within } from './line-filter.ts';
import { listCases } from './list-cases.ts';
import { readNumber } from './number.ts';
import { openCase } from './open-case.ts';

let tracing: Tracing;
/** By name: a confirmed one, a suspected one without onset, a probable one that died, one of Huế. */
let cases: Record<'sure' | 'suspected' | 'dead' | 'hue', string>;
let outbreak: string;

beforeAll(async () => {
	tracing = await openTracing();
	const { platform, areas, wardOfficer, strangeOfficer } = tracing;
	const person = (profile: object = {}) => addPerson(platform, { fullName: 'Đỗ Thị Ba', ...profile });
	const add = async (minute: number, more: Parameters<typeof addCase>[2], who = {}) => {
		platform.clock.set(`2026-11-24T07:0${minute}:00+07:00`);
		return addCase(tracing, await person(who), more);
	};
	cases = {
		sure: await add(1, { onsetOn: '2026-11-18' }, { areaId: areas.thuanHoa.areaId, birthYear: 1990 }),
		suspected: await add(2, { isSuspected: true }),
		dead: await add(3, { onsetOn: '2026-11-20' }),
		hue: '',
	};
	platform.clock.set('2026-11-24T08:00:00+07:00');
	const inHue = { areaId: areas.thuanHoa.areaId, classification: 'confirmed' as const, rule: 'who-2021' };
	cases.hue = (
		await call(platform, openCase, strangeOfficer, { person: await person(), ...inHue, purpose: 'Điều tra' })
	).caseId;
	const said = { name: 'Quán Thánh', location: 'Số 12', advice: 'Đeo khẩu trang', decision: '1/TB-TYT' };
	const when = { fromOn: '2026-11-18', determinedAt: '2026-11-23T08:00:00+07:00' };
	const about = { areaId: areas.baDinh.areaId, disease: 'covid-19', ...said, ...when };
	outbreak = (await call(platform, declareOutbreak, wardOfficer, about)).outbreakId;
	await call(platform, change, wardOfficer, {
		...{ caseId: cases.dead, classification: 'probable', outcome: 'died', outcomeOn: '2026-11-23' },
		...{ outbreak, source: 'hospital', occupation: 'Tiểu thương', isolatedAt: '2026-11-22T10:00:00+07:00' },
	});
	const { person: tested } = (await list({ classification: 'confirmed' })).cases[0]!;
	await call(platform, recordTest, wardOfficer, {
		...{ person: tested!, disease: 'covid-19', kind: 'pcr', sampledAt: '2026-11-19T08:00:00+07:00' },
		...{ result: 'positive', laboratory: 'CDC', sampleId: '1', areaId: areas.baDinh.areaId },
	});
});
afterAll(() => tracing.platform.close());

const list = (input: object = {}, who: Caller = tracing.officer) => call(tracing.platform, listCases, who, input);
const namesOf = (answer: { cases: { caseId: string }[] }) =>
	answer.cases.map(({ caseId }) => Object.entries(cases).find(([, id]) => id === caseId)?.[0]);

test.each([
	['newest', ['dead', 'suspected', 'sure']],
	['onset', ['dead', 'sure', 'suspected']],
	['classification', ['sure', 'dead', 'suspected']],
] as const)('in the order %s, page by page, nothing is missing and nothing twice', async (order, expected) => {
	const seen: unknown[] = [];
	let cursor: string | undefined;
	do {
		const page = await list({ order, limit: 1, cursor });
		seen.push(...namesOf(page));
		cursor = page.nextCursor;
	} while (cursor);

	expect(seen).toEqual(expected);
});

test.each([
	['classification', { classification: 'probable' }, ['dead']],
	['outcome', { outcome: 'died' }, ['dead']],
	['no outcome yet', { outcome: 'none' }, ['suspected', 'sure']],
	['isolated', { isIsolated: true }, ['dead']],
	['not isolated', { isIsolated: false }, ['suspected', 'sure']],
	['with a result', { hasResult: true }, ['sure']],
	['without a result', { hasResult: false }, ['dead', 'suspected']],
	['onset from a day', { onsetFrom: '2026-11-20' }, ['dead']],
	['onset until a day, the last included', { onsetUntil: '2026-11-20' }, ['dead', 'sure']],
	['reported on a day', { reportedFrom: '2026-11-24', reportedUntil: '2026-11-24' }, ['dead', 'suspected', 'sure']],
	['reported before', { reportedUntil: '2026-11-23' }, []],
	['disease', { disease: 'measles' }, []],
	['closed', { state: 'closed' }, []],
	['number, as somebody says it', { number: '2' }, ['suspected']],
	['two at once', { isIsolated: false, hasResult: true }, ['sure']],
])('the list is narrowed by %s, and counted so', async (_what, filter, expected) => {
	expect(namesOf(await list(filter))).toEqual(expected);
	expect(await call(tracing.platform, countCases, tracing.officer, filter as object)).toMatchObject({
		...{ total: expected.length, hasMore: false },
	});
});

test('by outbreak, and by an area below the own one', async () => {
	const { areas } = tracing;

	expect(namesOf(await list({ outbreak }))).toEqual(['dead']);
	expect(namesOf(await list({ areaId: areas.baDinh.areaId }))).toEqual(['dead', 'suspected', 'sure']);
	expect(namesOf(await list({ areaId: areas.hue.areaId }))).toEqual([]);
	expect(namesOf(await list({ areaId: areas.hue.areaId }, tracing.nationalOfficer))).toEqual(['hue']);
	expect(namesOf(await list({ areaId: 999_999 }, tracing.nationalOfficer))).toEqual([]);
	expect(namesOf(await list({ areaId: areas.haNoi.areaId }, tracing.wardOfficer))).toHaveLength(3);
});

test('a row tells the number, the newest test, the band of ages and the commune, and no name', async () => {
	const { cases: rows } = await list();

	expect(rows.find(({ caseId }) => caseId === cases.sure)).toMatchObject({
		...{ number: 'BN-2026-000001', maskedName: 'Đỗ Thị ***', ageBand: '30–44' },
		...{ newestTest: { result: 'positive', kind: 'pcr' }, livesIn: { vi: 'Phường Thuận Hóa, Thành phố Huế' } },
	});
	expect(rows.find(({ caseId }) => caseId === cases.dead)).toMatchObject({
		...{ outcome: 'died', outcomeOn: '2026-11-23', source: 'hospital', occupation: 'Tiểu thương' },
		...{ outbreak, outbreakName: 'Quán Thánh', isolatedAt: '2026-11-22T03:00:00.000Z' },
	});
});

test('each province counts its own cases', async () => {
	expect((await list({}, tracing.strangeOfficer)).cases[0]!.number).toBe('BN-2026-000001');
});

test('an outbreak counts its cases', async () => {
	const { counts } = await call(tracing.platform, countByOutbreak, tracing.officer, { outbreaks: [outbreak] });

	expect(counts).toEqual([{ outbreak, classification: 'probable', cases: 1, open: 1, died: 1 }]);
});

test.each([
	['of another disease', { disease: 'measles' }],
	['of another area', { areaPath: 'hue' }],
])('a case does not belong to an outbreak %s', async (_what, { disease, areaPath }: Record<string, string>) => {
	const { platform, areas, nationalOfficer } = tracing;
	const { outbreakId } = await call(platform, declareOutbreak, nationalOfficer, {
		...{ areaId: (areaPath ? areas.hue : areas.baDinh).areaId, disease: disease ?? 'covid-19', name: 'Khác' },
		...{ location: 'Nơi khác', advice: 'Đeo khẩu trang', decision: '1/TB', fromOn: '2026-11-18' },
		determinedAt: '2026-11-23T08:00:00+07:00',
	});

	const changing = call(platform, change, nationalOfficer, { caseId: cases.sure, outbreak: outbreakId });

	await expect(changing).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'outbreakId' } });
});

test.each([
	['onset', '2026-02-30-5'],
	['onset', '1732000000000-5'],
	['classification', '4-1732000000000-5'],
	['classification', '3-5'],
	['newest', '3-1732000000000-5'],
])('a cursor of another order leads nowhere: %s %s', async (order, cursor) => {
	await expect(list({ order, cursor })).rejects.toMatchObject({ options: { field: 'cursor' } });
});

const now = new Date('2026-11-24T01:00:00Z');
test.each([
	['BN-2026-000123', 'BN-2026-000123'],
	[' bn 2025 7 ', 'BN-2025-000007'],
	['123', 'BN-2026-000123'],
	['BN-2026-1234567', 'BN-2026-1234567'],
	['Nguyễn', undefined],
	['2026-', undefined],
])('the number typed as %s is %s', (typed, number) => expect(readNumber(typed, now)).toBe(number));

test.each([
	[2026, '0–4'],
	[2021, '5–17'],
	[1996, '30–44'],
	[1982, '30–44'],
	[1981, '45–59'],
	[1900, '75+'],
	[2027, undefined],
])('somebody born in %i is in the band %s in 2026', (year, band) => expect(ageBand(year, 2026)).toBe(band));

test.each([
	['everything', [''], [':'], '1.24', ['1.24']],
	['an area above', ['1.24.3'], ['1.24.3/'], '1.24', ['1.24.3']],
	['the same', ['1.24'], ['1.24/'], '1.24', ['1.24']],
	['an area beside, of a longer number', ['1.240'], ['1.240/'], '1.24', []],
	['an area elsewhere', ['1.25'], ['1.25/'], '1.24', []],
])('of %s an area keeps its part', (_what, from, until, path, expected) => {
	expect(within({ from, until }, path).from).toEqual(expected);
});
