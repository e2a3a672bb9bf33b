import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAreaByCode } from '#areas';
import { listInside, listToday } from '#logbook';
import { changePlace, getPlaces } from '#places';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { at, type Door, openDoor } from '#test/door';
import { addCafe, addDeclared, declare, type SignedIn, signIn } from '#test/people';
import { checkIn, checkOut, countInside, recordBatch } from '#visits';

let door: Door;
let manager: SignedIn;
beforeAll(async () => {
	door = await openDoor();
	manager = await signIn(door.platform, '+84904440099');
});
afterAll(() => door.platform.close());

/** A café with room for so many. */
async function addSmallCafe(capacity?: number) {
	const { platform } = door;
	door.setClock('08:00:00');
	const { placeId } = await addCafe(platform, manager);
	const { areaId: area } = (await findAreaByCode(platform.db, 'commune', '00004', '2026-11-24'))!;
	const particulars = { name: 'Cà phê Nhỏ', type: 'cafe', area, address: '1 Hàng Than' };
	if (capacity) await call(platform, changePlace, await manager.caller(), { place: placeId, ...particulars, capacity });
	return placeId;
}

const addVisitor = () => addDeclared(door.platform, door.newPhone());
type Visitor = Awaited<ReturnType<typeof addVisitor>>;
const go = async (operation: typeof checkIn, place: string, who: Visitor, change: object = {}) =>
	call(door.platform, operation, await who.caller(), { id: newUuid(), place, person: who.personId, ...change });
const codes = ({ reasons }: { reasons: { code: string }[] }) => reasons.map(({ code }) => code);

test('the last free place is taken in green, whoever comes next is told the place is full and is let in', async () => {
	const place = await addSmallCafe(2);
	const [one, two, three] = [await addVisitor(), await addVisitor(), await addVisitor()];

	await go(checkIn, place, one);
	const last = await go(checkIn, place, two);
	const over = await go(checkIn, place, three);

	expect(last).toMatchObject({ verdict: 'green', reasons: [] });
	expect(over).toMatchObject({ verdict: 'amber', reasons: [{ code: 'place-full', vi: 'Nơi này đã đủ người' }] });
	expect(await call(door.platform, listToday, await manager.caller(), { place })).toMatchObject({
		inside: 3,
		capacity: 2,
	});
});

test('a place without a capacity is never full', async () => {
	const place = await addSmallCafe();
	for (let guests = 0; guests < 3; guests++)
		expect(await go(checkIn, place, await addVisitor())).toMatchObject({ verdict: 'green' });
});

test('who leaves makes room, and so does whoever has stayed as long as is usual', async () => {
	const place = await addSmallCafe(1);
	const [one, two, three] = [await addVisitor(), await addVisitor(), await addVisitor()];
	await go(checkIn, place, one);
	door.setClock('08:30:00');
	await go(checkOut, place, one);

	expect(await go(checkIn, place, two)).toMatchObject({ verdict: 'green' });
	door.setClock('09:59:59');
	expect((await call(door.platform, listInside, await manager.caller(), { place })).visits).toHaveLength(1);
	door.setClock('10:00:00');
	expect((await call(door.platform, listInside, await manager.caller(), { place })).visits).toHaveLength(0);
	expect(await go(checkIn, place, three)).toMatchObject({ verdict: 'green' });
});

test('who is inside already is not told the place is full', async () => {
	const place = await addSmallCafe(1);
	const one = await addVisitor();
	await go(checkIn, place, one);
	door.setClock('08:10:00');

	expect(await go(checkIn, place, one)).toMatchObject({ verdict: 'green', reasons: [], isRepeat: true });
});

test('those a gate sends together are counted one after the other; who is stopped takes no room', async () => {
	const place = await addSmallCafe(2);
	const visitors = [await addVisitor(), await addVisitor(), await addVisitor(), await addVisitor()];
	await declare(door.platform, visitors[0]!, { symptoms: ['fever', 'pneumonia'], 'symptoms-note': 'Sốt' });
	const event = (who: Visitor, direction: 'in' | 'out', second: number) => ({
		...{ id: newUuid(), person: who.personId, direction },
		at: at(`08:00:0${second}`),
	});
	const [red, one, two, three] = visitors as [Visitor, Visitor, Visitor, Visitor];
	door.setClock('08:00:09');

	const { answers } = await call(door.platform, recordBatch, await manager.caller(), {
		place,
		events: [
			event(red, 'in', 1),
			event(one, 'in', 2),
			event(two, 'in', 3),
			event(one, 'out', 4),
			event(three, 'in', 5),
		],
	});

	expect(answers).toMatchObject([
		{ verdict: 'red' },
		{ verdict: 'green' },
		{ verdict: 'green' },
		{ verdict: 'green' },
		{ verdict: 'green' },
	]);
	const late = await addVisitor();
	const next = await call(door.platform, recordBatch, await manager.caller(), {
		place,
		events: [event(late, 'in', 6)],
	});
	expect(next.answers).toMatchObject([{ verdict: 'amber', reasons: [{ code: 'place-full' }] }]);
});

test('who leaves makes room even when their declaration has turned red, and is told nothing of the crowd', async () => {
	const place = await addSmallCafe(1);
	const [sick, overdue, next] = [await addVisitor(), await addVisitor(), await addVisitor()];
	await go(checkIn, place, overdue);
	door.setClock('09:40:00');
	await go(checkIn, place, sick);
	await declare(door.platform, sick, { symptoms: ['fever', 'pneumonia'], 'symptoms-note': 'Sốt' });
	door.setClock('09:45:00');
	const event = (who: Visitor, direction: 'in' | 'out', second: number) => ({
		...{ id: newUuid(), person: who.personId, direction, at: at(`09:44:0${second}`) },
	});

	const { answers } = await call(door.platform, recordBatch, await manager.caller(), {
		place,
		events: [event(overdue, 'out', 1), event(sick, 'out', 2), event(next, 'in', 3)],
	});

	expect(answers).toMatchObject([{ reasons: [] }, {}, { verdict: 'green', reasons: [] }]);
	expect(codes(answers[1] as { reasons: { code: string }[] })).not.toContain('place-full');
});

test('what a gate tells after five minutes is not judged by the crowd of now', async () => {
	const place = await addSmallCafe(1);
	await go(checkIn, place, await addVisitor());
	const told = async (moment: string) => {
		const { personId: person } = await addVisitor();
		const events = [{ id: newUuid(), person, direction: 'in' as const, at: at(moment) }];
		const { answers } = await call(door.platform, recordBatch, await manager.caller(), { place, events });
		return codes(answers[0] as { reasons: { code: string }[] });
	};
	door.setClock('08:20:00');

	expect(await told('08:15:00')).toEqual(['place-full']);
	expect(await told('08:14:59')).toEqual([]);
});

test('a full place does not hide a graver reason', async () => {
	const place = await addSmallCafe(1);
	await go(checkIn, place, await addVisitor());
	const sick = await addVisitor();
	await declare(door.platform, sick, { symptoms: ['fever', 'pneumonia'], 'symptoms-note': 'Sốt' });

	const answer = await go(checkIn, place, sick);

	expect(answer.verdict).toBe('red');
	expect(codes(answer).at(-1)).toBe('place-full');
});

test('several places are counted at once, one nobody is in too', async () => {
	const [full, empty] = [await addSmallCafe(5), await addSmallCafe(5)];
	await go(checkIn, full, await addVisitor());
	const places = [...(await getPlaces(door.platform.db, [full, empty])).values()];

	const counts = await countInside(door.platform.db, places, door.platform.clock.now());

	expect(Object.fromEntries(counts)).toEqual({ [full]: 1, [empty]: 0 });
});
