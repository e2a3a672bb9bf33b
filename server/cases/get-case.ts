import Type from 'typebox';
import { maskedNames } from '#identity';
import { operation } from '#platform/operation';
import { CaseHead, Id, toHeads, toUsedRule, toWindow, UsedRule, Window, windowOf } from './answer.ts';
import { getCaseRow } from './case.ts';
import { officerOfCase } from './reach.ts';

export const getCase = operation({
	name: 'cases.get-case',
	summary: {
		vi: 'Một ca bệnh: ngày tháng, quy tắc, khoảng thời gian lây; tên được che',
		en: 'One case: its dates, rule and infectious window, with the name masked',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({
		...CaseHead.properties,
		usedRule: UsedRule,
		window: Type.Optional(Window),
		person: Type.Optional(Id),
		maskedName: Type.Optional(Type.String({ description: 'Not told once the case is closed' })),
	}),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, platform, about }, { caseId }) => {
		const row = await getCaseRow(db, caseId);
		const [head] = await toHeads(db, [row]);
		const window = windowOf(row);
		const answer = { ...head!, usedRule: toUsedRule(row), ...(window ? { window: toWindow(window) } : {}) };
		if (row.closed_at) return answer;
		about(row.person_id);
		const names = await maskedNames({ db, keys: platform.keys }, [row.person_id]);
		return { ...answer, person: row.person_id, maskedName: names.get(row.person_id) ?? '***' };
	},
});
