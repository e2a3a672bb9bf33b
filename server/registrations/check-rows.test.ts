import { expect, test } from 'vitest';
import type { NameReading } from '#areas';
import { firstPlaceTypes } from '#places';
import { checkRows, type Known } from './check-rows.ts';
import { sayFault } from './faults.ts';
import type { SheetRow } from './sheet/read-sheet.ts';
import { indexTypes } from './type-names.ts';

const baDinh = {
	areaId: 7,
	path: '1.2.7',
	name: { vi: 'Phường Ba Đình, Thành phố Hà Nội', en: 'Ba Dinh Ward, Ha Noi City' },
};
const good = {
	...{ name: 'Quán Ẩm Thực', type: 'Quán ăn', commune: 'Ba Đình', province: 'Hà Nội', address: '12 phố Quán Thánh' },
};
const row = (change: SheetRow['cells'] = {}, number = 2): SheetRow => ({
	...{ number, hasMore: false },
	cells: { ...good, ...change },
});
const check = (rows: SheetRow[], known: Partial<Known> = {}) =>
	checkRows(rows, {
		typeOf: indexTypes(firstPlaceTypes),
		areas: rows.map(() => ({ area: baDinh, isOldName: false })),
		reach: [],
		references: new Set(),
		...known,
	});
const faultsOf = (change: SheetRow['cells'], known: Partial<Known> = {}) =>
	check([row(change)], known)[0]!.faults.map(({ column, fault }) => `${column} ${fault}`);

test('a good row is read as it will be registered', () => {
	const [one] = check([
		row({
			...{ reference: ' CH-001 ', gates: 'Cổng chính; Cổng sau', controllers: '901234567; +84 987 654 321' },
			capacity: '1.200',
		}),
	]);

	expect(one).toMatchObject({ state: 'good', faults: [] });
	expect(one!.place).toEqual({
		...{ reference: 'CH-001', name: 'Quán Ẩm Thực', type: 'eatery', area: 7, address: '12 phố Quán Thánh' },
		...{ gates: ['Cổng chính', 'Cổng sau'], phones: ['+84901234567', '+84987654321'], capacity: 1_200 },
	});
});

test.each([
	['by its code', 'eatery'],
	['in English', 'Eatery'],
	['without diacritics', 'quan an'],
	['by one of several names', 'Siêu thị'],
	['by one of several English names', 'Shopping centre'],
])('a kind of place is understood %s', (_how, type) => {
	expect(faultsOf({ type })).toEqual([]);
});

test.each<[string, SheetRow['cells'], string[]]>([
	['a name is missing', { name: ' ' }, ['name missing']],
	['a name has 201 letters', { name: 'Ộ'.repeat(201) }, ['name too-long']],
	['a kind is in no list', { type: 'Tàu vũ trụ' }, ['type type-unknown']],
	['bricks stand nowhere', { address: '' }, ['address address-missing']],
	['a phone is none', { controllers: '0901 234' }, ['controllers phone-invalid']],
	[
		'eleven phones are too many',
		{ controllers: Array(11).fill('0901234567').join(';') },
		['controllers phones-too-many'],
	],
	['a gate is there twice', { gates: 'Cổng A; cong a' }, ['gates gate-twice']],
	[
		'gates are too many',
		{ gates: Array.from({ length: 101 }, (_none, at) => `C${at}`).join(';') },
		['gates gates-too-many'],
	],
	['a capacity is a word', { capacity: 'nhiều' }, ['capacity capacity-invalid']],
	['a cell is a formula', { name: { odd: 'formula' } }, ['name formula']],
	['an address became a date', { address: { odd: 'date', day: '2026-12-05' } }, ['address date']],
	['letters are broken', { name: 'Qu\uFFFDn' }, ['name unreadable']],
	['several things are wrong', { name: '', controllers: 'x' }, ['name missing', 'controllers phone-invalid']],
])('it is told that %s', (_what, change, faults) => {
	expect(faultsOf(change)).toEqual(faults);
	expect(check([row(change)])[0]!.state).toBe('faulty');
});

test('a vehicle needs no address', () => {
	expect(faultsOf({ type: 'Taxi', address: '' })).toEqual([]);
});

test.each([
	['200 letters are a name', { name: 'Ỗ'.repeat(200) }],
	['two letters are a name', { name: 'Ổi' }],
	['one place may hold a million', { capacity: '1000000' }],
	['a hundred gates are allowed', { gates: Array.from({ length: 100 }, (_none, at) => `C${at}`).join(';') }],
])('%s', (_what, change) => {
	expect(faultsOf(change)).toEqual([]);
});

test('a divided commune is told with those it may be', () => {
	const candidates = [baDinh.name, { vi: 'Phường Ngọc Hà', en: 'Ngoc Ha Ward' }];
	const areas: NameReading[] = [{ fault: 'commune-split', candidates }];

	const [one] = check([row()], { areas });

	expect(one).toMatchObject({
		state: 'faulty',
		faults: [{ column: 'commune', fault: 'commune-split', areas: candidates }],
	});
	expect(sayFault(one!.faults[0]!).vi).toContain('Phường Ba Đình, Thành phố Hà Nội; Phường Ngọc Hà');
});

test('an old name with one successor is taken, and told', () => {
	const [one] = check([row()], { areas: [{ area: baDinh, isOldName: true }] });

	expect(one).toMatchObject({ state: 'good', faults: [{ column: 'commune', fault: 'old-name' }] });
});

test.each([
	[['1.2'], 'good'],
	[['1.2.7'], 'good'],
	[['1.9', '1.2.7'], 'good'],
	[['1.2.71'], 'faulty'],
	[['1.9'], 'faulty'],
])('who may register in %s has a row of 1.2.7 that is %s', (reach, state) => {
	expect(check([row()], { reach })[0]!.state).toBe(state);
});

test('two rows with one own code, or one name and address, are told which row they are the same as', () => {
	const found = check([
		row({ reference: 'A' }, 2),
		row({ reference: 'A', address: 'nơi khác' }, 3),
		row({ name: 'QUAN AM THUC' }, 4),
		row({ name: 'Quán khác' }, 5),
	]);

	expect(found.map(({ state }) => state)).toEqual(['good', 'faulty', 'faulty', 'good']);
	expect(found[1]!.faults).toEqual([{ column: 'reference', fault: 'reference-twice', row: 2 }]);
	expect(found[2]!.faults).toEqual([{ column: 'row', fault: 'place-twice', row: 2 }]);
});

test('an own code that was registered before is left as it is', () => {
	const [one] = check([row({ reference: 'A' })], { references: new Set(['A']) });

	expect(one!.state).toBe('known');
});

test('no fault repeats what stands in the file', () => {
	const { faults } = check([row({ name: { odd: 'formula' }, controllers: 'bí mật 0901', type: 'bí mật' })])[0]!;

	expect(JSON.stringify(faults)).not.toMatch(/bí mật|0901/);
});
