import Type from 'typebox';
import { getOpenCaseRow, officerOfCase, requireGrounds } from '#cases';
import { maskedNames } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { selectTold } from './queries.ts';
import type { ToldWords } from './told.ts';

export const list = operation({
	name: 'interviews.list',
	summary: {
		vi: 'Những người mà ca bệnh kể đã gặp: khi nào, ở đâu, gần thế nào; tên được che',
		en: 'Whom a case says they met: when, where, how near; with masked names',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
			cursor: Type.Optional(Id),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		told: Type.Array(
			Type.Object({
				contactId: Id,
				person: Id,
				maskedName: Type.String(),
				mode: Type.String(),
				metOn: Type.String({ format: 'date' }),
				place: Type.Optional(Type.String()),
				relation: Type.Optional(Type.String()),
				toldBy: Type.Union([Type.Literal('officer'), Type.Literal('case')]),
				toldAt: Type.String({ format: 'date-time' }),
			}),
		),
		nextCursor: Type.Optional(Id),
	}),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, platform, about }, { caseId, limit = 100, cursor = '0' }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		const rows = await db.rows(selectTold(caseId, cursor, limit));
		const persons = [...new Set(rows.map((one) => one.person_id))];
		about(row.person_id, ...persons);
		const names = await maskedNames({ db, keys: platform.keys }, persons);
		const last = rows.at(-1);
		return {
			told: rows.map((one) => ({
				...{ contactId: one.contact_id, person: one.person_id, mode: one.mode, metOn: one.met_on },
				maskedName: names.get(one.person_id) ?? '***',
				...(JSON.parse(platform.keys.decrypt(one.words_sealed)) as ToldWords),
				toldBy: one.told_by as 'officer' | 'case',
				toldAt: one.told_at.toISOString(),
			})),
			...(last && rows.length === limit ? { nextCursor: last.told_id } : {}),
		};
	},
});
