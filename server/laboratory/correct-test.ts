import Type from 'typebox';
import { actorId } from '#platform/actor';
import { brokenConstraint } from '#platform/db';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { insertTest, selectTest } from './queries.ts';
import { officerOfTest } from './reach.ts';
import { tellPositive } from './tell-positive.ts';
import { readTest, TestRecord, testFields, toTest } from './test-record.ts';

export const correctTest = operation({
	name: 'laboratory.correct-test',
	summary: {
		vi: 'Sửa một xét nghiệm hoặc ghi kết quả đang chờ; nội dung trước vẫn được giữ',
		en: 'Corrects a test, or gives the result that was pending; what was said before stays',
	},
	who: officerOfTest,
	input: Type.Object(
		{ testId: Id, ...testFields, reason: Type.String({ minLength: 3, maxLength: 500 }) },
		{ additionalProperties: false },
	),
	output: TestRecord,
	personal: 'changes',
	run: async ({ db, caller, now, about }, { testId, reason, ...given }) => {
		const stored = await db.find(selectTest(testId));
		if (!stored) throw new Problem('not-found', { field: 'testId' });
		about(stored.person_id);
		const row = {
			...stored,
			version: stored.version + 1,
			...readTest(given, now),
			recorded_by: actorId(caller.actor) ?? null,
			recorded_at: now,
			reason,
		};
		try {
			await db.run(insertTest(row));
		} catch (error) {
			if (brokenConstraint(error) === 'test_pkey') throw new Problem('conflict', { cause: error });
			throw error;
		}
		if (stored.result === 'positive' || row.result === 'positive') await tellPositive(db, row.person_id, now);
		return toTest(row);
	},
});
