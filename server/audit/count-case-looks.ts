import Type from 'typebox';
import { officerOfCase } from '#cases';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { countCaseEntries } from './queries-case.ts';

const groupsMax = 300;

export const countCaseLooks = operation({
	name: 'audit.count-case-looks',
	summary: {
		vi: 'Mỗi ngày, mỗi cơ quan đã làm gì với một ca bao nhiêu lần; mới nhất trước',
		en: 'How often each authority did what with a case, day by day, the newest first',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({
		groups: Type.Array(
			Type.Object({
				day: Type.String({ format: 'date', description: 'In Viet Nam' }),
				lastAt: Type.String({ format: 'date-time' }),
				authority: Type.String(),
				operation: Type.String(),
				times: Type.Integer(),
				persons: Type.Integer({ description: 'Of all times together; somebody of several counts for each' }),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db }, { caseId }) => ({
		groups: (await db.rows(countCaseEntries(caseId, groupsMax))).map((row) => ({
			...{ day: row.day, lastAt: row.last_at.toISOString(), authority: row.authority ?? '' },
			...{ operation: row.operation, times: row.times, persons: row.persons },
		})),
	}),
});
