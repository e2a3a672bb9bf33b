import Type, { type Static } from 'typebox';
import { slotAt } from '#monitoring';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { dayOf } from '#shared/language';
import { getHeldCordon, type HeldCordon } from '#zones';
import { deciderOrLeader, groupAsked } from './leaders.ts';
import { type Due, type GroupRow, selectCompletion } from './queries-completion.ts';
import { Group } from './shapes.ts';

const Counts = {
	dwellings: Type.Integer(),
	dwellingsDone: Type.Integer({ description: 'Everybody in them has reported' }),
	people: Type.Integer(),
	reported: Type.Integer(),
	symptomatic: Type.Integer(),
};
const GroupCounts = Type.Object({ group: Type.String(), ...Counts });

/** What is due of a cordon's people by now. */
export const dueOf = ({ reportsADay }: HeldCordon, now: Date): Due => ({
	day: dayOf(now),
	slot: slotAt(now, reportsADay),
});

export const countReported = operation({
	name: 'residents.count-reported',
	summary: {
		vi: 'Hôm nay mỗi tổ, thôn của vùng khoanh đã báo sức khoẻ được bao nhiêu nhà, bao nhiêu người',
		en: 'How many people and households of each group of a cordon have reported today',
	},
	who: deciderOrLeader,
	input: Type.Object({ cordonId: Id, group: Type.Optional(Group) }, { additionalProperties: false }),
	output: Type.Object({ groups: Type.Array(GroupCounts), all: Type.Object(Counts) }),
	personal: 'none',
	run: async (context, { cordonId, group }) => {
		const { db, now } = context;
		const key = await groupAsked(context, cordonId, group);
		const cordon = await getHeldCordon(db, cordonId);
		const rows = await db.rows(selectCompletion(cordonId, dueOf(cordon, now), key ?? null));
		const groups = rows.map(toCounts);
		return { groups, all: sum(groups) };
	},
});

const toCounts = (row: GroupRow): Static<typeof GroupCounts> => ({
	...{ group: row.group_name, dwellings: row.dwellings, dwellingsDone: row.dwellings_done },
	...{ people: row.people, reported: row.reported, symptomatic: row.symptomatic },
});

const names = ['dwellings', 'dwellingsDone', 'people', 'reported', 'symptomatic'] as const;

const sum = (groups: readonly Static<typeof GroupCounts>[]) =>
	Object.fromEntries(names.map((name) => [name, groups.reduce((all, one) => all + one[name], 0)])) as Record<
		(typeof names)[number],
		number
	>;
