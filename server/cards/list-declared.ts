import Type from 'typebox';
import { Level, listDeclaredAt } from '#declarations';
import { listProfiles } from '#identity';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { dayOf, startOfDay } from '#shared/language';
import { GroupName, Moment, managing } from './fields.ts';
import { selectCards, selectGroups } from './queries.ts';

const pageLength = 100;
const order = new Intl.Collator('vi', { numeric: true });

/** As a class register has them: by given name, which stands last, then by the whole. */
const byName = ({ fullName: one }: { fullName: string }, { fullName: other }: { fullName: string }) =>
	order.compare(givenName(one), givenName(other)) || order.compare(one, other);
const givenName = (fullName: string) => fullName.slice(fullName.lastIndexOf(' ') + 1);

export const listDeclared = operation({
	name: 'cards.list-declared',
	summary: {
		vi: 'Những người của một lớp, tổ và ai đã được mình khai hộ hôm nay',
		en: 'Who is in a class or crew, and for whom one has declared today',
	},
	who: managing,
	input: Type.Object(
		{
			place: Id,
			group: GroupName,
			after: Type.Optional({ ...Id, description: 'The card the page before ended with' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		placeName: Type.String(),
		groups: Type.Array(Type.Object({ group: Type.String(), cards: Type.Integer() })),
		people: Type.Array(
			Type.Object({
				card: Id,
				fullName: Type.String(),
				declared: Type.Optional(
					Type.Object(
						{ at: Moment, level: Level },
						{ description: 'What the caller declared today; what others declared is not told' },
					),
				),
			}),
		),
		nextAfter: Type.Optional({ ...Id, description: 'Where the next page begins' }),
	}),
	personal: 'reads',
	purpose: () => 'declaring-for-others',
	run: async (context, { place, group, after = '0' }) => {
		const { db, now, about, platform } = context;
		const asked = { placeId: place, now, group, cards: null, notPrintedOnly: false };
		const rows = await db.rows(selectCards({ ...asked, after: { group, card: after }, limit: pageLength + 1 }));
		const shown = rows.slice(0, pageLength);
		const persons = shown.map((row) => row.person_id);
		about(...persons);
		const profiles = await listProfiles({ db, keys: platform.keys }, persons);
		const since = startOfDay(dayOf(now));
		const declared = await listDeclaredAt(context, { placeId: place, persons, since });
		const groups = await db.rows(selectGroups(place, now));
		return {
			placeName: (await getPlaces(db, [place])).get(place)?.name ?? '',
			groups: groups.map((row) => ({ group: row.group_name, cards: row.cards })),
			people: shown
				.map((row) => {
					const one = declared.get(row.person_id);
					return {
						card: row.card_id,
						fullName: profiles.get(row.person_id)?.fullName ?? '***',
						...(one ? { declared: { at: one.at.toISOString(), level: one.level } } : {}),
					};
				})
				.sort(byName),
			...(rows.length > pageLength ? { nextAfter: shown.at(-1)!.card_id } : {}),
		};
	},
});
