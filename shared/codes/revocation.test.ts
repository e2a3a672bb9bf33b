import { expect, test } from 'vitest';
import type { PersonalClaims } from './personal-code.ts';
import { isRevoked } from './revocation.ts';

const before = new Date('2026-11-24T08:00:00+07:00');
const earlier = new Date(before.getTime() - 1_000);
const said = { personId: '7', issuedAt: earlier, expiresAt: new Date('2027-11-24T08:00:00+07:00') };
const phone: PersonalClaims = { ...said, kind: 'rotating', level: 'green' };
const card: PersonalClaims = { ...said, kind: 'card', serial: '81' };

test.each<[string, PersonalClaims, { before: Date; card?: string }, boolean]>([
	['a code issued before a phone was lost is void', phone, { before }, true],
	['so is a printed card', card, { before }, true],
	['one issued from that second on holds', { ...phone, issuedAt: before }, { before }, false],
	['a lost card is void', card, { before, card: '81' }, true],
	['the new one in its stead holds', { ...card, serial: '82' }, { before, card: '81' }, false],
	['and so does what the person has on their phone', phone, { before, card: '81' }, false],
])('%s', (_what, claims, revocation, answer) => {
	expect(isRevoked(claims, revocation)).toBe(answer);
});
