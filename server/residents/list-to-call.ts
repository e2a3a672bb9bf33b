import Type from 'typebox';
import { listProfiles } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { getHeldCordon } from '#zones';
import { dueOf } from './count-reported.ts';
import { groupAsked, officerOrLeader } from './leaders.ts';
import { DwellingCursor, hasReported, readDwellingCursor } from './list-dwellings.ts';
import { selectDwellingPage } from './queries-completion.ts';
import { Group, Purpose } from './shapes.ts';

const dwellingsAtOnce = 100;

export const listToCall = operation({
	name: 'residents.list-to-call',
	summary: {
		vi: 'Ai trong vùng khoanh chưa báo sức khoẻ, với họ tên và số điện thoại đầy đủ để gọi',
		en: 'Who in a cordon has yet to report, with whole names and phones, to call them',
	},
	who: officerOrLeader,
	input: Type.Object(
		{ cordonId: Id, group: Type.Optional(Group), purpose: Purpose, cursor: DwellingCursor },
		{ additionalProperties: false },
	),
	output: Type.Object({
		people: Type.Array(
			Type.Object({
				person: Id,
				group: Type.String(),
				dwelling: Type.String(),
				fullName: Type.String(),
				phone: Type.Optional(Type.String()),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	limits: [
		{
			what: 'person',
			by: (_input, { actor }) => ('id' in actor ? actor.id : ''),
			limit: { count: 300, seconds: 86_400 },
		},
	],
	run: async (context, { cordonId, group, cursor }) => {
		const { db, now, platform, about } = context;
		const { keys } = platform;
		const key = await groupAsked(context, cordonId, group);
		const due = dueOf(await getHeldCordon(db, cordonId), now);
		const after = readDwellingCursor(cursor);
		const page = { group: key ?? null, isMissing: true, after, limit: dwellingsAtOnce };
		const rows = await db.rows(selectDwellingPage(cordonId, due, page));
		const missing = rows.filter((row) => !hasReported(row, due));
		const persons = missing.map((row) => row.person_id);
		about(...persons);
		const profiles = await listProfiles({ db, keys }, persons);
		const last = rows.at(-1);
		const isFull = new Set(rows.map((row) => row.number)).size === dwellingsAtOnce;
		return {
			people: missing.map((row) => {
				const { fullName = '', phone } = profiles.get(row.person_id) ?? {};
				const dwelling = keys.decrypt(row.label_sealed);
				return { person: row.person_id, group: row.group_name, dwelling, fullName, ...(phone ? { phone } : {}) };
			}),
			...(last && isFull ? { nextCursor: `${last.number} ${last.group_key}` } : {}),
		};
	},
});
