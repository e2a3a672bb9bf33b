import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCases } from '#cases';
import { getChain, getNumbers } from '#chains';
import { listRecorded } from '#contacts';
import { setContactRule } from '#diseases';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { writeCsv } from '#shared/text/csv';
import { type Importing, openImporting } from '#test/importing';
import { hasSharedData, readSharedJson, sharedData } from '#test/shared-data';
import { decide } from '#test/tracing';
import { listFaults } from './list-faults.ts';

let door: Importing;
beforeAll(async () => {
	door = await openImporting();
});
afterAll(() => door.platform.close());

const read = (name: string) => readFileSync(sharedData(name));
const confirmed = { classification: 'confirmed' as const };

const numbersOf = (disease: string, from: string, until: string) =>
	call(door.platform, getNumbers, door.officer, { disease, from, until });

/** The chain of a case, and how many each of its cases infected, the most first. */
async function chainOf(source: string, id: string) {
	const chain = await call(door.platform, getChain, door.officer, { caseId: await door.caseOf(source, id) });
	const infected = chain.nodes.map((node) => node.infected).sort((one, other) => other - one);
	const own = chain.nodes.find((node) => node.maskedName === id)!.infected;
	return { ...chain, infected, own };
}

test.skipIf(!hasSharedData('outbreaks-r'))(
	'MERS in Korea, 2015: 162 cases and 98 links, three of whom infected 38, 26 and 21; sent again it adds nothing',
	async () => {
		const given = { source: 'KCDC', rule: 'mers-who', ...confirmed };
		const lists = { kind: 'cases' as const, ...given, content: read('outbreaks-r/mers_korea_2015__linelist.csv') };
		// Where they were infected is in words of its own, which an officer gives a meaning once.
		const words = ['Visit hospital', 'Contact with HCW', 'Family member'].map((word, at) => ({
			...{ field: 'setting', word, means: at === 2 ? 'home' : 'health-care' },
		}));
		const contacts = { kind: 'links' as const, ...given, content: read('outbreaks-r/mers_korea_2015__contacts.csv') };

		const cases = await door.import(lists);
		const links = await door.import({ ...contacts, words });

		expect(cases.rows).toMatchObject({ total: 162, good: 162, added: 162, known: 0 });
		expect(links.rows).toMatchObject({ total: 98, good: 98, added: 98 });
		const chain = await chainOf('KCDC', 'SK_14');
		expect(chain.infected.slice(0, 3)).toEqual([38, 26, 21]);
		expect([chain.own, (await chainOf('KCDC', 'SK_1')).own, (await chainOf('KCDC', 'SK_16')).own]).toEqual([
			38, 26, 21,
		]);
		expect(chain.links.filter(({ setting }) => setting === 'home')).toHaveLength(1);
		expect((await numbersOf('mers', '2015-04-01', '2015-12-31')).links).toBe(98);

		const again = [await door.import(lists), await door.import(contacts)];

		expect(again.map(({ rows }) => rows)).toMatchObject([
			{ added: 0, known: 162 },
			{ added: 0, known: 98 },
		]);
		expect((await numbersOf('mers', '2015-04-01', '2015-12-31')).cases).toBe(162);
	},
);

test.skipIf(!hasSharedData('vn-covid19'))(
	'Viet Nam’s first 288 patients: 74 have an infector, the longest chain passes 5, patient 243 infected 10',
	async () => {
		interface Patient extends Record<'id' | 'positiveDate' | 'gender' | 'status' | 'treatLoc', string> {
			age: number;
			source: string[];
			dischargeDate?: string;
		}
		const patients: Patient[] = readSharedJson('vn-covid19/patients.json').data;
		const ids = new Set(patients.map(({ id }) => id));
		const vietnamese = (day = '') => day.split('-').reverse().join('/');
		const genders: Record<string, string> = { male: 'Nam', female: 'Nữ' };
		const rows = patients.map((one) => [
			...[one.id, genders[one.gender], one.age < 0 ? '' : one.age, vietnamese(one.positiveDate), one.treatLoc],
			...[one.source.filter((id) => ids.has(id)).join('; '), one.status === 'negative' ? 'Khỏi' : 'Đang điều trị'],
			vietnamese(one.dischargeDate),
		]);
		const headings = [
			'Mã BN',
			'Giới tính',
			'Tuổi',
			'Ngày dương tính',
			'Nơi điều trị',
			'Nguồn lây',
			'Kết cục',
			'Ngày ra viện',
		];
		const content = writeCsv([['Danh sách bệnh nhân'], headings, ...rows]);

		const done = await door.import({ kind: 'cases', source: 'BYT', rule: 'qd-5053', ...confirmed, content });

		expect(done.rows).toMatchObject({ total: 288, good: 288, added: 288 });
		const numbers = await numbersOf('covid-19', '2020-01-01', '2020-12-31');
		expect(numbers).toMatchObject({ cases: 288, links: done.linksAdded, chains: { longest: 5 } });
		const linked = await door.platform.db.one(sql<{ links: number; infected: number }>`
			select count(*)::integer as links, count(distinct l.infectee_id)::integer as infected
			from chains.link l
			join cases.case k on k.case_id = l.infectee_id
			where k.disease = 'covid-19' and k.sampled_on between '2020-01-01' and '2020-12-31'`);
		// Ten of the 74 name several who may have infected them.
		expect(linked).toEqual({ links: 85, infected: 74 });
		expect((await chainOf('BYT', '243')).own).toBe(10);
		expect((await chainOf('BYT', '91')).own).toBe(9);
		expect((await chainOf('BYT', '34')).own).toBe(8);
	},
);

test.skipIf(!hasSharedData('outbreaks-r'))(
	'measles in Hagelloch, 1861: the line list names its infectors, 184 of 188 have one, case 45 infected 30',
	async () => {
		const content = read('outbreaks-r/measles_hagelloch_1861.csv');

		const done = await door.import({ kind: 'cases', source: 'Hagelloch', rule: 'measles-who', ...confirmed, content });

		expect(done).toMatchObject({ rows: { total: 188, good: 188, added: 188 }, linksAdded: 184 });
		expect((await chainOf('Hagelloch', '45')).own).toBe(30);
		expect((await numbersOf('measles', '1861-01-01', '2000-01-01')).links).toBe(184);
	},
);

describe.skipIf(!hasSharedData('outbreaks-r'))('simulated Ebola', () => {
	const given = { source: 'outbreaks', rule: 'ebola-sample', ...confirmed };
	const content = () => read('outbreaks-r/ebola_sim_clean__linelist.csv');
	beforeAll(async () => {
		await call(door.platform, setContactRule, door.administrator, {
			...{ rule: 'ebola-sample', disease: 'ebola', name: { vi: 'Ebola mẫu', en: 'Ebola sample' } },
			...{ daysBefore: 0, daysAfter: 21, minutesMin: 0, sameGate: false, sameTrip: true, symptomFreeDays: 0 },
			...{ followUpDays: 21, validFrom: '2014-01-01', decision: 'Mẫu để thử' },
		});
	});

	test('is told by cell where an outcome is before the onset, and is taken whole without that column', async () => {
		const { importId } = await door.send({ kind: 'cases', ...given, content: content() });

		const checked = await door.map(importId, confirmed);

		expect(checked.rows).toMatchObject({ total: 5_829, faulty: 197 });
		const { rows } = await call(door.platform, listFaults, door.officer, { importId });
		expect(rows).toHaveLength(100);
		const [first] = rows;
		expect(first!.faults).toMatchObject([{ heading: { vi: 'date_of_outcome' }, text: { vi: 'trước ngày khởi phát' } }]);
		expect(first!.faults[0]!.cell).toBe(`F${first!.row}`);

		expect((await door.map(importId, { ...confirmed, columns: { date_of_outcome: null } })).rows.good).toBe(5_829);
		expect((await door.begin(importId)).rows).toMatchObject({ added: 5_829, refused: 0 });
		expect((await numbersOf('ebola', '2014-01-01', '2015-12-31')).cases).toBe(5_829);
		const listed = await call(door.platform, listCases, door.officer, { disease: 'ebola', limit: 1 });
		expect(listed.cases[0]!.number).toMatch(/^BN-2026-/);
	}, 60_000);

	test('has 2,116 links among its cases; the others name somebody its line list has not', async () => {
		const links = read('outbreaks-r/ebola_sim_clean__contacts.csv');

		const done = await door.import({ kind: 'links', ...given, content: links });

		expect(done.rows).toMatchObject({ total: 3_800, faulty: 1_684, added: 2_116 });
		expect((await numbersOf('ebola', '2014-01-01', '2015-12-31')).links).toBe(2_116);
	}, 60_000);
});

test.skipIf(!hasSharedData('haslemere'))(
	'Haslemere: as many contacts of each as the network has neighbours, at one step and at two',
	async () => {
		const pairs: string[][] = parse(read('haslemere/haslemere_contacts_weights.csv')).slice(1);
		const near = new Map<string, Set<string>>();
		for (const [one, other] of pairs as [string, string][]) {
			near.set(one, (near.get(one) ?? new Set()).add(other));
			near.set(other, (near.get(other) ?? new Set()).add(one));
		}
		const people = Array.from({ length: 468 }, (_, index) => [String(index + 1), '2026-11-20']);
		const given = { source: 'BBC Pandemic', rule: 'qd-5053' };
		await door.import({
			kind: 'cases',
			...given,
			...confirmed,
			content: writeCsv([['id', 'date_of_onset'], ...people]),
		});
		const both = pairs.flatMap(([one, other]) => [
			[one!, other!],
			[other!, one!],
		]);

		const content = writeCsv([['i', 'j'], ...both]);
		const done = await door.import({ kind: 'contacts', ...given, contactOn: '2026-11-20', content });

		expect(done.rows).toMatchObject({ total: 2 * 1_257, added: 2 * 1_257 });
		const listed = async (id: string) => {
			const caseId = await door.caseOf(given.source, id);
			await decide(door.platform, door.officer, caseId);
			const { contacts } = await call(door.platform, listRecorded, door.officer, { caseId, limit: 200 });
			expect(contacts.every(({ origin }) => origin === 'import')).toBe(true);
			return contacts.map(({ maskedName }) => maskedName).sort();
		};
		for (const id of ['8', '21', '50']) {
			const first = await listed(id);
			expect(first).toEqual([...near.get(id)!].sort());
			const second = new Set((await Promise.all(first.map(listed))).flat());
			expect(second).toEqual(new Set(first.flatMap((one) => [...near.get(one)!])));
		}
	},
	60_000,
);
