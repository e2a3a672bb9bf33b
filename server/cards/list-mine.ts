import Type from 'typebox';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { CardHead } from './fields.ts';
import { toCardHead } from './list-cards.ts';
import { selectCardsOf } from './queries.ts';

export const listMine = operation({
	name: 'cards.list-mine',
	summary: {
		vi: 'Những thẻ đã in cho mình và cho người mình khai hộ',
		en: 'The cards printed for oneself and for those one declares for',
	},
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		cards: Type.Array(Type.Object({ ...CardHead.properties, person: Id, placeName: Type.String() })),
	}),
	personal: 'reads',
	run: async ({ db, now, caller: { actor }, about }) => {
		const persons = actor.kind === 'account' ? actor.persons : [];
		about(...persons);
		const rows = await db.rows(selectCardsOf(persons, now));
		const places = await getPlaces(
			db,
			rows.map((row) => row.place_id),
		);
		return {
			cards: rows.map((row) => ({
				...toCardHead(row),
				person: row.person_id,
				placeName: places.get(row.place_id)?.name ?? '',
			})),
		};
	},
});
