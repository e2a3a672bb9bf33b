import Type from 'typebox';
import { maskedNames, officer, officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { PageCursor, readPageCursor, toPageCursor } from '#platform/page-cursor';
import { CaseHead, Id, toHeads } from './answer.ts';
import { selectCases } from './queries.ts';

export const listCases = operation({
	name: 'cases.list-cases',
	summary: {
		vi: 'Các ca bệnh trong địa bàn phụ trách, mới nhất trước; tên người của ca đang mở được che',
		en: 'The cases within reach, the newest first; open ones with a masked name',
	},
	who: officer,
	input: Type.Object(
		{
			state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('closed'), Type.Literal('all')])),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: PageCursor,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		cases: Type.Array(
			Type.Object({ ...CaseHead.properties, person: Type.Optional(Id), maskedName: Type.Optional(Type.String()) }),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'reads',
	// A list is no look at one person's matter: its purpose is the officer's duty, and the person reads it as such.
	purpose: () => 'Theo dõi các ca bệnh · Following up cases',
	run: async ({ db, caller, platform, about }, { state = 'open', limit = 50, cursor }) => {
		const rows = await db.rows(
			selectCases({
				ranges: officerRanges(caller.actor),
				isOpen: state === 'all' ? null : state === 'open',
				before: readPageCursor(cursor),
				limit,
			}),
		);
		const heads = await toHeads(db, rows);
		const open = [...new Set(rows.filter((row) => !row.closed_at).map((row) => row.person_id))];
		about(...open);
		const names = await maskedNames({ db, keys: platform.keys }, open);
		const last = rows.at(-1);
		return {
			cases: rows.map((row, index) =>
				row.closed_at
					? heads[index]!
					: { ...heads[index]!, person: row.person_id, maskedName: names.get(row.person_id) ?? '***' },
			),
			...(last && rows.length === limit ? { nextCursor: toPageCursor(last.opened_at, last.case_id) } : {}),
		};
	},
});
