import Type from 'typebox';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { sqlRows } from '#platform/sql';
import { issuing } from './fields.ts';
import { cardTypes, insertCards, selectCard } from './queries.ts';
import { revokeCard } from './revocations.ts';

export const replaceCard = operation({
	name: 'cards.replace-card',
	summary: {
		vi: 'Huỷ một thẻ bị mất do địa điểm cấp; cấp thẻ mới thay thế nếu cần',
		en: 'Takes back a lost card the place gave out, and gives a new one where it is asked for',
	},
	who: issuing,
	input: Type.Object({ place: Id, card: Id, reissue: Type.Boolean() }, { additionalProperties: false }),
	output: Type.Object({ card: Type.Optional(Id) }),
	personal: 'changes',
	purpose: () => 'cards',
	run: async ({ db, now, about }, { place, card: cardId, reissue }) => {
		const card = await db.find(selectCard(cardId));
		// A card of another place is as if there were none.
		if (!card || card.place_id !== place || card.revoked_at) throw new Problem('not-found', { field: 'card' });
		about(card.person_id);
		await revokeCard(db, card, now);
		if (!reissue) return {};
		const newCard = newId();
		const row = [newCard, place, card.person_id, card.group_name, now, card.expires_at];
		await db.run(sqlRows(insertCards, cardTypes, [row]));
		return { card: newCard };
	},
});
