import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCase } from '#cases';
import { registerPlace } from '#places';
import { call } from '#platform/call';
import { newId, newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import { get, proposeArrivals, proposeContacts } from '#proposals';
import { at } from '#test/door';
import { addDeclared, signIn } from '#test/people';
import { openProposing, type Proposing, proposing } from '#test/proposing';
import { checkIn } from '#visits';

let vaora: Proposing;
beforeAll(async () => void (vaora = await openProposing()));
beforeEach(() => vaora.nextPerson());
afterAll(() => vaora.platform.close());

const { cause: _cause, ...wanted } = proposing;

describe('the contacts of a case', () => {
	let caseId: string;
	beforeAll(async () => {
		const patient = await addDeclared(vaora.platform, vaora.newPhone());
		const opened = await call(vaora.platform, openCase, vaora.callers.ward, {
			...{ person: patient.personId, areaId: vaora.areas.baDinh.areaId, classification: 'confirmed' },
			...{ rule: 'qd-5053', onsetOn: '2026-11-20', purpose: 'Điều tra ca bệnh' },
		});
		caseId = opened.caseId;
	});

	const addContact = (person: string, level: number, state: string) =>
		vaora.platform.db.run(sql`
			insert into contacts.contact (contact_id, case_id, person_id, level, origin, last_exposed_at, state, found_at)
			values (${newId()}, ${caseId}, ${person}, ${level}, 'visit', ${at('07:00:00')}, ${state}, ${at('07:30:00')})`);

	test('who were confirmed are proposed, each where they live; others are not', async () => {
		const [near, found, second] = [
			vaora.person,
			await addDeclared(vaora.platform, vaora.newPhone()),
			await addDeclared(vaora.platform, vaora.newPhone()),
		];
		const elsewhere = await addDeclared(vaora.platform, vaora.newPhone(), { commune: '00070' });
		await addContact(near.personId, 1, 'confirmed');
		await addContact(elsewhere.personId, 1, 'confirmed');
		await addContact(found.personId, 1, 'found');
		await addContact(second.personId, 2, 'confirmed');
		const propose = (levelMax: number) =>
			call(vaora.platform, proposeContacts, vaora.callers.ward, { caseId, levelMax, ...wanted });

		const { proposed, next } = await propose(1);

		expect(proposed.map(({ person }) => person).sort()).toEqual([near.personId, elsewhere.personId].sort());
		expect(next).toBeUndefined();
		const { proposalId } = proposed.find(({ person }) => person === elsewhere.personId)!;
		expect(await call(vaora.platform, get, vaora.callers.nextDoor, { proposalId })).toMatchObject({
			...{ cause: 'contact', caseId, areaId: vaora.areas.hoanKiem.areaId },
		});
		const again = await propose(2);
		expect(again.proposed.filter(({ wasProposed }) => !wasProposed).map(({ person }) => person)).toEqual([
			second.personId,
		]);
	});

	test('are proposed by officers of the case’s area alone', async () => {
		const asked = call(vaora.platform, proposeContacts, vaora.callers.elsewhere, { caseId, levelMax: 1, ...wanted });

		await expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
	});
});

describe('arrivals', () => {
	const arrive = async (place: string) =>
		call(vaora.platform, checkIn, await vaora.person.caller(), { id: newUuid(), place, person: vaora.person.personId });
	const propose = (place: string, from: string, until: string) =>
		call(vaora.platform, proposeArrivals, vaora.callers.ward, { place, from, until, ...wanted });

	async function addStation() {
		const manager = await signIn(vaora.platform, vaora.newPhone());
		const { placeId } = await call(vaora.platform, registerPlace, await manager.caller(), {
			...{ name: 'Sân bay Gia Lâm', type: 'station', area: vaora.areas.baDinh.areaId, address: 'Gia Lâm' },
			registrantName: 'Trần Thị Mít',
		});
		return placeId;
	}

	test('who came through an airport within the time are proposed, whoever came after is not', async () => {
		const station = await addStation();
		const [early, late] = [vaora.person, await addDeclared(vaora.platform, vaora.newPhone())];
		await arrive(station);
		vaora.setClock('09:00:00');
		await call(vaora.platform, checkIn, await late.caller(), { id: newUuid(), place: station, person: late.personId });

		const { proposed } = await propose(station, at('08:00:00'), at('09:00:00'));

		expect(proposed.map(({ person }) => person)).toEqual([early.personId]);
	});

	test.each([
		['a café', async () => vaora.place, at('08:00:00'), at('09:00:00'), 'place'],
		['more than a day', addStation, at('08:00:00'), '2026-11-25T08:00:01+07:00', 'until'],
		['no time at all', addStation, at('09:00:00'), at('09:00:00'), 'until'],
	] as const)('of %s are refused', async (_what, place, from, until, field) => {
		await expect(propose(await place(), from, until)).rejects.toMatchObject({ options: { field } });
	});
});
