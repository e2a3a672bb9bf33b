import Type, { type Static } from 'typebox';
import { maskedNames } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { getHeldCordon } from '#zones';
import { dueOf } from './count-reported.ts';
import { groupAsked, officerOrLeader } from './leaders.ts';
import { type Due, type ResidentRow, selectDwellingPage } from './queries-completion.ts';
import { followUp, Group } from './shapes.ts';

const Dwelling = Type.Object({
	number: Type.Integer(),
	group: Type.String(),
	dwelling: Type.String({ description: 'Its address' }),
	people: Type.Array(
		Type.Object({
			person: Id,
			maskedName: Type.String(),
			hasReported: Type.Boolean(),
			isSymptomatic: Type.Boolean(),
			lastReportOn: Type.Optional(Type.String({ format: 'date' })),
		}),
	),
});

export const DwellingCursor = Type.Optional(
	Type.String({ pattern: '^[0-9]{1,9} [a-z0-9 ]{0,120}$', description: 'Where the page before ended' }),
);

export const readDwellingCursor = (cursor = '0 ') => {
	const space = cursor.indexOf(' ');
	return { number: Number(cursor.slice(0, space)), group: cursor.slice(space + 1) };
};

export const listDwellings = operation({
	name: 'residents.list-dwellings',
	summary: {
		vi: 'Từng nhà trong vùng khoanh: ai đã báo sức khoẻ hôm nay, ai chưa (tên được che)',
		en: 'The households of a cordon: who has reported today and who has not (masked names)',
	},
	who: officerOrLeader,
	input: Type.Object(
		{
			cordonId: Id,
			group: Type.Optional(Group),
			state: Type.Optional(Type.Union([Type.Literal('missing'), Type.Literal('all')])),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
			cursor: DwellingCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ dwellings: Type.Array(Dwelling), nextCursor: Type.Optional(Type.String()) }),
	personal: 'reads',
	purpose: () => followUp,
	run: async (context, { cordonId, group, state = 'all', limit = 50, cursor }) => {
		const { db, now, platform, about } = context;
		const { keys } = platform;
		const key = await groupAsked(context, cordonId, group);
		const due = dueOf(await getHeldCordon(db, cordonId), now);
		const page = { group: key ?? null, isMissing: state === 'missing', after: readDwellingCursor(cursor), limit };
		const rows = await db.rows(selectDwellingPage(cordonId, due, page));
		const persons = rows.map((row) => row.person_id);
		about(...persons);
		const names = await maskedNames({ db, keys }, persons);
		const dwellings = gather(rows, due, {
			nameOf: (person) => names.get(person) ?? '***',
			labelOf: (sealed) => keys.decrypt(sealed),
		});
		const last = rows.at(-1);
		return {
			dwellings,
			...(last && dwellings.length === limit ? { nextCursor: `${last.number} ${last.group_key}` } : {}),
		};
	},
});

export const hasReported = (row: ResidentRow, { day, slot }: Due): boolean =>
	row.last_report_on === day && (row.last_slot ?? 0) >= slot;

function gather(
	rows: readonly ResidentRow[],
	due: Due,
	{ nameOf, labelOf }: { nameOf(person: string): string; labelOf(sealed: Buffer): string },
): Static<typeof Dwelling>[] {
	const dwellings: Static<typeof Dwelling>[] = [];
	for (const row of rows) {
		if (dwellings.at(-1)?.number !== row.number)
			dwellings.push({
				...{ number: row.number, group: row.group_name, dwelling: labelOf(row.label_sealed) },
				people: [],
			});
		dwellings.at(-1)!.people.push({
			...{ person: row.person_id, maskedName: nameOf(row.person_id), hasReported: hasReported(row, due) },
			isSymptomatic: row.is_symptomatic,
			...(row.last_report_on ? { lastReportOn: row.last_report_on } : {}),
		});
	}
	return dwellings;
}
