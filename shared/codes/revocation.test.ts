import { expect, test } from 'vitest';
import { isRevoked } from './revocation.ts';

const before = new Date('2026-11-24T08:00:00+07:00');
const earlier = new Date(before.getTime() - 1_000);

test.each([
	['a code issued before a phone was lost is void', 'rotating', earlier, false, true],
	['so is a printed card', 'card', earlier, false, true],
	['one issued from that second on holds', 'rotating', before, false, false],
	['who gave out a card can take the card back', 'card', earlier, true, true],
	['but no code the person made themself', 'static', earlier, true, false],
] as const)('%s', (_what, kind, issuedAt, cardsOnly, answer) => {
	expect(isRevoked({ kind, issuedAt }, { before, cardsOnly })).toBe(answer);
});
