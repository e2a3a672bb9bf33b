import type { PersonalClaims } from './personal-code.ts';

/** A person's codes issued before a moment are void: a phone or a card was lost. */
export interface Revocation {
	/** In whole seconds, as codes count. */
	before: Date;
	/** Whoever gave out a card can take back the cards, and nothing the person made themself. */
	cardsOnly: boolean;
}

/** Whether a code that reads well was given back. */
export const isRevoked = (
	{ kind, issuedAt }: Pick<PersonalClaims, 'kind' | 'issuedAt'>,
	{ before, cardsOnly }: Revocation,
): boolean => issuedAt < before && (!cardsOnly || kind === 'card');

export const revokedWords = {
	vi: 'Mã này đã bị huỷ vì mất thẻ hoặc điện thoại. Hãy dùng thẻ mới, hoặc mở lại trang mã cá nhân.',
	en: 'This code was given back because a card or phone was lost. Use the new card, or open the code’s page again.',
};
