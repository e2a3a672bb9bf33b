import type { Text } from '../language.ts';
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

/** What to tell who shows a code that was given back. */
export const revokedWords: Text = {
	vi: 'Mã này đã bị huỷ vì mất thẻ hoặc điện thoại. Hãy dùng thẻ mới, hoặc mở lại trang mã cá nhân.',
	en: 'This code was given back because a card or phone was lost. Use the new card, or open the code’s page again.',
};
