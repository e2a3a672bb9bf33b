import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { hasSharedData, readSharedJson, sharedData } from '#test/shared-data';
import { findChains, noDay } from './chains.ts';
import { findWithin } from './neighbours.ts';
import { countOffspring, fitOffspring } from './offspring.ts';
import { serialIntervals, spreadOf } from './serial-interval.ts';

type Row = Record<string, string>;
const readCsv = (path: string): Row[] => parse(readFileSync(sharedData(path)), { columns: true });

/** Cases by their names, as numbers from 0. */
function number(
	names: Iterable<string>,
	pairs: readonly (readonly [string, string])[],
	onset?: (name: string) => string,
) {
	const all = [...new Set([...names, ...pairs.flat()])];
	const numberOf = new Map(all.map((name, index) => [name, index]));
	const days = Int32Array.from(all, (name) => {
		const day = onset?.(name);
		return day ? Date.parse(day) / 86_400_000 : noDay;
	});
	const links = {
		infectors: Int32Array.from(pairs, ([from]) => numberOf.get(from)!),
		infectees: Int32Array.from(pairs, ([, to]) => numberOf.get(to)!),
	};
	return { all, days, links, numberOf, chains: findChains(all.length, links, days) };
}

describe.skipIf(!hasSharedData('vn-covid19/patients.json'))('Viet Nam’s first 288 patients', () => {
	const patients = (): { id: string; source: string[] }[] => readSharedJson('vn-covid19/patients.json').data;

	test('74 were infected by another of them, the longest chain passes 5, patient 243 infected 10', () => {
		const all = patients();
		const ids = new Set(all.map(({ id }) => id));
		const pairs = all.flatMap(({ id, source }) =>
			source.filter((one) => ids.has(one)).map((one) => [one, id] as const),
		);

		const { chains, numberOf } = number(ids, pairs);

		expect(chains.infectedBy.filter((count) => count > 0)).toHaveLength(74);
		expect(Math.max(...chains.lengths)).toBe(5);
		expect(['243', '91', '34'].map((id) => chains.infected[numberOf.get(id)!])).toEqual([10, 9, 8]);
		expect(Math.max(...chains.infected)).toBe(10);
		expect(chains.generationOf).not.toContain(-1);
	});
});

describe.skipIf(!hasSharedData('outbreaks-r/mers_korea_2015__contacts.csv'))('MERS in Korea, 2015', () => {
	const mers = () => {
		const onsets = new Map(readCsv('outbreaks-r/mers_korea_2015__linelist.csv').map((row) => [row.id!, row.dt_onset!]));
		const contacts = readCsv('outbreaks-r/mers_korea_2015__contacts.csv');
		const pairs = contacts.map((row) => [row.from!, row.to!] as const);
		return { contacts, ...number(onsets.keys(), pairs, (id) => onsets.get(id) ?? '') };
	};

	test('98 links; three people infected 38, 26 and 21', () => {
		const { chains, links, numberOf } = mers();

		expect(links.infectors).toHaveLength(98);
		expect(['SK_14', 'SK_1', 'SK_16'].map((id) => chains.infected[numberOf.get(id)!])).toEqual([38, 26, 21]);
		expect([...chains.infected].sort((one, other) => other - one).slice(0, 3)).toEqual([38, 26, 21]);
	});

	test('the serial intervals are those the line list came with', () => {
		const { contacts, links, days } = mers();
		const told = contacts.map((row) => row.diff_dt_onset!).filter((text) => text && text !== 'NA');

		const found = serialIntervals(links, days);

		expect(found).toHaveLength(told.length);
		expect(found).toEqual(told.map(Number));
		expect(spreadOf(found)).toMatchObject({
			count: told.length,
			negative: told.filter((one) => Number(one) < 0).length,
		});
	});

	test('a few infected most: k is far below 1', () => {
		const fit = fitOffspring(countOffspring(mers().chains.infected))!;

		expect(fit.mean).toBeCloseTo(98 / 162, 2);
		expect(fit.dispersionInterval.high!).toBeLessThan(0.2);
	});
});

test.skipIf(!hasSharedData('outbreaks-r/measles_hagelloch_1861.csv'))(
	'measles in Hagelloch, 1861: 184 of 188 have an infector, and case 45 infected 30',
	() => {
		const rows = readCsv('outbreaks-r/measles_hagelloch_1861.csv');
		const infected = rows.filter(({ infector }) => infector && infector !== 'NA');
		const ids = rows.map((row) => row.case_ID!);

		const { chains, links, numberOf } = number(
			ids,
			infected.map((row) => [row.infector!, row.case_ID!] as const),
		);

		expect(links.infectors).toHaveLength(184);
		expect(chains.infected[numberOf.get('45')!]).toBe(30);
		expect(Math.max(...chains.infected)).toBe(30);
		// Each has one infector: a chain of n people has n − 1 links, unless they stand in a circle.
		expect(chains.sizes.reduce((sum, size) => sum + size)).toBe(188);
	},
);

test.skipIf(!hasSharedData('outbreaks-r/ebola_sim_clean__linelist.csv'))(
	'simulated Ebola: 5,829 cases and 3,800 links, each case after the one that infected it',
	() => {
		const people = readCsv('outbreaks-r/ebola_sim_clean__linelist.csv');
		const pairs = readCsv('outbreaks-r/ebola_sim_clean__contacts.csv').map(
			(row) => [row.infector!, row.case_id!] as const,
		);
		const told = new Map(people.map((row) => [row.case_id!, Number(row.generation)]));

		const { all, chains, links } = number(told.keys(), pairs);

		expect(people).toHaveLength(5829);
		expect(links.infectors).toHaveLength(3800);
		expect(all.length - chains.count).toBe(3800);
		for (let link = 0; link < 3800; link++) {
			const [infector, infectee] = [links.infectors[link]!, links.infectees[link]!];
			const [before, after] = [told.get(all[infector]!), told.get(all[infectee]!)];
			if (before !== undefined && after !== undefined) expect(after - before).toBeGreaterThan(0);
			expect(chains.generationOf[infectee]! - chains.generationOf[infector]!).toBe(1);
		}
	},
);

test.skipIf(!hasSharedData('haslemere/haslemere_contacts_weights.csv'))(
	'Haslemere: of each of 468 people, as many within one and two steps as in the squared matrix',
	() => {
		const pairs = readCsv('haslemere/haslemere_contacts_weights.csv').map(
			({ i, j }) => [Number(i), Number(j)] as const,
		);
		const people = 469;
		const near = Array.from({ length: people }, () => new Uint8Array(people));
		for (const [one, other] of pairs) near[one]![other] = near[other]![one] = 1;
		const links = {
			infectors: Int32Array.from(pairs, ([one]) => one),
			infectees: Int32Array.from(pairs, ([, other]) => other),
		};

		for (let one = 0; one < people; one++) {
			const within = findWithin(one, 2, people, links);

			const reached = Array.from({ length: people }, (_, other) => {
				if (other === one) return 0;
				if (near[one]![other]) return 1;
				return near[one]!.some((is, through) => is && near[through]![other]) ? 2 : -1;
			});
			expect(Array.from({ length: people }, (_, other) => within.get(other) ?? -1)).toEqual(reached);
		}
		expect(pairs).toHaveLength(1257);
	},
);
