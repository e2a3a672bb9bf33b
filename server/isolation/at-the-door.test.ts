import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endOrder, listAllRestricted, listRestricted, listRestrictions } from '#isolation';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { at } from '#test/door';
import { addDeclared, moveTo } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';
import { recordBatch } from '#visits';
import { endCordon } from '#zones';

let door: Restrictions;

beforeAll(async () => {
	door = await openRestrictions();
});
afterAll(() => door.platform.close());
beforeEach(() => door.nextPerson());

/** What a gate that was offline tells later of the person, and what it is answered. */
async function tellLater(clock: string) {
	const events = [{ id: newUuid(), direction: 'in' as const, person: door.person.personId, at: at(clock) }];
	const input = { place: door.place, events };
	const { answers } = await call(door.platform, recordBatch, await door.controller.caller(), input);
	return answers[0];
}

describe('a person under an isolation order', () => {
	test('is refused at every gate, whoever notes it, and only told to call the health station', async () => {
		await door.order();

		const answers = [
			await door.goIn(),
			await door.goIn({ gate: 7 }, door.controller),
			await door.goIn({ place: door.elsewhere }),
			await tellLater('08:00:00'),
		];

		const told = { code: 'call-health-station', vi: 'Mời ở riêng và gọi trạm y tế phường, xã' };
		for (const answer of answers)
			expect(answer).toMatchObject({ verdict: 'red', reasons: [told], leftAt: at('08:00:00') });
		expect(JSON.stringify(answers)).not.toMatch(/cách ly|isolat|khoanh|cordon/i);
	});

	test('is refused to the end of its last day, and not a minute longer', async () => {
		await door.order({ untilOn: '2026-11-25' });

		await moveTo(door.platform, '2026-11-25T23:59:59+07:00');
		expect(await door.verdictOf()).toBe('red');
		await moveTo(door.platform, '2026-11-26T00:00:00+07:00');
		expect(await door.verdictOf()).toBe('green');
	});

	test('goes where they like until its first day begins', async () => {
		await door.order({ fromOn: '2026-11-25' });

		await moveTo(door.platform, '2026-11-24T23:59:59+07:00');
		expect(await door.verdictOf()).toBe('green');
		await moveTo(door.platform, '2026-11-25T00:00:00+07:00');
		expect(await door.verdictOf(door.person, door.elsewhere)).toBe('red');
	});

	test('goes in at the very moment it is ended', async () => {
		const orderId = await door.order();
		door.setClock('09:00:00');
		expect(await door.verdictOf()).toBe('red');

		await call(door.platform, endOrder, door.callers.ward, { orderId, reason: 'Xét nghiệm âm tính lần 2' });

		expect(await door.verdictOf(door.person, door.elsewhere)).toBe('green');
	});

	test('was free to go in before it was issued, however late a gate tells', async () => {
		door.setClock('09:00:00');
		await door.order();
		door.setClock('11:00:00');

		expect(await tellLater('08:59:59')).toMatchObject({ verdict: 'green' });
		expect(await door.sightings()).toEqual([]);
		expect(await tellLater('09:00:00')).toMatchObject({ isRepeat: true });
	});

	test('is judged by what held when they stood at the gate, though it was ended since', async () => {
		const orderId = await door.order();
		door.setClock('09:00:00');
		await call(door.platform, endOrder, door.callers.ward, { orderId, reason: 'Xét nghiệm âm tính lần 2' });
		door.setClock('11:00:00');

		expect(await tellLater('08:59:59')).toMatchObject({ verdict: 'red' });
		expect(await tellLater('09:00:00')).toMatchObject({ verdict: 'green' });
	});

	test('may be let in by a controller, not by themself, and the answer stays red', async () => {
		await door.order();

		const own = await door.goIn({ overrule: true });
		door.setClock('08:01:00');
		const letIn = await door.goIn({ overrule: true }, door.controller);

		expect([own.verdict, own.leftAt, letIn.verdict, letIn.leftAt]).toEqual(['red', at('08:00:00'), 'red', undefined]);
	});

	test('who was inside already is answered as before when they say so again', async () => {
		await door.goIn();
		await door.order();
		door.setClock('08:10:00');

		expect(await door.goIn()).toMatchObject({ isRepeat: true, verdict: 'green', reasons: [] });
	});

	test('stops nobody else', async () => {
		await door.order();

		expect(await door.verdictOf(await addDeclared(door.platform, door.newPhone()))).toBe('green');
	});
});

describe('a cordon', () => {
	test('holds from its first minute until before its last', async () => {
		const cordonId = await door.cordon();

		for (const [clock, verdict] of [
			['08:29:59', 'green'],
			['08:30:00', 'red'],
			['09:59:59', 'red'],
			['10:00:00', 'green'],
		] as const) {
			await door.nextPerson();
			door.setClock(clock);
			expect([clock, await door.verdictOf()]).toEqual([clock, verdict]);
		}
		door.setClock('09:00:00');
		await call(door.platform, endCordon, door.callers.ward, { cordonId, decision: '99/QĐ-UBND' });
	});

	test('holds for homes in it, not for those in the commune next door', async () => {
		const neighbour = await addDeclared(door.platform, door.newPhone(), { commune: '00070' });
		const cordonId = await door.cordon({ from: at('08:00:00') });

		expect(await door.verdictOf()).toBe('red');
		expect(await door.verdictOf(neighbour)).toBe('green');

		await call(door.platform, endCordon, door.callers.ward, { cordonId, decision: '99/QĐ-UBND' });
		expect(await door.verdictOf(door.person, door.elsewhere)).toBe('green');
	});

	test('of a province holds in all its communes', async () => {
		const neighbour = await addDeclared(door.platform, door.newPhone(), { commune: '00070' });
		const change = { areaId: door.areas.haNoi.areaId, from: at('08:00:00'), until: undefined };
		const cordonId = await door.cordon(change, door.callers.province);

		expect(await door.verdictOf(neighbour)).toBe('red');

		await call(door.platform, endCordon, door.callers.province, { cordonId, decision: '99/QĐ-UBND' });
	});

	test('of a part of a commune stops nobody: who lives there is not known', async () => {
		await door.cordon({ from: at('08:00:00'), part: 'Tổ dân phố số 5' });

		expect(await door.verdictOf()).toBe('green');
	});
});

describe('what is ordered', () => {
	test('is known to another server within five seconds, and its end at once', async () => {
		const other = { ...door.platform };
		const later = new Date('2026-12-10T08:30:00+07:00');
		const isKnown = async (clock: string) => {
			const context = { db: other.db, platform: other, now: new Date(at(clock)) };
			const found = await listRestricted(context, [door.person.personId], { from: later, until: later });
			return found.has(door.person.personId);
		};
		expect(await isKnown('08:00:00')).toBe(false);
		const orderId = await door.order({ untilOn: '2026-12-20' });

		expect(await isKnown('08:00:05')).toBe(true);
		await call(door.platform, endOrder, door.callers.ward, { orderId, reason: 'Xét nghiệm âm tính lần 2' });
		expect(await isKnown('08:00:05')).toBe(false);
	});

	test('stands before cordoned homes where the gates’ list has no room for all, and the list says so', async () => {
		await door.order();
		await addDeclared(door.platform, door.newPhone());
		const cordonId = await door.cordon({ from: at('08:00:00') });
		const now = new Date(at('08:00:00'));
		const { persons } = await listAllRestricted(door.platform.db, now);

		const listed = (max: number) => listAllRestricted(door.platform.db, now, max);

		expect(await listed(persons.length)).toEqual({ persons, isWhole: true });
		expect(await listed(persons.length - 1)).toEqual({ persons: persons.slice(0, -1), isWhole: false });
		expect((await listed(persons.length - 1)).persons).toContain(door.person.personId);
		await call(door.platform, endCordon, door.callers.ward, { cordonId, decision: '98/QĐ-UBND' });
	});

	test('is asked of many at once, and listed for the gates that work without a network', async () => {
		const ordered = door.person.personId;
		await door.order();
		const free = (await addDeclared(door.platform, door.newPhone(), { commune: '00070' })).personId;
		const resident = (await addDeclared(door.platform, door.newPhone())).personId;
		const cordonId = await door.cordon({ from: at('08:00:00') });
		const now = new Date(at('08:00:00'));

		const found = await listRestrictions(door.platform.db, [ordered, free, resident], now);
		const { persons: all, isWhole } = await listAllRestricted(door.platform.db, now);

		expect([...found].sort()).toEqual(
			[
				[ordered, ['isolation', 'cordon']],
				[resident, ['cordon']],
			].sort(),
		);
		expect([all, isWhole]).toEqual([[...new Set(all)], true]);
		expect([ordered, free, resident].map((person) => all.includes(person))).toEqual([true, false, true]);
		expect(await listRestrictions(door.platform.db, [], now)).toEqual(new Map());
		await call(door.platform, endCordon, door.callers.ward, { cordonId, decision: '99/QĐ-UBND' });
		expect((await listAllRestricted(door.platform.db, now)).persons).not.toContain(resident);
	});
});
