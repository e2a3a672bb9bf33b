import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPerson, getTimeline, openCase } from '#cases';
import { type Profile, sameAs, saveProfile } from '#identity';
import { issueOrder, listRestrictions } from '#isolation';
import { readTestsOf, recordTest } from '#laboratory';
import { beginDuties } from '#monitoring';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addCase, listLooks, openTracing, type Tracing } from '#test/tracing';
import { dutyOf, stateOf, tallyFaults } from '#test/watch';
import { compareNext } from './find-candidates.ts';
import { comparePair, dismissPair, listPairs, mergePair, undoMerge } from './index.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

/** Somebody who is added a minute after whoever was before. */
function add(profile: Profile): Promise<string> {
	const { db, keys, clock } = tracing.platform;
	const now = new Date(clock.now().getTime() + 60_000);
	clock.set(now.toISOString());
	return saveProfile({ db, keys, now }, { relation: 'other', profile });
}

const find = async () => {
	const { db, keys, clock } = tracing.platform;
	clock.set(new Date(clock.now().getTime() + 60_000).toISOString());
	while (await compareNext({ db, keys, now: clock.now() }));
};

let count = 0;
/** Somebody on a card, and the same one who later declared; in Ba Đình unless said otherwise. */
async function addPair(more: { areaId?: number } = {}) {
	const number = `0011900${String(++count).padStart(5, '0')}`;
	const areaId = tracing.areas.baDinh.areaId;
	const card = await add({
		fullName: 'DANG THI UOC MO',
		documentNumber: number,
		areaId,
		...more,
	});
	const declared = await add({
		...{ fullName: '\u00D0ặng Thị Ước Mơ', documentNumber: number.replace(/(...)/g, '$1 '), areaId },
		phone: `+8490123${String(count).padStart(4, '0')}`,
	});
	await find();
	const { candidates } = await list(tracing.nationalOfficer);
	const pair = candidates.find(({ persons }) => persons.some(({ person }) => person === card))!;
	return { card, declared, candidateId: pair.candidateId, pair };
}

const list = (who = tracing.wardOfficer) => call(tracing.platform, listPairs, who, { limit: 100 });
const reason = 'Cùng số căn cước, đã gọi hỏi';
const merge = (candidateId: string, stays: string, who = tracing.wardOfficer) =>
	call(tracing.platform, mergePair, who, { candidateId, stays, reason });
const undo = (candidateId: string) => call(tracing.platform, undoMerge, tracing.wardOfficer, { candidateId, reason });

test('a card and a later declaration are found to be a likely pair, masked, and told so', async () => {
	const { pair, card } = await addPair();

	expect(pair).toMatchObject({ score: 91, reasons: ['name-folded', 'document-same', 'area-same'], state: 'open' });
	expect(pair.persons.map(({ maskedName }) => maskedName).join()).not.toMatch(/MƠ|Mơ|MO/);
	expect(pair.areaName).toMatchObject({ vi: 'Phường Ba Đình, Thành phố Hà Nội' });
	expect((await listLooks(tracing.platform, card)).map(({ operation }) => operation)).toContain('duplicates.list');
});

test('whoever is watched under both is one row of the area from the merge on, and two once it is undone', async () => {
	const { platform, areas } = tracing;
	const { card, declared, candidateId } = await addPair();
	const duties = [card, declared].map((person) => dutyOf(person, areas.baDinh.path));
	await beginDuties(platform.db, duties, platform.clock.now());
	const rows = async () => [...(await stateOf(platform, card)), ...(await stateOf(platform, declared))].length;
	expect(await rows()).toBe(2);

	await merge(candidateId, declared);
	expect(await rows()).toBe(1);

	await undo(candidateId);
	expect(await rows()).toBe(2);
	expect(await tallyFaults(platform)).toEqual([]);
});

test('no name stands in clear beside the pairs', async () => {
	await addPair();
	const rows = await tracing.platform.db.rows(
		sql<{ text: string }>`select b.hash::text as text from duplicates.block b limit 100`,
	);

	expect(rows.length).toBeGreaterThan(1);
	expect(rows.every(({ text }) => /^\\x[0-9a-f]{32}$/.test(text))).toBe(true);
});

test('looking again finds the same pairs once', async () => {
	await addPair();
	await tracing.platform.db.run(sql`delete from duplicates.progress`);
	const before = (await list()).candidates.map(({ candidateId }) => candidateId);

	await find();

	expect((await list()).candidates.map(({ candidateId }) => candidateId)).toEqual(before);
});

test('after a merge an order, a test and a case of either are those of the person; undoing parts them exactly', async () => {
	const { platform, areas, officer } = tracing;
	const { card, declared, candidateId } = await addPair();
	const { db } = platform;
	const times = { fromOn: '2026-11-24', untilOn: '2026-11-30' };
	const order = { kind: 'home' as const, disease: 'covid-19, F1', decidedBy: 'UBND', decisionNumber: '77', ...times };
	const where = { areaId: areas.haNoi.areaId };
	await call(platform, issueOrder, officer, { person: card, ...where, ...order, purpose: 'F1 của ca bệnh' });
	const caseId = await addCase(tracing, card);
	const sample = { kind: 'pcr' as const, sampledAt: '2026-11-22T08:00:00+07:00', result: 'positive' as const };
	await call(platform, recordTest, officer, {
		...{ person: card, disease: 'covid-19', laboratory: 'CDC', sampleId: candidateId, ...where, ...sample },
	});
	const state = async () => ({
		same: (await sameAs(db, [declared])).get(declared)!.length,
		restricted: [...(await listRestrictions(db, [declared], platform.clock.now())).keys()],
		tests: (await readTestsOf(db, [declared])).get(declared)!.length,
		cases: await db.rows(sql`select case_id, person_id from cases.case order by case_id`),
		orders: await db.rows(sql`select order_id, person_id from isolation.isolation_order order by order_id`),
		people: await db.rows(sql`select person_id, profile_sealed, updated_at from identity.person order by person_id`),
	});
	const before = await state();
	expect(before).toMatchObject({ same: 1, restricted: [], tests: 0 });

	await merge(candidateId, declared);

	const merged = await state();
	expect(merged).toMatchObject({ same: 2, restricted: [declared], tests: 1 });
	expect(merged.cases).toEqual(before.cases);
	const again = { person: card, ...where, classification: 'confirmed' as const, rule: 'qd-5053', purpose: 'Điều tra' };
	const opened = await call(platform, openCase, officer, again);
	expect(await db.one(sql`select person_id from cases.case where case_id = ${opened.caseId}`)).toEqual({
		person_id: declared,
	});
	await db.run(sql`delete from cases.case where case_id = ${opened.caseId}`);
	const { candidates } = await call(platform, listPairs, tracing.wardOfficer, { state: 'merged' });
	expect(candidates).toMatchObject([{ candidateId, note: reason }]);
	await undo(candidateId);

	expect(await state()).toEqual(before);
	expect((await call(platform, getTimeline, officer, { caseId })).events.length).toBeGreaterThan(2);
});

test('whoever is looked for by a number is found under the id that stayed', async () => {
	const { platform, officer } = tracing;
	const { card, declared, candidateId } = await addPair();
	await addCase(tracing, card);
	await merge(candidateId, declared);
	const value = `0011900${String(count).padStart(5, '0')}`;

	const found = await call(platform, findPerson, officer, { kind: 'document', value, purpose: 'Điều tra ca' });

	expect(found.persons.map(({ person, openCases }) => [person, openCases.length])).toEqual([[declared, 1]]);
});

test('three records of one person are one, and part in any order', async () => {
	const { db } = tracing.platform;
	const first = await addPair();
	const third = await add({
		...{ fullName: 'Đặng Thị Ước Mơ', documentNumber: `0011900${String(count).padStart(5, '0')}` },
		areaId: tracing.areas.baDinh.areaId,
	});
	await find();
	const { candidates } = await call(tracing.platform, listPairs, tracing.wardOfficer, { limit: 100 });
	const other = candidates.find(({ persons }) =>
		[third, first.declared].every((one) => persons.some(({ person }) => person === one)),
	)!;
	await merge(first.candidateId, first.declared);
	await merge(other.candidateId, third);

	expect((await sameAs(db, [first.card])).get(first.card)).toHaveLength(3);
	await undo(first.candidateId);
	expect((await sameAs(db, [first.card])).get(first.card)).toEqual([first.card]);
	expect((await sameAs(db, [third])).get(third)!.sort()).toEqual([third, first.declared].sort());
});

test('a pair is decided once: merged twice, undone twice and dismissed after are refused', async () => {
	const { candidateId, declared, card } = await addPair();
	await expect(merge(candidateId, '1')).rejects.toMatchObject({ options: { field: 'stays' } });
	await merge(candidateId, declared);

	await expect(merge(candidateId, card)).rejects.toMatchObject({ code: 'conflict' });
	const dismissing = call(tracing.platform, dismissPair, tracing.wardOfficer, { candidateId, reason });
	await expect(dismissing).rejects.toMatchObject({ code: 'conflict' });
	await undo(candidateId);
	await expect(undo(candidateId)).rejects.toMatchObject({ code: 'conflict' });
});

test('a pair that was dismissed is not asked about again', async () => {
	const { candidateId } = await addPair();
	await call(tracing.platform, dismissPair, tracing.wardOfficer, { candidateId, reason });
	await tracing.platform.db.run(sql`delete from duplicates.progress`);

	await find();

	expect((await list()).candidates.map((one) => one.candidateId)).not.toContain(candidateId);
});

test('both whole records are shown for a purpose, and both people learn of it', async () => {
	const { candidateId, card, declared } = await addPair();
	const comparing = { candidateId, purpose: 'Xem có phải một người' };

	const { sides } = await call(tracing.platform, comparePair, tracing.wardOfficer, comparing);

	expect(sides.map(({ fullName }) => fullName).sort()).toEqual(['DANG THI UOC MO', '\u00D0ặng Thị Ước Mơ'].sort());
	for (const person of [card, declared])
		expect((await listLooks(tracing.platform, person)).map(({ purpose }) => purpose)).toContain(comparing.purpose);
});

test('a pair of two provinces is for an officer of both; elsewhere nobody sees, compares or merges it', async () => {
	const { wardOfficer, officer, strangeOfficer, nationalOfficer, areas } = tracing;
	const { candidateId, declared } = await addPair({ areaId: areas.thuanHoa.areaId });
	const sees = async (who: typeof officer) =>
		(await list(who)).candidates.some((one) => one.candidateId === candidateId);

	expect([await sees(wardOfficer), await sees(officer), await sees(strangeOfficer)]).toEqual([false, false, false]);
	expect(await sees(nationalOfficer)).toBe(true);
	await expect(merge(candidateId, declared, officer)).rejects.toMatchObject({ code: 'not-allowed' });
	await merge(candidateId, declared, nationalOfficer);
});
