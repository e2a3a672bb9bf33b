import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listMyLooks } from '#audit';
import { lookUpCard, recordCards } from '#devices';
import { changeProfile, findPersons, listProfiles } from '#identity';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import type { SealedCard } from '#shared/gate/scan';
import { at } from '#test/door';
import { type Gate, openGate, pairDevice } from '#test/gate';
import { addDeclared, anybody, declare, signIn } from '#test/people';

let gate: Gate;

beforeAll(async () => {
	gate = await openGate();
});
afterAll(() => gate.platform.close());
beforeEach(() => gate.platform.clock.set('2026-11-24T08:00:00+07:00'));

let numbers = 100_000;
const newNumber = () => `001187${numbers++}`;
const declared = async (change: Record<string, string | string[]> = {}) =>
	addDeclared(gate.platform, gate.door.newPhone(), { 'full-name': 'NGUYỄN THỊ BƯỞI', ...change });
const lookUp = async (card: SealedCard, by = gate.device) =>
	call(gate.platform, lookUpCard, await by.caller(), { sealed: await gate.seal(card) });
const visitsOf = (person: string) =>
	gate.platform.db.rows(sql<{ verdict: number; left_at: Date | null; skew_seconds: number }>`
		select verdict, left_at, skew_seconds from visits.visit where person_id = ${person} order by entered_at`);
const personOf = async (number: string, kind: 'document' | 'insurance' = 'document') =>
	(await findPersons(gate.platform, kind, number))[0]!;

describe('a card at a gate', () => {
	test('is looked up: what to say, a masked name, and nothing else of the person', async () => {
		const document = newNumber();
		await declared({ 'document-number': document });

		expect(await lookUp({ document })).toEqual({
			person: await personOf(document),
			maskedName: 'NGUYỄN THỊ ***',
			verdict: 'green',
			reasons: [],
			isNew: false,
		});
	});

	test.each<[string, (number: string) => SealedCard]>([
		['the number of the card before it', (number) => ({ document: newNumber(), formerDocument: number })],
		['an old insurance card, whose last ten digits are the number', (number) => ({ insurance: `DN401${number}` })],
		['a new insurance card', (number) => ({ insurance: number })],
	])('finds its person by %s', async (_what, cardOf) => {
		const document = String(numbers++).padStart(9, '0');
		const insurance = String(numbers++).padStart(10, '0');
		const person = await declared({ 'document-number': document });
		const profile = { fullName: 'NGUYỄN THỊ BƯỞI', documentNumber: document, healthInsuranceNumber: insurance };
		await call(gate.platform, changeProfile, await person.caller(), { person: person.personId, profile });

		const found = await lookUp(cardOf(_what.startsWith('the number') ? document : insurance));

		expect(found.person).toBe(person.personId);
	});

	test('is recorded, with the verdict its screen said and what the server makes of it', async () => {
		const document = newNumber();
		const { personId } = await declared({ 'document-number': document, symptoms: ['fever'], 'symptoms-note': 'Sốt' });

		const { answers } = await gate.sendCards([await gate.cardOf({ document })]);

		expect(answers).toMatchObject([{ maskedName: 'NGUYỄN THỊ ***', verdict: 'amber', isRepeat: false }]);
		expect(answers[0]!.reasons![0]).toMatchObject({ code: expect.any(String), vi: expect.any(String) });
		expect(await visitsOf(personId)).toMatchObject([{ verdict: 1, left_at: null }]);
	});

	test('of somebody who never declared makes a person with what it says, so that the visit is kept', async () => {
		const card = { document: newNumber(), fullName: 'Trần Văn Ổi', birthDate: '1987-01-18', gender: 'male' as const };
		expect(await lookUp(card)).toMatchObject({ isNew: true, verdict: 'not-declared', maskedName: 'Trần Văn ***' });

		const scan = await gate.cardOf(card);
		const sent = await Promise.all([1, 2, 3].map(() => gate.sendCards([scan])));
		const person = await personOf(card.document);

		expect(sent.map(({ answers }) => answers[0]!.maskedName)).toEqual(Array(3).fill('TRẦN VĂN ***'));
		expect(await visitsOf(person)).toHaveLength(1);
		expect((await listProfiles(gate.platform, [person])).get(person)).toEqual({
			...{
				fullName: 'TRẦN VĂN ỔI',
				documentNumber: card.document,
				birthYear: 1987,
				birthDate: card.birthDate,
				gender: 'male',
			},
		});
		expect(await lookUp(card)).toMatchObject({ person, isNew: false, verdict: 'not-declared' });
	});

	test('whose person declares later stands for who declared', async () => {
		const document = newNumber();
		await gate.sendCards([await gate.cardOf({ document, fullName: 'Lê Thị Mận' })]);
		const person = await signIn(gate.platform, gate.door.newPhone());

		const { personId } = await declare(gate.platform, person, { 'document-number': document });

		expect(await lookUp({ document })).toMatchObject({ person: personId, verdict: 'green' });
	});

	test('with nothing that finds or makes somebody is refused, and the others of its batch are kept', async () => {
		const document = newNumber();
		const good = await gate.cardOf({ document });
		const nameless = await gate.cardOf({ fullName: 'Lê Thị Mận', birthDate: '1990' });
		const broken = { ...good, id: nameless.id.replace(/^./, 'a'), who: { ...good.who, sealed: 'AAAA' } };
		const unknown = await gate.cardOf({ number: 'K7QF2M' });
		const dashes = await gate.cardOf({ document: '--', fullName: 'Lê Thị Mận' });

		const { answers } = await gate.sendCards([nameless, broken, unknown, dashes, good]);

		expect(answers.map(({ problem }) => problem)).toEqual([
			...['card-unusable', 'card-unusable', 'person-not-found', 'card-unusable', undefined],
		]);
		expect(await visitsOf(await personOf(document))).toHaveLength(1);
		await expect(lookUp({})).resolves.toMatchObject({ isNew: true });
		await expect(call(gate.platform, lookUpCard, await gate.device.caller(), { sealed: 'AAAA' })).rejects.toMatchObject(
			{ code: 'card-unusable' },
		);
	});

	test('read by a clock three hours fast is taken, and the difference kept', async () => {
		const document = newNumber();

		await gate.sendCards([await gate.cardOf({ document }, { at: at('10:30:00') })], { clock: at('11:00:00') });

		expect(await visitsOf(await personOf(document))).toMatchObject([{ skew_seconds: -10_800 }]);
	});

	test('that was looked up is told to its person, with the gate’s reason', async () => {
		const document = newNumber();
		const person = await declared({ 'document-number': document });
		await lookUp({ document });
		await gate.sendCards([await gate.cardOf({ document })]);

		const { looks } = await call(gate.platform, listMyLooks, await person.caller(), {});

		expect(looks.map(({ by, purpose, what }) => [by, purpose, what.en])).toEqual(
			expect.arrayContaining([
				['device', 'in-out-control', 'A gate you came to looked your card up (masked name)'],
				['device', 'in-out-control', 'A gate you came to recorded your card (masked name)'],
			]),
		);
	});
});

describe('trying out numbers', () => {
	test('a thousand one after the other, fifty at a time, end in a refusal, which hides those that would be found', async () => {
		const device = await pairDevice(gate.door);
		const document = newNumber();
		await declared({ 'document-number': document });
		const outcomes: string[] = [];
		const guess = (number: number) =>
			lookUp({ document: `0012${String(number).padStart(8, '0')}` }, device).then(
				({ isNew }) => (isNew ? 'nobody' : 'somebody'),
				({ code }) => code,
			);

		for (let first = 0; first < 1_000; first += 50)
			outcomes.push(...(await Promise.all(Array.from({ length: 50 }, (_none, index) => guess(first + index)))));

		const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
		expect([count('nobody'), count('too-many-requests')]).toEqual([60, 940]);
		expect(outcomes.lastIndexOf('nobody')).toBeLessThan(100);
		await expect(lookUp({ document }, device)).rejects.toMatchObject({ code: 'too-many-requests' });
	});

	test('a gate where people are known is not held up', async () => {
		const device = await pairDevice(gate.door);
		const document = newNumber();
		await declared({ 'document-number': document });

		for (let people = 0; people < 80; people++)
			await expect(lookUp({ document }, device)).resolves.toMatchObject({ isNew: false });
	});
});

test('nobody but a device looks cards up or records them', async () => {
	const sealed = await gate.seal({ document: newNumber() });
	const scans = [await gate.cardOf({ document: newNumber() })];
	const { door, platform } = gate;

	for (const stranger of [await door.controller.caller(), await door.manager.caller(), await door.person.caller()]) {
		await expect(call(platform, lookUpCard, stranger, { sealed })).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(call(platform, recordCards, stranger, { status: gate.status(), scans })).rejects.toMatchObject({
			code: 'not-allowed',
		});
	}
	await expect(call(platform, lookUpCard, anybody, { sealed })).rejects.toMatchObject({ code: 'not-signed-in' });
});
