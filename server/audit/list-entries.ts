import Type from 'typebox';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { Cursor, readCursor, toCursor } from './cursor.ts';
import { selectEntries } from './queries.ts';

const pageLength = 100;
const optional = Type.Optional(Type.String());

export const listEntries = operation({
	name: 'audit.list-entries',
	summary: {
		vi: 'Nhật ký mọi thao tác trên dữ liệu cá nhân',
		en: 'The log of all operations on personal data',
	},
	who: role(['administrator']),
	input: Type.Object({ cursor: Cursor }, { additionalProperties: false }),
	output: Type.Object({
		entries: Type.Array(
			Type.Object({
				at: Type.String({ format: 'date-time' }),
				operation: Type.String(),
				actorKind: Type.String(),
				actorId: optional,
				authority: optional,
				outcome: Type.String(),
				problem: optional,
				purpose: optional,
				caseId: optional,
				persons: Type.Integer({ description: 'How many people it was about' }),
				requestId: Type.String(),
			}),
		),
		nextCursor: optional,
	}),
	personal: 'reads',
	run: async ({ db, now }, { cursor }) => {
		const rows = await db.rows(selectEntries(readCursor(cursor, now), pageLength));
		return {
			entries: rows.map((row) => ({
				at: row.at.toISOString(),
				operation: row.operation,
				actorKind: row.actor_kind,
				actorId: row.actor_id ?? undefined,
				authority: row.authority ?? undefined,
				outcome: row.outcome,
				problem: row.problem ?? undefined,
				purpose: row.purpose ?? undefined,
				caseId: row.case_id ?? undefined,
				persons: row.persons,
				requestId: row.request_id,
			})),
			...(rows.length === pageLength ? { nextCursor: toCursor(rows.at(-1)!) } : {}),
		};
	},
});
