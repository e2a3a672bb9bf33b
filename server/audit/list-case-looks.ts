import Type from 'typebox';
import { officerOfCase } from '#cases';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Cursor, readCursor, toCursor } from './cursor.ts';
import { selectCaseEntries } from './queries-case.ts';

const pageLength = 100;

export const listCaseLooks = operation({
	name: 'audit.list-case-looks',
	summary: {
		vi: 'Cơ quan nào đã xem, đã làm gì với một ca, cả khi bị từ chối; mới nhất trước',
		en: 'Which authority looked at a case or did something with it, refusals too, the newest first',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id, cursor: Cursor }, { additionalProperties: false }),
	output: Type.Object({
		looks: Type.Array(
			Type.Object({
				at: Type.String({ format: 'date-time' }),
				operation: Type.String(),
				by: Type.String({ description: 'staff, account, partner, device, anyone or system' }),
				authority: Type.String({ description: 'Empty where none has to do with it' }),
				purpose: Type.Optional(Type.String()),
				persons: Type.Integer({ description: 'How many people it was about' }),
				isRefused: Type.Boolean(),
			}),
		),
		nextCursor: Type.Optional(Type.String()),
	}),
	personal: 'none',
	run: async ({ db, now }, { caseId, cursor }) => {
		const rows = await db.rows(selectCaseEntries(caseId, readCursor(cursor, now), pageLength));
		return {
			looks: rows.map((row) => ({
				...{ at: row.at.toISOString(), operation: row.operation, by: row.actor_kind },
				...{ authority: row.authority ?? '', persons: row.persons, isRefused: row.outcome === 'refused' },
				...(row.purpose ? { purpose: row.purpose } : {}),
			})),
			...(rows.length === pageLength ? { nextCursor: toCursor(rows.at(-1)!) } : {}),
		};
	},
});
