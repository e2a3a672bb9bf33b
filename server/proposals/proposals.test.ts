import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addAlias, endAlias } from '#identity';
import { getOrder, listMine } from '#isolation';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { count, decide, get, list, noteNotices, propose, refuse, setClock } from '#proposals';
import { at } from '#test/door';
import { addDeclared, administrator } from '#test/people';
import { openProposing, type Proposing, proposing } from '#test/proposing';

let vaora: Proposing;
beforeAll(async () => void (vaora = await openProposing()));
beforeEach(() => vaora.nextPerson());
afterAll(() => vaora.platform.close());

const read = (proposalId: string, by = vaora.callers.ward) => call(vaora.platform, get, by, { proposalId });
const decideAs = (by = vaora.chair, ...proposals: string[]) =>
	call(vaora.platform, decide, by, { proposals, ...vaora.newDecision() });
const states = async (proposalId: string) =>
	(await read(proposalId)).deadlines.map(({ step, state }) => `${step} ${state}`);

describe('a proposal', () => {
	test('goes from the list through the chair’s decision and the notices to an order in force', async () => {
		const proposalId = await vaora.propose({ knownAt: at('07:00:00') });
		expect(await read(proposalId)).toMatchObject({
			...{ untilOn: '2026-11-30', office: 'commune-chair', form: 'Mẫu 02 Phụ lục IV' },
			...{ mustBeTold: ['person', 'police', 'ward-leader'], maskedName: expect.stringContaining('***') },
			regimeName: { vi: expect.stringContaining('7 ngày') },
		});
		expect(await states(proposalId)).toEqual(['list done', 'decision running']);
		expect(await vaora.verdictOf()).toBe('green');

		vaora.setClock('08:30:00');
		const { orders } = await decideAs(vaora.chair, proposalId);

		expect(await vaora.verdictOf(vaora.person, vaora.elsewhere)).toBe('red');
		expect(await call(vaora.platform, getOrder, vaora.callers.ward, { orderId: orders[0]!.orderId })).toMatchObject({
			...{ proposalId, regime: { regime: 'home-7-days-vaccinated', version: 1 }, untilOn: '2026-11-30' },
		});
		expect(await states(proposalId)).toEqual(['list done', 'decision done', 'notice running']);
		const tell = (whom: ('person' | 'police' | 'ward-leader')[]) =>
			call(vaora.platform, noteNotices, vaora.callers.ward, { proposals: [proposalId], whom, how: 'phone' });
		await tell(['person']);
		expect((await states(proposalId))[2]).toBe('notice running');
		vaora.setClock('11:30:00');
		await tell(['police', 'ward-leader', 'person']);

		const told = await read(proposalId);
		expect(told.deadlines[2]).toMatchObject({ state: 'done', doneAt: at('11:30:00') });
		expect(told.isOwnDecision).toBe(true);
		expect(told.notices.map(({ whom, toldAt }) => [whom, toldAt])).toEqual([
			['person', at('08:30:00')],
			['police', at('11:30:00')],
			['ward-leader', at('11:30:00')],
		]);
	});

	test('that is missed is counted, and stays counted when it is done after all', async () => {
		const before = await call(vaora.platform, count, vaora.callers.ward, {});
		const proposalId = await vaora.propose({ knownAt: at('05:59:59') });
		vaora.setClock('09:00:01');
		expect(await states(proposalId)).toEqual(['list late', 'decision missed']);
		const open = await call(vaora.platform, count, vaora.callers.ward, {});
		expect([open.toDecide - before.toDecide, open.lateNow - before.lateNow]).toEqual([1, 1]);

		await decideAs(vaora.chair, proposalId);
		vaora.setClock('12:00:02');

		const after = await call(vaora.platform, count, vaora.callers.ward, {});
		expect(after.missed).toEqual({
			lists: before.missed.lists + 1,
			decisions: before.missed.decisions + 1,
			notices: before.missed.notices + 1,
		});
	});

	test('of somebody who is on the list already is the same one', async () => {
		const first = await vaora.propose();
		const input = { persons: [vaora.person.personId], areaId: vaora.areas.baDinh.areaId, ...proposing };

		const { proposed } = await call(vaora.platform, propose, vaora.callers.province, input);

		expect(proposed).toEqual([{ person: vaora.person.personId, proposalId: first, wasProposed: true }]);
	});

	test('of a foreigner asks for the consulate too', async () => {
		const foreigner = await addDeclared(vaora.platform, vaora.newPhone(), {
			...{ nationality: 'FR', 'document-number': '12AB34567' },
		});
		const proposalId = await vaora.propose({}, [foreigner.personId]);

		expect((await read(proposalId)).mustBeTold).toContain('consulate');
	});

	test.each([
		['a moment to come', 'knownAt', { knownAt: at('08:00:01') }],
		['eight days ago', 'knownAt', { knownAt: '2026-11-16T00:00:00Z' }],
		['no such regime', 'regime', { regime: 'no-such' }],
		['a last day that is over', 'untilOn', { untilOn: '2026-11-23', fromOn: '2026-11-20' }],
	])('with %s is refused', async (_what, field, change) => {
		await expect(vaora.propose(change)).rejects.toMatchObject({ options: { field } });
	});

	test('keeps the clocks it was made by', async () => {
		const proposalId = await vaora.propose({ kind: 'site' });
		const hasten = { listMinutes: 60, decisionMinutes: 30, noticeMinutes: 30, holdMinutes: 60 };
		await call(vaora.platform, setClock, administrator, {
			...{ kind: 'site', ...hasten, office: 'commune-chair', told: ['person'], form: 'Mẫu 04' },
			...{ validFrom: '2026-11-24', decision: 'Thử nghiệm' },
		});
		const next = await addDeclared(vaora.platform, vaora.newPhone());

		expect((await read(proposalId)).deadlines[1]!.dueAt).toBe(at('11:00:00'));
		const second = await vaora.propose({ kind: 'site' }, [next.personId]);
		expect((await read(second)).deadlines[1]!.dueAt).toBe(at('08:30:00'));
	});
});

describe('a hold', () => {
	test('stops at every door, says so to the person alone, and lapses by itself after three hours', async () => {
		await vaora.propose({ hold: { isDoubled: false } });
		expect(await vaora.verdictOf()).toBe('red');
		const { orders } = await call(vaora.platform, listMine, await vaora.person.caller(), {});
		expect(orders).toMatchObject([{ isHold: true, holdsUntil: at('11:00:00'), isInForce: true }]);

		vaora.setClock('10:59:59');
		expect(await vaora.verdictOf(vaora.person, vaora.elsewhere)).toBe('red');
		vaora.setClock('11:00:00');

		expect(await vaora.verdictOf()).toBe('green');
	});

	test.each([
		['home', false, '11:00:00'],
		['home', true, '14:00:00'],
		['clinic', false, '10:00:00'],
		['gate', true, '12:00:00'],
		['elsewhere', false, '14:00:00'],
	] as const)('at %s (overload: %s) lasts until %s', async (kind, isDoubled, until) => {
		const proposalId = await vaora.propose({ kind, hold: { isDoubled } });

		expect(await read(proposalId)).toMatchObject({ holdUntil: at(until), isHoldDoubled: isDoubled });
	});

	test('ends at once when it is refused, and nobody is told of a refusal', async () => {
		const proposalId = await vaora.propose({ hold: { isDoubled: false } });
		expect(await vaora.verdictOf()).toBe('red');
		const reason = 'Không tiếp xúc gần';

		await call(vaora.platform, refuse, vaora.chair, { proposals: [proposalId], decidedBy: 'Chủ tịch UBND', reason });

		expect(await vaora.verdictOf(vaora.person, vaora.elsewhere)).toBe('green');
		expect(await read(proposalId)).toMatchObject({ outcome: 'refused', refusedReason: reason });
		const told = { proposals: [proposalId], whom: ['person' as const], how: 'phone' as const };
		await expect(call(vaora.platform, noteNotices, vaora.callers.ward, told)).rejects.toMatchObject({
			code: 'not-decided',
		});
	});

	test('gives way to the order: it is ended, and the order stops instead', async () => {
		const proposalId = await vaora.propose({ hold: { isDoubled: false } });
		await decideAs(vaora.chair, proposalId);

		const { orders } = await call(vaora.platform, listMine, await vaora.person.caller(), {});
		expect(orders).toMatchObject([{ isHold: false, isInForce: true }]);
	});
});

describe('who decides', () => {
	test.each([
		['the chair', 'chair', 'home'],
		['the head of the clinic', 'clinicHead', 'clinic'],
		['the gate’s authority', 'gateAuthority', 'gate'],
	] as const)('%s decides on their kind, and not on another', async (_who, office, kind) => {
		const own = await vaora.propose({ kind });
		expect((await decideAs(vaora[office], own)).orders).toHaveLength(1);

		await vaora.nextPerson();
		const other = await vaora.propose({ kind: kind === 'home' ? 'clinic' : 'home' });
		await expect(decideAs(vaora[office], other)).rejects.toMatchObject({ code: 'wrong-office' });
	});

	test('a station may write down what was signed, and it says so', async () => {
		const proposalId = await vaora.propose();
		await decideAs(vaora.callers.ward, proposalId);

		expect((await read(proposalId)).isOwnDecision).toBe(false);
	});

	test('an office of another ward may not, nor may it look', async () => {
		const proposalId = await vaora.propose();

		await expect(decideAs(vaora.otherChair, proposalId)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(read(proposalId, vaora.otherChair)).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('nobody decides twice', async () => {
		const proposalId = await vaora.propose();
		const [one, other] = await Promise.allSettled([
			decideAs(vaora.chair, proposalId),
			decideAs(vaora.chair, proposalId),
		]);

		expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
		const orders = sql<{ orders: number }>`
			select count(*)::integer as orders from isolation.isolation_order where proposal_id = ${proposalId}`;
		expect((await vaora.platform.db.one(orders)).orders).toBe(1);
	});

	test('a list with one that lies elsewhere is refused whole', async () => {
		const here = await vaora.propose();
		const next = await addDeclared(vaora.platform, vaora.newPhone());
		const { proposed } = await call(vaora.platform, propose, vaora.callers.country, {
			...{ persons: [next.personId], areaId: vaora.areas.hoanKiem.areaId, ...proposing },
		});

		await expect(decideAs(vaora.chair, here, proposed[0]!.proposalId)).rejects.toMatchObject({ code: 'not-allowed' });
		expect((await read(here)).outcome).toBeUndefined();
	});
});

test('the list begins with what is due first and goes on page by page', async () => {
	const persons = [];
	for (let index = 0; index < 3; index++) persons.push(await addDeclared(vaora.platform, vaora.newPhone()));
	for (const [index, { personId }] of persons.entries()) {
		vaora.setClock(`08:0${3 - index}:00`);
		await vaora.propose({ knownAt: at('08:00:00') }, [personId]);
	}
	const seen: string[] = [];
	let cursor: string | undefined;
	do {
		const page = await call(vaora.platform, list, vaora.chair, {
			...{ state: 'to-decide', limit: 2 },
			...(cursor ? { cursor } : {}),
		});
		seen.push(...page.proposals.map(({ deadlines }) => deadlines[1]!.dueAt));
		cursor = page.nextCursor;
	} while (cursor);

	expect(seen.length).toBeGreaterThanOrEqual(3);
	expect(seen).toEqual(seen.toSorted());
});

test('two records of one person are proposed once, whichever is proposed first, until they are parted', async () => {
	const { db, clock } = vaora.platform;
	const card = await addDeclared(vaora.platform, vaora.newPhone());
	const ids = [card.personId, vaora.person.personId];
	const mergeId = newId();
	await addAlias(db, { personId: ids[0]!, staysId: ids[1]!, mergeId, now: clock.now() });
	const input = { areaId: vaora.areas.baDinh.areaId, ...proposing };
	const proposeFor = async (...persons: string[]) =>
		(await call(vaora.platform, propose, vaora.callers.ward, { ...input, persons })).proposed;

	const both = await proposeFor(...ids);
	expect(both.map(({ person, wasProposed }) => [person, wasProposed])).toEqual([
		[ids[0], false],
		[ids[1], true],
	]);
	expect(new Set(both.map(({ proposalId }) => proposalId)).size).toBe(1);
	expect(await proposeFor(ids[1]!)).toMatchObject([{ proposalId: both[0]!.proposalId, wasProposed: true }]);

	await endAlias(db, mergeId, clock.now());
	expect(await proposeFor(ids[1]!)).toMatchObject([{ wasProposed: false }]);
});
