import { signerOf } from '#declarations';
import type { Platform } from '#platform/platform';
import { issuePersonalCode } from '#shared/codes/personal-code';
import type { CardRow } from './queries.ts';

/** What the QR code of a printed card says: whose it is and until when, and nothing of health. */
export const cardCode = async (platform: Platform, card: CardRow): Promise<string> =>
	issuePersonalCode(
		{
			kind: 'card',
			personId: card.person_id,
			serial: card.card_id,
			issuedAt: card.issued_at,
			expiresAt: card.expires_at,
		},
		await signerOf(platform),
	);
