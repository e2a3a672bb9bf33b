import { expect, test } from 'vitest';
import { legend, lookOf, planFloor } from './floor-plan.ts';

const bed = (room: string, name: string, more: object = {}) => ({
	...{ bedId: `${room}/${name}`, room, bed: name, sex: 'any', state: 'usable', ...more },
});
const taken = (state?: string) => ({ taken: { orderId: '1', maskedName: '***', ...(state ? { state } : {}) } });

test.each([
	['free', {}, 'free'],
	['being cleaned', { state: 'cleaning' }, 'closed'],
	['somebody well', taken('asymptomatic'), 'well'],
	['somebody ill', taken('symptomatic'), 'ill'],
	['somebody silent', taken('not-reported'), 'silent'],
	['somebody in a broken bed', { state: 'broken', ...taken('symptomatic') }, 'ill'],
	['somebody nobody watches', taken(), 'well'],
])('%s looks %s', (_what, more, name) => {
	expect(lookOf(bed('101', '1', more)).name).toBe(name);
});

test('no two looks share a letter, so that a plan is read without colours', () => {
	expect(new Set(legend.map(({ letter }) => letter)).size).toBe(legend.length);
});

test('rooms stand within the width, never on each other, and hold their beds', () => {
	const beds = Array.from({ length: 40 }, (_, index) => bed(String(101 + Math.floor(index / 5)), String(index % 5)));

	const { rooms, height } = planFloor(beds, 700);

	expect(rooms.flatMap((room) => room.beds)).toHaveLength(40);
	for (const [index, one] of rooms.entries()) {
		expect(one.x + one.width).toBeLessThanOrEqual(700);
		expect(one.y + one.height).toBeLessThanOrEqual(height);
		for (const { x, y } of one.beds)
			expect(x >= one.x && x < one.x + one.width && y > one.y && y < one.y + one.height).toBe(true);
		for (const other of rooms.slice(index + 1)) {
			const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x;
			const isBelow = one.y + one.height <= other.y || other.y + other.height <= one.y;
			expect(isBeside || isBelow).toBe(true);
		}
	}
});

test('a floor without beds has no height', () => {
	expect(planFloor([], 700)).toEqual({ rooms: [], height: 0 });
});
