import type { PersonalClaims } from './personal-code.ts';

/** What of a person's codes is void: a phone or a card was lost. */
export interface Revocation {
	/** Whatever was issued before it; in whole seconds, as codes count. */
	before: Date;
	/** The serial of the one card that is void; without it every code of the person is. */
	card?: string;
}

/** Whether a code that reads well was given back. */
export const isRevoked = (claims: PersonalClaims, { before, card }: Revocation): boolean =>
	card === undefined ? claims.issuedAt < before : claims.kind === 'card' && claims.serial === card;
