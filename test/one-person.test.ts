import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listMyLooks } from '#audit';
import { get, getMine, getStanding, issueCode } from '#declarations';
import { addAlias, endAlias, forgetAliases } from '#identity';
import { endOrder, getOrder, issueOrder, listAllRestricted, listMine as listOrdersOf } from '#isolation';
import { listInside } from '#logbook';
import { listMine as listDue } from '#monitoring';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { personNamedBy } from '#shared/codes/personal-code';
import { addDeclared, declare } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';
import { report } from '#test/watch';
import { listMine as listVisits } from '#visits';

let door: Restrictions;
let gone: Awaited<ReturnType<typeof addDeclared>>;
let stays: Awaited<ReturnType<typeof addDeclared>>;
beforeAll(async () => {
	door = await openRestrictions();
});
afterAll(() => door.platform.close());
beforeEach(async () => {
	await door.nextPerson();
	stays = door.person;
	gone = await addDeclared(door.platform, door.newPhone());
});

/** The record that goes is the same person as the one that stays; gives what parts them again. */
async function merge(one = gone.personId, into = stays.personId): Promise<() => Promise<void>> {
	const { platform } = door;
	const mergeId = newId();
	await addAlias(platform.db, { personId: one, staysId: into, mergeId, now: platform.clock.now() });
	forgetAliases(platform);
	return async () => {
		await endAlias(platform.db, mergeId, platform.clock.now());
		forgetAliases(platform);
	};
}

const me = () => stays.caller();

/** A minute later: what is told then is newer. */
const later = () => door.platform.clock.set(new Date(door.platform.clock.now().getTime() + 60_000).toISOString());

/** What a door says to each, who comes from another place each time: at the same one it would be the same visit. */
async function verdicts(...people: (typeof stays)[]): Promise<string[]> {
	const said = [];
	for (const one of people) {
		later();
		const place = lastAt.get(one.personId) === door.place ? door.elsewhere : door.place;
		lastAt.set(one.personId, place);
		said.push(await door.verdictOf(one, place));
	}
	return said;
}
const lastAt = new Map<string, string>();

const feverish = { symptoms: ['fever'], 'symptoms-note': 'Sốt từ sáng' };
const nextDoor = { commune: '00070' };
const cordonNextDoor = () =>
	door.cordon({ areaId: door.areas.hoanKiem.areaId, from: '2026-11-24T08:00:00+07:00' }, door.callers.province);

describe('a door says the same of both codes of a person, and of each its own once they are parted', () => {
	test.each<[string, string, () => Promise<unknown>]>([
		['an order of isolation', 'red', () => door.order({}, door.callers.ward, gone.personId)],
		['a newer declaration of a fever', 'amber', () => declare(door.platform, gone, feverish)],
		['a cordon around the home', 'red', () => declare(door.platform, gone, nextDoor).then(cordonNextDoor)],
	])('%s', async (_what, verdict, begin) => {
		later();
		await begin();
		later();
		expect(await verdicts(stays)).toEqual(['green']);

		const undo = await merge();
		expect(await verdicts(stays, gone)).toEqual([verdict, verdict]);

		await undo();
		expect(await verdicts(stays, gone)).toEqual(['green', verdict]);
	});

	test('three records in a row are one person, and the middle one parted is nobody else', async () => {
		const third = await addDeclared(door.platform, door.newPhone());
		await door.order({}, door.callers.ward, gone.personId);
		const undo = await merge();
		await merge(stays.personId, third.personId);
		expect(await verdicts(third)).toEqual(['red']);

		await undo();

		expect(await verdicts(third, stays)).toEqual(['green', 'green']);
	});

	test('a gate without a network holds every id of who is stopped', async () => {
		await door.order({}, door.callers.ward, gone.personId);
		const held = async () => {
			const { persons } = await listAllRestricted(door.platform.db, door.platform.clock.now());
			return [stays, gone].map(({ personId }) => persons.includes(personId));
		};
		expect(await held()).toEqual([false, true]);

		const undo = await merge();
		expect(await held()).toEqual([true, true]);

		await undo();
		expect(await held()).toEqual([false, true]);
	});
});

describe('an account reads what stands under the other record of its person as its own, until they are parted', () => {
	test.each<[string, () => Promise<unknown>, () => Promise<string[]>]>([
		[
			'visits',
			() => door.verdictOf(gone),
			async () => (await call(door.platform, listVisits, await me(), {})).visits.map(({ person }) => person),
		],
		[
			'declarations',
			() => declare(door.platform, gone),
			async () => {
				const { declarations } = await call(door.platform, getMine, await me(), {});
				for (const { person, declarationId: declaration } of declarations)
					expect(await call(door.platform, get, await me(), { person, declaration })).toMatchObject({ level: 'green' });
				return declarations.map(({ person }) => person);
			},
		],
		[
			'orders',
			() => door.order({}, door.callers.ward, gone.personId),
			async () => (await call(door.platform, listOrdersOf, await me(), {})).orders.map(({ person }) => person),
		],
		[
			'reports that are due',
			() => door.order({}, door.callers.ward, gone.personId),
			async () => (await call(door.platform, listDue, await me(), {})).people.map(({ person }) => person),
		],
		[
			'looks',
			async () => {
				await door.verdictOf(gone);
				await call(door.platform, listInside, await door.manager.caller(), { place: door.place });
			},
			async () => (await call(door.platform, listMyLooks, await me(), {})).looks.flatMap(({ persons }) => persons),
		],
	])('%s', async (_what, begin, read) => {
		later();
		await begin();
		const before = await read();

		const undo = await merge();
		const merged = await read();
		expect(merged.length).toBeGreaterThan(before.length);
		expect(new Set(merged)).toEqual(new Set([stays.personId]));

		await undo();
		expect(await read()).toEqual(before);
	});

	test('the standing is that of the newest declaration, and the code is the own', async () => {
		later();
		await declare(door.platform, gone, feverish);
		const standing = async () => (await call(door.platform, getStanding, await me(), {})).standings;

		const undo = await merge();
		expect(await standing()).toMatchObject([{ person: stays.personId, level: 'amber' }]);
		const { code } = await call(door.platform, issueCode, await me(), { person: stays.personId });
		expect(personNamedBy(code, door.platform.clock.now())).toBe(stays.personId);

		await undo();
		expect(await standing()).toMatchObject([{ person: stays.personId, level: 'green' }]);
	});

	test('of the other record itself it may ask nothing', async () => {
		await merge();

		await expect(call(door.platform, issueCode, await me(), { person: gone.personId })).rejects.toMatchObject({
			code: 'not-allowed',
		});
	});
});

describe('a decision is about the person', () => {
	test('the same decision about either record is one order; parted, it is one of its own', async () => {
		const input = door.orderOf(gone.personId);
		const issue = (person: string) => call(door.platform, issueOrder, door.callers.ward, { ...input, person });
		const first = await issue(gone.personId);

		const undo = await merge();
		expect(await issue(stays.personId)).toEqual({ orderId: first.orderId, wasIssued: true });

		await undo();
		expect(await issue(stays.personId)).toMatchObject({ wasIssued: false });
	});

	test('each record has an order: both are shown with either, and the person goes free when both are ended', async () => {
		const orders = [
			await door.order({}, door.callers.ward, gone.personId),
			await door.order({}, door.callers.ward, stays.personId),
		];
		await merge();
		const others = async (orderId: string) =>
			(await call(door.platform, getOrder, door.callers.ward, { orderId })).others.map((one) => one.orderId);
		expect([await others(orders[0]!), await others(orders[1]!)]).toEqual([[orders[1]], [orders[0]]]);
		const end = (orderId: string) =>
			call(door.platform, endOrder, door.callers.ward, { orderId, reason: 'Xét nghiệm âm tính lần 2' });

		await end(orders[0]!);
		expect(await verdicts(stays, gone)).toEqual(['red', 'red']);
		await end(orders[1]!);

		expect(await verdicts(stays, gone)).toEqual(['green', 'green']);
	});

	test('what is reported with either code is the report of the person', async () => {
		await door.order({}, door.callers.ward, gone.personId);
		const due = async () =>
			(await call(door.platform, listDue, await gone.caller(), {})).people.map(({ level }) => level);
		await merge();
		expect(await due()).toEqual([undefined]);

		await report(door.platform, await me(), [stays.personId]);

		expect(await due()).toEqual(['green']);
	});
});
