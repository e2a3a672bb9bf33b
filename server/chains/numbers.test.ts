import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { chunks, sql, sqlRows } from '#platform/sql';
import { openThread } from '#platform/thread';
import { dayNumber } from '#shared/epi/day-number';
import { shiftDay } from '#shared/language';
import { addCase, addPerson, openTracing, type Tracing } from '#test/tracing';
import { getNumbers, setLink } from './index.ts';
import { countNumbers, type Numbers } from './numbers/count.ts';
import { IdNumbers } from './numbers/packed.ts';
import { packNumbers } from './numbers/queries-numbers.ts';
import type { NumbersQuestion } from './numbers/question.ts';

let tracing: Tracing;
let areaPaths: { baDinh: string; thuanHoa: string };
beforeAll(async () => {
	tracing = await openTracing();
	areaPaths = { baDinh: tracing.areas.baDinh.path, thuanHoa: tracing.areas.thuanHoa.path };
});
afterAll(() => tracing.platform.close());

const numbers = (more: object = {}, by = tracing.officer) =>
	call(tracing.platform, getNumbers, by, { disease: 'covid-19', ...more });

async function clear() {
	const { db } = tracing.platform;
	await db.run(sql`delete from chains.link`);
	await db.run(sql`delete from contacts.contact`);
	await db.run(sql`delete from isolation.isolation_order`);
	await db.run(sql`update cases.case set classification = 'discarded'`);
}

async function newCase(onsetOn: string, more: { isolatedAt?: string; openedAt?: string; area?: string } = {}) {
	const { platform } = tracing;
	const personId = await addPerson(platform, { fullName: 'Lê Văn Một' });
	const { isolatedAt, openedAt = '2026-11-24T08:00:00+07:00', area = areaPaths.baDinh } = more;
	const caseId = await addCase(tracing, personId, { onsetOn, ...(isolatedAt ? { isolatedAt } : {}) });
	await platform.db.run(sql`
		update cases.case set opened_at = ${new Date(openedAt)}, area_path = ${area} where case_id = ${caseId}`);
	return { caseId, personId };
}

const link = (caseId: string, infectorCaseId: string, more: object = {}) =>
	call(tracing.platform, setLink, tracing.nationalOfficer, { caseId, infectorCaseId, kind: 'probable', ...more });

const addContact = (caseId: string, person: string, more: { foundAt?: string; origin?: string; state?: string } = {}) =>
	tracing.platform.db.run(sql`
		insert into contacts.contact (contact_id, case_id, person_id, level, origin, last_exposed_at, minutes, state, found_at)
		values (${newId()}, ${caseId}, ${person}, 1, ${more.origin ?? 'visit'}, ${new Date('2026-11-01T10:00:00+07:00')}, 42,
			${more.state ?? 'found'}, ${new Date(more.foundAt ?? '2026-11-20T08:00:00+07:00')})`);

describe('the numbers of an area', () => {
	test('of nobody are none, and no share is made of nothing', async () => {
		await clear();

		const found = await numbers();

		expect(found).toMatchObject({ cases: 0, links: 0, contacts: 0, longest: [], chains: { joined: 0, alone: 0 } });
		expect(found).not.toHaveProperty('serial');
		expect(found.offspring).toEqual({ histogram: [] });
		expect(found.indicators.isolated).toEqual({ of: 0, count: 0 });
	});

	test('tell chains, offspring, serial intervals and the curve', async () => {
		await clear();
		const [index, second, third, alone] = [
			await newCase('2026-11-05'),
			await newCase('2026-11-09'),
			await newCase('2026-11-08'),
			await newCase('2026-10-01'),
		];
		await link(second.caseId, index.caseId);
		await link(third.caseId, index.caseId);

		const found = await numbers();

		expect(alone.caseId).toBeTruthy();
		expect(found).toMatchObject({
			...{ cases: 4, elsewhere: 0, links: 2, faultyLinks: 0 },
			chains: { joined: 1, alone: 1, active: 0, largest: 3, longest: 2 },
			longest: [
				{ caseId: expect.any(String), cases: 3, links: 2, length: 2, firstOn: '2026-11-05', lastOn: '2026-11-09' },
			],
			offspring: { histogram: [3, 0, 1], fit: { cases: 4, mean: 0.5 } },
			serial: { count: 2, mean: 3.5, least: 3, most: 4, negative: 0 },
		});
		expect(found.curve[0]).toEqual({ on: '2026-10-01', count: 1 });
		expect(found.curve.at(-1)).toEqual({ on: '2026-11-24', count: 0 });
		expect(found.curve.reduce((sum, { count }) => sum + count, 0)).toBe(4);
		expect(found.reproduction.at(-1)!.until).toBe('2026-11-24');
	});

	test('count within the days asked about, and links that are sure enough', async () => {
		await clear();
		const [first, second] = [await newCase('2026-11-05'), await newCase('2026-11-09')];
		await link(second.caseId, first.caseId);

		expect(await numbers({ from: '2026-11-05', until: '2026-11-09' })).toMatchObject({ cases: 2, links: 1 });
		expect(await numbers({ from: '2026-11-06' })).toMatchObject({ cases: 1, elsewhere: 1, links: 1 });
		expect(await numbers({ until: '2026-11-04' })).toMatchObject({ cases: 0, links: 0 });
		expect(await numbers({ atLeast: 'confirmed' })).toMatchObject({ cases: 2, links: 0 });
		expect(await numbers({ disease: 'measles' })).toMatchObject({ cases: 0 });
		await expect(numbers({ disease: 'no-such' })).rejects.toMatchObject({ code: 'invalid-input' });
	});

	test('of another area only that a link leads there', async () => {
		await clear();
		const [own, elsewhere] = [await newCase('2026-11-05'), await newCase('2026-11-09', { area: areaPaths.thuanHoa })];
		await link(elsewhere.caseId, own.caseId);

		expect(await numbers()).toMatchObject({ cases: 1, elsewhere: 1, links: 1, chains: { largest: 2 } });
		expect((await numbers()).offspring.histogram).toEqual([0, 1]);
		expect(await numbers({}, tracing.nationalOfficer)).toMatchObject({ cases: 2, elsewhere: 0 });
		expect(await numbers({ areaId: tracing.areas.baDinh.areaId }, tracing.nationalOfficer)).toMatchObject({ cases: 1 });
		await expect(numbers({ areaId: tracing.areas.hue.areaId })).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('a link whose days cannot be is counted as such', async () => {
		await clear();
		const [late, early] = [await newCase('2026-11-20'), await newCase('2026-11-10')];
		await link(early.caseId, late.caseId);

		expect((await numbers()).faultyLinks).toBe(1);
	});

	test('indicators: isolated within a day of being reported, contacts in time, cases known before', async () => {
		await clear();
		const reported = '2026-11-20T08:00:00+07:00';
		const quick = await newCase('2026-11-18', { openedAt: reported, isolatedAt: '2026-11-20T20:00:00+07:00' });
		await newCase('2026-11-18', { openedAt: reported, isolatedAt: '2026-11-21T09:00:00+07:00' });
		const known = await newCase('2026-11-19', { openedAt: '2026-11-21T08:00:00+07:00' });
		await addContact(quick.caseId, known.personId, { foundAt: '2026-11-20T12:00:00+07:00', origin: 'interview' });
		const ordered = await addPerson(tracing.platform, { fullName: 'Bùi Thị Hai' });
		await addContact(quick.caseId, ordered);
		const dismissed = await addPerson(tracing.platform, { fullName: 'Bùi Thị Ba' });
		await addContact(quick.caseId, dismissed, { state: 'dismissed' });
		await tracing.platform.db.run(sql`
			insert into isolation.isolation_order (person_id, order_id, area_path, kind, disease, decided_by, decision_number,
				from_on, until_on, holds_from, holds_until, issued_at)
			values (${ordered}, ${newId()}, ${areaPaths.baDinh}, 'home', 'covid-19', 'UBND', '1/QĐ', '2026-11-20', '2026-11-27',
				${new Date(reported)}, ${new Date('2026-11-28T00:00:00+07:00')}, ${new Date('2026-11-20T10:00:00+07:00')})`);

		const { indicators, contacts, attack, longest } = await numbers();

		const counted = Object.fromEntries(Object.entries(indicators).map(([name, { count, of }]) => [name, [count, of]]));
		expect(counted).toEqual({
			...{ isolated: [1, 3], interviewed: [1, 3], 'known-contact': [1, 3] },
			...{ notified: [0, 2], quarantined: [1, 2], tested: [0, 1], followed: [0, 0], lost: [0, 0] },
		});
		expect(contacts).toBe(2);
		expect(longest).toEqual([]);
		expect(attack.all).toMatchObject({ count: 1, of: 2 });
		expect(attack.byRelation.map(({ relation, count, of }) => [relation, count, of])).toEqual([
			['origin:interview', 1, 1],
			['origin:visit', 0, 1],
		]);
	});
});

describe('many links', () => {
	const size = 3_000;

	/** A chain of cases, each infected by one of the ten before it, who met two people each. */
	async function addChain(): Promise<void> {
		await clear();
		const { db } = tracing.platform;
		const ids = Array.from({ length: size }, () => newId());
		const cases = ids.map((id, index) => [id, newId(), shiftDay('2026-09-01', Math.floor(index / 50))]);
		for (const piece of chunks(cases))
			await db.run(
				sqlRows(
					`insert into cases.case (case_id, person_id, onset_on, disease, classification, area_path, rule, rule_version, opened_at)
					select v.case_id, v.person_id, v.onset_on, 'covid-19', 'confirmed', '${areaPaths.baDinh}', 'qd-5053', 1,
						'2026-11-20T00:00:00Z' from (values`,
					['bigint', 'bigint', 'date'],
					piece,
					') as v (case_id, person_id, onset_on)',
				),
			);
		const rows = ids.slice(1).map((id, index) => [id, ids[Math.max(0, index - (index % 10))]!]);
		for (const piece of chunks(rows))
			await db.run(
				sqlRows(
					`insert into chains.link (infectee_id, infector_id, disease, kind, relation, setting, set_at)
					select v.infectee_id, v.infector_id, 'covid-19', 'probable', 'unknown', 'unknown', '2026-11-20T00:00:00Z'
					from (values`,
					['bigint', 'bigint'],
					piece,
					') as v (infectee_id, infector_id)',
				),
			);
	}

	test('are one chain, and counted in a thread are the same as beside it', async () => {
		await addChain();
		const found = await numbers();
		const { db } = tracing.platform;
		const packed = await db.one(
			packNumbers({
				...{ disease: 'covid-19', ranges: { from: [''], until: [':'] }, from: '2026-01-01', until: '2026-12-31' },
				...{ kinds: ['probable'], limit: 10_000 },
			}),
		);
		const question: NumbersQuestion = {
			...{ cases: packed.cases!, links: packed.links!, contacts: new Uint8Array(), circumstances: [] },
			...{ today: dayNumber('2026-11-24'), now: Date.parse('2026-11-24T01:00:00Z') },
			...{ incubationDaysMax: 14, serialDaysMean: 4.7, serialDaysSd: 2.9 },
		};
		const thread = openThread<NumbersQuestion, Numbers>(new URL('./numbers/numbers-thread.ts', import.meta.url), {
			...{ seconds: 20, memoryMegabytes: 256 },
		});
		const apart = await thread.ask(question);
		await thread.close();

		expect(found).toMatchObject({ cases: size, links: size - 1, chains: { joined: 1, alone: 0, largest: size } });
		expect(found.longest).toMatchObject([{ cases: size, links: size - 1 }]);
		expect(apart).toEqual(countNumbers(question));
		expect(apart).toMatchObject({ cases: size, chains: { largest: size } });
	});
});

test('ids of 64 bits are numbered in the order in which they come, and told again', () => {
	const ids = ['1', '9223372036854775807', '4294967296', '1', '4294967295', '9223372036854775807'];
	const packed = Buffer.alloc(ids.length * 8);
	for (const [index, id] of ids.entries()) packed.writeBigInt64BE(BigInt(id), index * 8);
	const numbered = new IdNumbers(ids.length);

	expect([...numbered.addColumn(packed, 8, 0)]).toEqual([0, 1, 2, 0, 3, 1]);
	expect([0, 1, 2, 3].map((number) => numbered.idOf(number))).toEqual([
		...['1', '9223372036854775807', '4294967296', '4294967295'],
	]);
});
