import Type from 'typebox';
import { AnswerInput, declareForKnown, Level, Reasons, reasonTexts } from '#declarations';
import { getPlaces } from '#places';
import { Id, uuidPattern } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { managing } from './fields.ts';
import { lockPlace, selectCards } from './queries.ts';

/** A class or a crew with room; a longer list is stated in parts. */
const groupMax = 100;

export const declareGroup = operation({
	name: 'cards.declare-group',
	summary: {
		vi: 'Người quản lý khai hộ một lần cho nhiều người có thẻ (một lớp, một tổ); mỗi người có tờ khai riêng',
		en: 'A manager declares once for many people with cards (a class, a crew); each has a declaration of their own',
	},
	who: managing,
	input: Type.Object(
		{
			id: Type.String({
				pattern: uuidPattern,
				description: 'A UUID made by the client: the same statement sent again declares for nobody twice',
			}),
			place: Id,
			form: Type.Object(
				{ url: Type.String({ maxLength: 200 }), version: Type.String({ maxLength: 40 }) },
				{ additionalProperties: false },
			),
			cards: Type.Array(Id, { minItems: 1, maxItems: groupMax, description: 'For whom the answers hold' }),
			answers: AnswerInput,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		people: Type.Array(
			Type.Object({
				card: Id,
				level: Type.Optional(Level),
				reasons: Type.Optional(Reasons),
				problem: Type.Optional(Type.String({ description: 'Why nothing was declared: the code of a Problem' })),
			}),
			{ description: 'One for each card, in order' },
		),
	}),
	personal: 'changes',
	purpose: () => 'declaring-for-others',
	limits: [{ what: 'place', by: (input) => input.place, limit: { count: 600, seconds: 3_600 } }],
	run: async (context, { id, place: placeId, form, cards, answers }) => {
		const { db, now, about } = context;
		const place = (await getPlaces(db, [placeId])).get(placeId);
		if (!place || place.isClosed) throw new Problem('place-not-found', { field: 'place' });
		// A statement sent twice at once is one.
		await db.run(lockPlace(placeId));
		const named = { placeId, now, group: null, cards, notPrintedOnly: false, after: { group: '', card: '0' } };
		const found = await db.rows(selectCards({ ...named, limit: groupMax }));
		const personOf = new Map(found.map((row) => [row.card_id, row.person_id]));
		const persons = [...new Set(personOf.values())];
		about(...persons);
		const declared = await declareForKnown(context, persons, { id, placeId, form, answers });
		return {
			people: cards.map((card) => {
				const one = declared.get(personOf.get(card) ?? '');
				// A card that is void or of another place is as if there were none.
				return one ? { card, level: one.level, reasons: reasonTexts(one.reasons) } : { card, problem: 'not-found' };
			}),
		};
	},
});
