import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeCase, getOpenCaseRow } from '#cases';
import { addTold, review } from '#contacts';
import { addAlias, endAlias } from '#identity';
import { loadOutlines } from '#outlines';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { readCell } from '#shared/text/csv';
import { type Exporting, openExporting, takeExport } from '#test/exporting';
import { hasSharedData, readSharedJson } from '#test/shared-data';
import { addCase, addPerson, later, listLooks } from '#test/tracing';
import { healthy, report } from '#test/watch';
import { get } from './get.ts';
import { getPart } from './get-part.ts';
import { jobs } from './jobs.ts';

let tracing: Exporting;
let sick: string;
let met: string;
let caseId: string;
beforeAll(async () => {
	tracing = await openExporting();
	({ sick, met, caseId } = tracing);
});
afterAll(() => tracing.platform.close());

const purpose = 'Báo cáo Sở Y tế';
const take = (ordered: Partial<Parameters<typeof takeExport>[2]>) =>
	takeExport(tracing.platform, tracing.officer, {
		...{ subject: 'contacts', format: 'csv', names: 'masked', purpose, caseId },
		...ordered,
	});
const rowsOf = (csv: Buffer): string[][] => parse(csv, { bom: true });

test('contacts leave masked, with how many there are and their SHA-256 beside', async () => {
	const { told, files, manifest, zip, first } = await take({});

	const [header, ...rows] = rowsOf(first);
	expect(header).toContain('Họ tên (che bớt) · Name (masked)');
	expect(rows).toHaveLength(1);
	expect(rows[0]).toEqual(
		expect.arrayContaining([
			`P${met}`,
			'Ưng Hoàng Phúc *** (0987 654 ***)',
			'F1',
			'70',
			'Chợ Long Biên (70 phút · min)',
			'qd-5053, 1',
			'45–59',
		]),
	);
	expect(first.toString()).not.toMatch(/Đức|987654321/);
	expect(manifest).toMatchObject({
		...{ subject: 'contacts', names: 'masked', purpose, by: 'CDC Hà Nội', casesWithoutGrounds: [] },
		files: [{ file: [...files.keys()][0], rows: 1, sha256: createHash('sha256').update(first).digest('hex') }],
	});
	expect(told).toMatchObject({
		...{ state: 'ready', rowsDone: 1, bytes: zip.length },
		sha256: createHash('sha256').update(zip).digest('hex'),
	});
});

test('revealed, names, phones and addresses keep every diacritic, and each person reads of it', async () => {
	const { first } = await take({ names: 'revealed' });

	expect(rowsOf(first)[1]).toEqual(
		expect.arrayContaining([
			...['Ưng Hoàng Phúc Đức', '0987 654 321', '1980', 'nam · male'],
			'12 ngõ 5, "Đội Cấn", Phường Ba Đình, Thành phố Hà Nội',
		]),
	);
	expect(await listLooks(tracing.platform, met)).toContainEqual({
		...{ operation: 'exports.order', purpose, case_id: caseId },
	});
});

test('the workbook says the same', async () => {
	const [csv, xlsx] = [await take({}), await take({ format: 'xlsx' })];

	const [sheet] = await readXlsx(xlsx.first, { trim: false });
	const table = sheet!.data.map((row) => row.map((cell) => String(cell ?? '')));
	expect(table).toEqual(rowsOf(csv.first));
});

test('a filter takes the line list of all the officer’s areas, a closed case without its person', async () => {
	const { platform, officer, strangeOfficer } = tracing;
	const other = await addPerson(platform, { fullName: 'Trần Văn Khỏi', birthYear: 1970 });
	const closed = await addCase(tracing, other);
	await call(platform, closeCase, officer, { caseId: closed, reason: 'finished' });
	const all = { subject: 'cases' as const, caseId: undefined, filter: {}, names: 'revealed' as const };

	const [here, elsewhere] = [
		await take(all),
		await takeExport(platform, strangeOfficer, { ...all, format: 'csv', purpose }),
	];

	const text = here.first.toString();
	expect(rowsOf(here.first)).toHaveLength(3);
	expect(text).toContain('Nguyễn Thị Tuyết Mai');
	expect(text).not.toContain('Khỏi');
	expect(rowsOf(elsewhere.first)).toHaveLength(1);
});

describe('a follow-up', () => {
	test('has a row for each day, or a column, and says who kept silent', async () => {
		const { platform, officer } = tracing;
		const contact = sql<{ contact_id: string }>`select contact_id from contacts.contact where person_id = ${met}`;
		const { contact_id } = await platform.db.one(contact);
		await call(platform, review, officer, { caseId, contactIds: [contact_id], state: 'confirmed' });
		await report(
			platform,
			{ ...officer, actor: { kind: 'account', id: newId(), session: '1', persons: [met], roles: [] } },
			[met],
			{
				...healthy,
				temperature: '38.5',
				signs: ['cough'],
			},
		);
		later(platform, 2 * 86_400);

		const long = await take({ subject: 'follow-up' });
		const wide = await take({ subject: 'follow-up', layout: 'wide' });
		const goData = await take({ subject: 'follow-up', format: 'go-data' });
		later(platform, -2 * 86_400);

		const days = rowsOf(long.first).slice(1);
		expect(days.map((row) => row[7])).toEqual(expect.arrayContaining(['2026-11-24', '2026-11-25', '2026-11-26']));
		expect(days[0]!.join()).toMatch(/38.5.*cough/);
		expect(days[1]!.join()).toContain('chưa báo · not reported');
		const [header, person] = rowsOf(wide.first);
		expect(header!.at(-1)).toMatch(/^Ngày \d+ · Day \d+$/);
		expect(person!.filter((cell) => cell === 'chưa báo · not reported')).toHaveLength(1);
		expect(rowsOf(goData.first)[2]!.at(-1)).toBe(
			'LNG_REFERENCE_DATA_CATEGORY_CONTACT_DAILY_FOLLOW_UP_STATUS_TYPE_MISSED',
		);
	});

	test('has one row of whoever is known under two records, with what was told under either', async () => {
		const { platform, officer } = tracing;
		const { db, clock } = platform;
		const card = await addPerson(platform, { fullName: 'UNG HOANG PHUC DUC', birthYear: 1980 });
		const row = await getOpenCaseRow(db, caseId);
		const contactId = await addTold(db, row, { personId: card, metOn: '2026-11-22' }, clock.now());
		await call(platform, review, officer, { caseId, contactIds: [contactId], state: 'confirmed' });
		const daysOf = async () =>
			rowsOf((await take({ subject: 'follow-up' })).first)
				.slice(1)
				.map((cells) => `${cells[7]} ${cells.join()}`)
				.sort();
		later(platform, 86_400);
		await report(platform, officer, [card], healthy);
		expect((await daysOf()).filter((day) => day.startsWith('2026-11-25'))).toHaveLength(2);

		const mergeId = newId();
		await addAlias(db, { personId: card, staysId: met, mergeId, now: clock.now() });
		const days = await daysOf();
		await endAlias(db, mergeId, clock.now());
		later(platform, -86_400);

		expect(days.map((day) => day.slice(0, 10))).toEqual([...new Set(days.map((day) => day.slice(0, 10)))]);
		expect(days.find((day) => day.startsWith('2026-11-24'))).toContain('cough');
		expect(days.find((day) => day.startsWith('2026-11-25'))).not.toContain('chưa báo · not reported');
		await db.run(sql`delete from contacts.contact where person_id = ${card}`);
		await db.run(sql`delete from monitoring.duty where person_id = ${card}`);
	});
});

test('FHIR: masked there is no Patient; revealed, each reference is an entry of the Bundle', async () => {
	const read = async (names: 'masked' | 'revealed') => {
		const one = { format: 'fhir' as const, names };
		const found = [await take({ ...one, subject: 'cases' }), await take({ ...one, subject: 'contacts' })];
		return found.map(({ first }) => JSON.parse(first.toString()));
	};

	for (const bundle of await read('masked')) {
		expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
		expect(JSON.stringify(bundle)).not.toMatch(/"resourceType":"Patient"|Mai|Đức/);
	}
	const [cases, contacts] = await read('revealed');
	const typesOf = (bundle: { entry: { resource: { resourceType: string } }[] }) =>
		bundle.entry.map(({ resource }) => resource.resourceType);
	expect(typesOf(cases)).toEqual(['Patient', 'Condition']);
	expect(typesOf(contacts)).toEqual(['Patient', 'Observation']);
	expect(cases.entry[1].resource).toMatchObject({
		...{ subject: { reference: `Patient/P${sick}` }, onsetDateTime: '2026-11-20' },
		code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'U07.1' }] },
	});
});

describe.skipIf(!hasSharedData('testvectors/fhir'))('what FHIR R4’s own examples have as well', () => {
	const examples: Record<string, string> = {
		...{ Patient: 'patient-example', Condition: 'condition-example', Observation: 'observation-example' },
		QuestionnaireResponse: 'questionnaireresponse-example-bluebook',
	};
	const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);

	/** Where one has a list and the other a text, or the like, in fields of the same name. */
	const unlike = (own: unknown, example: unknown, path: string): string[] => {
		if (kindOf(own) !== kindOf(example)) return [`${path}: ${kindOf(own)}, not ${kindOf(example)}`];
		if (typeof own !== 'object' || typeof example !== 'object' || !own || !example) return [];
		if (Array.isArray(own)) return unlike(own[0], (example as unknown[])[0], `${path}[0]`);
		const shared = Object.keys(own).filter((name) => name in example);
		return shared.flatMap((name) => unlike(own[name as never], example[name as never], `${path}.${name}`));
	};

	test.each(['cases', 'contacts', 'follow-up'] as const)('%s have in the same shape', async (subject) => {
		const { first } = await take({ format: 'fhir', names: 'revealed', subject });

		const { entry } = JSON.parse(first.toString());
		expect(entry.length).toBeGreaterThan(1);
		for (const { resource } of entry) {
			const example = readSharedJson(`testvectors/fhir/r4/examples/${examples[resource.resourceType]}.json`);
			expect(unlike(resource, example, resource.resourceType)).toEqual([]);
		}
	});
});

test('GeoJSON tells numbers by area, and of few only that they are few', async () => {
	const { first } = await take({ subject: 'cases', format: 'geojson', caseId: undefined });

	const { type, features } = JSON.parse(first.toString());
	expect(type).toBe('FeatureCollection');
	expect(features).toMatchObject([
		{ type: 'Feature', geometry: null, properties: { areaCode: '00004', people: null, isFewerThan: 5 } },
	]);
	expect(first.toString()).not.toContain(sick);
});

test('GeoJSON has the outline of an area once it is loaded', async () => {
	const { db, clock } = tracing.platform;
	const ring = [
		[105.8, 21.02],
		[105.8, 21.05],
		[105.84, 21.05],
		[105.84, 21.02],
	] as const;
	await loadOutlines(db, [{ code: '00004', polygons: [[[...ring]]] }], clock.now());

	const { first } = await take({ subject: 'cases', format: 'geojson', caseId: undefined });

	const [{ geometry }] = JSON.parse(first.toString()).features;
	expect(geometry).toMatchObject({ type: 'Polygon', coordinates: [{ length: 5 }] });
	expect(geometry.coordinates[0]).toEqual(expect.arrayContaining([...ring]));
	expect(geometry.coordinates[0][0]).toEqual(geometry.coordinates[0][4]);
});

test('after its time the file is deleted, and the record of it stays', async () => {
	const { platform, officer } = tracing;
	const { exportId } = await take({});
	const remove = jobs.find(({ name }) => name === 'exports.delete-files')!;

	later(platform, 25 * 3_600);
	await remove.run(platform, platform.clock.now(), undefined);
	later(platform, -25 * 3_600);

	expect(await call(platform, get, officer, { exportId })).toMatchObject({ state: 'over' });
	await expect(call(platform, getPart, officer, { exportId, part: 1 })).rejects.toMatchObject({ code: 'not-found' });
});

describe.skipIf(!hasSharedData('testvectors/text-fuzz'))('names that attack a spreadsheet', () => {
	test('are no formula, and are what they were when read back', async () => {
		const { platform, officer } = tracing;
		const { cells } = readSharedJson('testvectors/text-fuzz/csv_injection_cells.json') as { cells: string[] };
		const texts = cells.map((text) => text.slice(0, 200).replaceAll('\0', '')).filter((text) => text.trim());
		const attacked = await addCase(tracing, await addPerson(platform, { fullName: 'Phạm Bị Hại' }));
		const persons = await Promise.all(texts.map((fullName) => addPerson(platform, { fullName })));
		for (const [index, person] of persons.entries())
			await platform.db.run(sql`insert into contacts.contact (contact_id, case_id, person_id, level, origin,
				last_exposed_at, state, found_at) values (${String(8100000000000000000n + BigInt(index))}, ${attacked}, ${person}, 1,
				'interview', ${platform.clock.now()}, 'found', ${platform.clock.now()})`);
		const asked = { subject: 'contacts' as const, names: 'revealed' as const, purpose, caseId: attacked };
		const takeAll = (format: 'csv' | 'xlsx') => takeExport(platform, officer, { ...asked, format });

		const rows = rowsOf((await takeAll('csv')).first).slice(1);
		const [sheet] = await readXlsx((await takeAll('xlsx')).first, { trim: false });

		expect(rows.map((row) => readCell(row[3]!))).toEqual(texts.map((text) => text.toWellFormed()));
		for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s"\p{C}]*[=+\-@＝＋－＠]/u);
		expect(sheet!.data).toHaveLength(texts.length + 1);
		for (const cell of sheet!.data.flat())
			expect(cell === null || ['string', 'number'].includes(typeof cell)).toBe(true);
	});
});
