import { expect, test } from 'vitest';
import type { Actor, Role } from '#platform/actor';
import { officerRanges } from './health-officer.ts';

const officer = (...roles: Role[]): Actor => ({ kind: 'staff', id: '1', session: '1', roles, authority: 'CDC' });
const covers = (actor: Actor, path: string) => {
	const { from, until } = officerRanges(actor);
	return from.filter((start, index) => path >= start && path < until[index]!).length;
};

test.each<[string, string, number]>([
	['the province itself', '1.24', 1],
	['a commune of it', '1.24.337', 1],
	['a province whose number begins alike', '1.240', 0],
	['a commune of that one', '1.240.5', 0],
	['the province before', '1.23', 0],
	['the country above', '1', 0],
])('an officer of a province sees %s: %s', (_words, path, times) => {
	expect(covers(officer({ name: 'health-officer', area: '1.24' }), path)).toBe(times);
});

test('an officer of a province and of a commune in it sees each case once', () => {
	const actor = officer({ name: 'health-officer', area: '1.24.337' }, { name: 'health-officer', area: '1.24' });

	expect(covers(actor, '1.24.337')).toBe(1);
});

test('an officer without an area sees the whole country', () => {
	expect(covers(officer({ name: 'health-officer' }), '1.24.337')).toBe(1);
});

test('other roles in an area show no case', () => {
	expect(covers(officer({ name: 'analyst', area: '1' }), '1.24')).toBe(0);
});
