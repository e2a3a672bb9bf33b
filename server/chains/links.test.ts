import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeCase } from '#cases';
import { addAlias, endAlias } from '#identity';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { addCase, addPerson, listLooks, openTracing, type Tracing } from '#test/tracing';
import { getChain, listLinks, listSuggestions, removeLink, setLink } from './index.ts';

let tracing: Tracing;
let people = 0;
beforeAll(async () => void (tracing = await openTracing()));
afterAll(() => tracing.platform.close());

const newPerson = (fullName = `Nguyễn Văn ${++people}`) => addPerson(tracing.platform, { fullName });

async function newCase(onsetOn = '2026-11-15', person?: string) {
	const personId = person ?? (await newPerson());
	return { personId, caseId: await addCase(tracing, personId, { onsetOn }) };
}

/** A case of Huế, which the officer of Hà Nội does not reach. */
async function newCaseElsewhere() {
	const one = await newCase();
	await tracing.platform.db.run(
		sql`update cases.case set area_path = ${tracing.areas.thuanHoa.path} where case_id = ${one.caseId}`,
	);
	return one;
}

/** The contacts tell that a person met a case. */
async function addContact(caseId: string, person: string, state = 'found') {
	const exposed = new Date('2026-11-16T10:00:00+07:00');
	await tracing.platform.db.run(sql`
		insert into contacts.contact (contact_id, case_id, person_id, level, origin, last_exposed_at, minutes, state, found_at)
		values (${newId()}, ${caseId}, ${person}, 1, 'visit', ${exposed}, 42, ${state}, ${exposed})`);
}

const set = (caseId: string, infectorCaseId: string, more: object = {}, by = tracing.officer) =>
	call(tracing.platform, setLink, by, { caseId, infectorCaseId, kind: 'possible', ...more });
const links = (caseId: string, by = tracing.officer) => call(tracing.platform, listLinks, by, { caseId });
const suggestions = (caseId: string) => call(tracing.platform, listSuggestions, tracing.officer, { caseId });
const chain = (caseId: string, by = tracing.officer) => call(tracing.platform, getChain, by, { caseId });

describe('who infected whom', () => {
	test('is said of the one infected and stands with both, with masked names, and both learn who looked', async () => {
		const [first, second] = [await newCase('2026-11-10'), await newCase('2026-11-14')];

		await set(second.caseId, first.caseId, { kind: 'confirmed', contactOn: '2026-11-11', relation: 'household' });

		const { infectors } = await links(second.caseId);
		expect(infectors).toMatchObject([
			{ caseId: first.caseId, kind: 'confirmed', contactOn: '2026-11-11', relation: 'household', faults: [] },
		]);
		expect(infectors[0]!.number).toMatch(/^BN-\d{4}-\d{6}$/);
		expect(infectors[0]!.maskedName).toMatch(/^NGUYỄN|^Nguyễn/);
		expect(infectors[0]!.maskedName).toContain('***');
		expect((await links(first.caseId)).infected).toMatchObject([{ caseId: second.caseId, kind: 'confirmed' }]);
		const looks = await listLooks(tracing.platform, first.personId);
		expect(looks.map((look) => look.operation)).toEqual(
			expect.arrayContaining(['chains.set-link', 'chains.list-links']),
		);
	});

	test('said again replaces what was said', async () => {
		const [first, second] = [await newCase(), await newCase()];
		await set(second.caseId, first.caseId, { note: 'Cùng phòng trọ' });

		await set(second.caseId, first.caseId, { kind: 'probable' });

		expect((await links(second.caseId)).infectors).toMatchObject([{ kind: 'probable', relation: 'unknown' }]);
		expect((await links(second.caseId)).infectors[0]).not.toHaveProperty('note');
	});

	test('is never sure of two, but two may be possible', async () => {
		const [first, other, infected] = [await newCase(), await newCase(), await newCase()];
		await set(infected.caseId, first.caseId, { kind: 'confirmed' });

		await expect(set(infected.caseId, other.caseId, { kind: 'confirmed' })).rejects.toMatchObject({
			code: 'infector-known',
		});
		await set(infected.caseId, other.caseId, { kind: 'possible' });

		expect((await links(infected.caseId)).infectors).toHaveLength(2);
	});

	test('is nobody themself', async () => {
		const { caseId } = await newCase();

		await expect(set(caseId, caseId)).rejects.toMatchObject({ code: 'infects-itself' });
	});

	test('never closes a circle, however long the way round', async () => {
		const [first, second, third] = [await newCase(), await newCase(), await newCase()];
		await set(second.caseId, first.caseId);
		await set(third.caseId, second.caseId);

		await expect(set(first.caseId, third.caseId)).rejects.toMatchObject({ code: 'chain-is-circle' });
		await expect(set(first.caseId, second.caseId)).rejects.toMatchObject({ code: 'chain-is-circle' });
		await set(third.caseId, first.caseId);
	});

	test('two officers at once do not close one either', async () => {
		const [first, second] = [await newCase(), await newCase()];

		const outcomes = await Promise.allSettled([set(second.caseId, first.caseId), set(first.caseId, second.caseId)]);

		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	test('a contact in the future cannot be', async () => {
		const [first, second] = [await newCase(), await newCase()];

		await expect(set(second.caseId, first.caseId, { contactOn: '2026-11-25' })).rejects.toMatchObject({
			code: 'invalid-input',
		});
		await set(second.caseId, first.caseId, { contactOn: '2026-11-24' });
	});

	test('what cannot be by its days is kept and flagged', async () => {
		const [late, early] = [await newCase('2026-11-20'), await newCase('2026-11-10')];

		await set(early.caseId, late.caseId, { contactOn: '2026-11-12' });

		expect((await links(early.caseId)).infectors[0]!.faults).toEqual([
			'onset-too-early',
			'contact-outside-window',
			'contact-after-onset',
		]);
		await call(tracing.platform, changeCase, tracing.officer, { caseId: late.caseId, onsetOn: '2026-11-09' });
		expect((await links(early.caseId)).infectors[0]!.faults).toEqual(['contact-after-onset']);
	});

	test('removed is gone, and removing it again finds nothing', async () => {
		const [first, second] = [await newCase(), await newCase()];
		await set(second.caseId, first.caseId);
		const gone = { caseId: second.caseId, infectorCaseId: first.caseId };

		await call(tracing.platform, removeLink, tracing.officer, gone);

		expect((await links(second.caseId)).infectors).toEqual([]);
		await expect(call(tracing.platform, removeLink, tracing.officer, gone)).rejects.toMatchObject({
			code: 'not-found',
		});
	});

	test('of different diseases is no link', async () => {
		const first = await newCase();
		const measles = await addCase(tracing, await newPerson(), { onsetOn: '2026-11-15', rule: 'measles-who' });

		await expect(set(first.caseId, measles)).rejects.toMatchObject({ code: 'infector-not-found' });
	});
});

describe('suggestions', () => {
	test('come from the contacts by themselves, in both directions, until they are links', async () => {
		const [source, own, later] = [await newCase(), await newCase(), await newCase()];
		await addContact(source.caseId, own.personId);
		await addContact(own.caseId, later.personId);

		expect(await suggestions(own.caseId)).toMatchObject({
			infectors: [{ caseId: source.caseId, infectorCaseId: source.caseId, metOn: '2026-11-16', minutes: 42 }],
			infected: [{ caseId: later.caseId, infecteeCaseId: later.caseId }],
		});
		await set(own.caseId, source.caseId);
		await set(later.caseId, own.caseId);

		expect(await suggestions(own.caseId)).toEqual({ infectors: [], infected: [] });
	});

	test('a dismissed contact suggests nothing, nor does one who is no case', async () => {
		const [source, own] = [await newCase(), await newCase()];
		await addContact(source.caseId, own.personId, 'dismissed');
		await addContact(own.caseId, await newPerson());

		expect(await suggestions(own.caseId)).toEqual({ infectors: [], infected: [] });
	});

	test('a case without grounds is told nothing of whom it met', async () => {
		const suspected = await addCase(tracing, await newPerson(), { onsetOn: '2026-11-15', isSuspected: true });

		await expect(suggestions(suspected)).rejects.toMatchObject({ code: 'case-without-grounds' });
	});
});

describe('cases of other areas', () => {
	test('cannot be named as infector, unless our own contacts tell of them; then nothing of them is shown', async () => {
		const [elsewhere, own] = [await newCaseElsewhere(), await newCase()];
		await expect(set(own.caseId, elsewhere.caseId)).rejects.toMatchObject({ code: 'infector-not-found' });
		await expect(set(own.caseId, newId())).rejects.toMatchObject({ code: 'infector-not-found' });
		await addContact(elsewhere.caseId, own.personId);

		const [suggested] = (await suggestions(own.caseId)).infectors;
		expect(suggested).toEqual({
			...{ isElsewhere: true, infectorCaseId: elsewhere.caseId, infecteeCaseId: own.caseId },
			...{ metOn: '2026-11-16', minutes: 42, origin: 'visit' },
		});
		await set(own.caseId, elsewhere.caseId, { contactOn: '2026-11-01' });

		expect((await links(own.caseId)).infectors).toEqual([
			{
				...{ isElsewhere: true, infectorCaseId: elsewhere.caseId, kind: 'possible', contactOn: '2026-11-01' },
				...{ relation: 'unknown', setting: 'unknown', faults: [] },
			},
		]);
	});

	test('are nodes without a name in the chain, and the other way round', async () => {
		const [own, elsewhere, beyond] = [await newCase(), await newCaseElsewhere(), await newCase()];
		await set(elsewhere.caseId, own.caseId, { contactOn: '2026-11-16' }, tracing.nationalOfficer);
		await set(beyond.caseId, elsewhere.caseId, { contactOn: '2026-11-17' }, tracing.nationalOfficer);

		const seen = await chain(own.caseId);

		expect(seen.nodes.map((node) => [node.caseId, node.generation])).toEqual([
			[own.caseId, 0],
			[undefined, 1],
			[beyond.caseId, 2],
		]);
		expect(seen.nodes[1]).toEqual({ isElsewhere: true, generation: 1, infected: 1 });
		expect(seen.links).toEqual(
			expect.arrayContaining([
				{ from: 0, to: 1, kind: 'possible', faults: [] },
				expect.objectContaining({ from: 1, to: 2, contactOn: '2026-11-17' }),
			]),
		);
		const fromThere = await chain(elsewhere.caseId, tracing.strangeOfficer);
		expect(fromThere.nodes.map(({ isElsewhere }) => isElsewhere)).toEqual([false, true, true]);
		await expect(chain(own.caseId, tracing.strangeOfficer)).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('only sure links are followed when asked', async () => {
		const [first, second, third] = [await newCase(), await newCase(), await newCase()];
		await set(second.caseId, first.caseId, { kind: 'confirmed' });
		await set(third.caseId, second.caseId, { kind: 'possible' });

		const sure = await call(tracing.platform, getChain, tracing.officer, {
			caseId: first.caseId,
			atLeast: 'confirmed',
		});

		expect(sure.nodes.map(({ caseId }) => caseId)).toEqual([first.caseId, second.caseId]);
		expect((await chain(first.caseId)).nodes).toHaveLength(3);
	});
});

test('a contact known under another record of a case is suggested once, and may be linked, until the records are parted', async () => {
	const { db, clock } = tracing.platform;
	const [first, second] = [await newCase('2026-11-10'), await newCase('2026-11-14')];
	const card = await newPerson();
	await addContact(first.caseId, card);
	const found = async () => (await suggestions(second.caseId)).infectors.map(({ infectorCaseId }) => infectorCaseId);
	const infected = async () => (await suggestions(first.caseId)).infected.map(({ infecteeCaseId }) => infecteeCaseId);
	expect([await found(), await infected()]).toEqual([[], []]);
	const mergeId = newId();

	await addAlias(db, { personId: card, staysId: second.personId, mergeId, now: clock.now() });
	await addContact(first.caseId, second.personId);
	expect([await found(), await infected()]).toEqual([[first.caseId], [second.caseId]]);

	await db.run(sql`delete from contacts.contact where person_id = ${second.personId}`);
	expect([await found(), await infected()]).toEqual([[first.caseId], [second.caseId]]);
	await endAlias(db, mergeId, clock.now());
	expect([await found(), await infected()]).toEqual([[], []]);
});
