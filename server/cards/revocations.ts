import type { Db } from '#platform/db';
import type { Revocation } from '#shared/codes/revocation';
import {
	type CardRow,
	insertRevocation,
	revokeCardRow,
	revokeCardsOf,
	selectCard,
	selectGoodCards,
	selectRevocations,
} from './queries.ts';

/** Codes say when they were issued in whole seconds; one made in the very second of a revocation is the new one. */
const wholeSecond = (at: Date) => new Date(Math.floor(at.getTime() / 1_000) * 1_000);

export async function revokeAllCodes(db: Db, personId: string, now: Date): Promise<Date> {
	const revokedAt = wholeSecond(now);
	await db.run(revokeCardsOf(personId, now));
	await db.run(insertRevocation({ personId, revokedAt, cardId: '0' }));
	return revokedAt;
}

export async function revokeCard(db: Db, card: CardRow, now: Date): Promise<void> {
	await db.run(revokeCardRow(card.card_id, now));
	await db.run(insertRevocation({ personId: card.person_id, revokedAt: wholeSecond(now), cardId: card.card_id }));
}

export interface PersonsRevocation extends Revocation {
	personId: string;
}

const revocationsMax = 100_000;

/**
 * What was given back since a moment, the newest first, 100,000 at most; `isRevoked` says what follows for a code. No
 * code is valid for longer than a year, so a year back is all a gate need know.
 */
export async function listRevocations(db: Db, since: Date): Promise<PersonsRevocation[]> {
	const rows = await db.rows(selectRevocations(since, revocationsMax));
	return rows.map(({ person_id: personId, revoked_at: before, card_id: card }) => ({
		personId,
		before,
		...(card === '0' ? {} : { card }),
	}));
}

const membersMax = 20_000;

/** The people who have a good card of a place: their ids, 20,000 at most. */
export async function listMembers(db: Db, placeId: string, now: Date): Promise<string[]> {
	const rows = await db.rows(selectGoodCards(placeId, now, membersMax));
	return [...new Set(rows.map((row) => row.person_id))];
}

/** The card with this serial, and whether it still holds; undefined when none was ever issued. */
export async function cardOf(db: Db, serial: string, now: Date) {
	const row = await db.find(selectCard(serial));
	return (
		row && {
			personId: row.person_id,
			placeId: row.place_id,
			isGood: row.revoked_at === null && row.expires_at > now,
		}
	);
}
