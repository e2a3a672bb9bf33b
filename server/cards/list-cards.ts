import Type from 'typebox';
import { listProfiles } from '#identity';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { CardHead, GroupName, issuing } from './fields.ts';
import { type CardRow, selectCards, selectGroups } from './queries.ts';

const pageLength = 100;

export const listCards = operation({
	name: 'cards.list-cards',
	summary: {
		vi: 'Những người có thẻ của một địa điểm, theo lớp hoặc tổ',
		en: 'Who has a card of a place, by class or group',
	},
	who: issuing,
	input: Type.Object(
		{
			place: Id,
			group: Type.Optional(GroupName),
			after: Type.Optional(
				Type.Object(
					{ group: GroupName, card: Id },
					{ additionalProperties: false, description: 'Where the page before ended' },
				),
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		placeName: Type.String(),
		cards: Type.Array(Type.Object({ ...CardHead.properties, fullName: Type.String() })),
		groups: Type.Array(Type.Object({ group: Type.String(), cards: Type.Integer() })),
		hasMore: Type.Boolean(),
	}),
	personal: 'reads',
	purpose: () => 'cards',
	run: async ({ db, platform: { keys }, now, about }, { place, group, after }) => {
		const asked = { placeId: place, now, group: group ?? null, cards: null, notPrintedOnly: false };
		const rows = await db.rows(
			selectCards({ ...asked, after: after ?? { group: '', card: '0' }, limit: pageLength + 1 }),
		);
		const shown = rows.slice(0, pageLength);
		const persons = shown.map((row) => row.person_id);
		about(...persons);
		const profiles = await listProfiles({ db, keys }, persons);
		const groups = await db.rows(selectGroups(place, now));
		const name = (await getPlaces(db, [place])).get(place)?.name ?? '';
		return {
			placeName: name,
			cards: shown.map((row) => ({ ...toCardHead(row), fullName: profiles.get(row.person_id)?.fullName ?? '***' })),
			groups: groups.map((row) => ({ group: row.group_name, cards: row.cards })),
			hasMore: rows.length > pageLength,
		};
	},
});

export const toCardHead = (row: CardRow) => ({
	card: row.card_id,
	group: row.group_name,
	issuedAt: row.issued_at.toISOString(),
	expiresAt: row.expires_at.toISOString(),
	...(row.printed_at ? { printedAt: row.printed_at.toISOString() } : {}),
});
