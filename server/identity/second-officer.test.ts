import { expect, test } from 'vitest';
import type { Actor } from '#platform/actor';
import { isSecondOfficer, requireSecondOfficer } from './second-officer.ts';

const now = new Date('2026-11-24T01:00:00Z');
const officer: Actor = { kind: 'staff', id: '2', session: '1', roles: [], authority: 'CDC' };
const at = (offset: number) => new Date(now.getTime() + offset);

test.each([
	['of what another wrote', officer, ['1'], true],
	['of what they wrote themself', officer, ['2'], false],
	['of what they handed in for another', officer, ['1', '2'], false],
	['of what nobody is known to have written', officer, [null], true],
	['who is nobody in particular', { kind: 'anyone' } as Actor, ['1'], false],
])('a second officer %s', (_words, actor, first, is) => {
	const deciding = () => requireSecondOfficer(actor, { first }, now);

	expect(isSecondOfficer(actor, first)).toBe(is);
	if (is) expect(deciding()).toBe('2');
	else expect(deciding).toThrow(expect.objectContaining({ code: 'second-officer-needed' }));
});

test.each([
	['a millisecond before its time is over', 1, undefined],
	['the moment its time is over', 0, 'already-ended'],
	['a day later', -86_400_000, 'already-ended'],
])('what waits is decided %s', (_words, offset, code) => {
	const deciding = () => requireSecondOfficer(officer, { first: ['1'], until: at(offset) }, now);

	if (code) expect(deciding).toThrow(expect.objectContaining({ code }));
	else expect(deciding()).toBe('2');
});

test('whoever asked learns that they cannot decide, also when it is too late', () => {
	expect(() => requireSecondOfficer(officer, { first: ['2'], until: at(-1) }, now)).toThrow(
		expect.objectContaining({ code: 'second-officer-needed' }),
	);
});
