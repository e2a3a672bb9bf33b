import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { displayPersonalNumber } from '#shared/codes/personal-number';
import { CardHead } from './fields.ts';
import { toCardHead } from './list-cards.ts';
import { numbersOf } from './numbers.ts';
import { selectCardsOf } from './queries.ts';

export const listMine = operation({
	name: 'cards.list-mine',
	summary: {
		vi: 'Mã số cá nhân và những thẻ đã in của mình và của người mình khai hộ',
		en: 'The personal numbers and printed cards of oneself and of those one declares for',
	},
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		numbers: Type.Array(Type.Object({ person: Id, number: Type.String({ description: 'K7Q-F2M' }) })),
		cards: Type.Array(Type.Object({ ...CardHead.properties, person: Id, placeName: Type.String() })),
	}),
	personal: 'reads',
	run: async ({ db, platform: { keys }, now, caller: { actor }, about }) => {
		const persons = actor.kind === 'account' ? actor.persons : [];
		about(...persons);
		const own = await readOwnPeople(db, actor);
		const rows = await db.rows(selectCardsOf([...own.keys()], now));
		const numbers = await numbersOf({ db, keys, now }, persons);
		const places = await getPlaces(
			db,
			rows.map((row) => row.place_id),
		);
		return {
			numbers: [...numbers].map(([person, number]) => ({ person, number: displayPersonalNumber(number) })),
			cards: rows.map((row) => ({
				...toCardHead(row),
				person: own.get(row.person_id)!,
				placeName: places.get(row.place_id)?.name ?? '',
			})),
		};
	},
});
