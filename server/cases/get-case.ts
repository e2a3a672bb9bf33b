import Type from 'typebox';
import { operation } from '#platform/operation';
import { Id, toUsedRule, toWindow, UsedRule, Window, windowOf } from './answer.ts';
import { getCaseRow } from './case.ts';
import { hasGrounds } from './grounds.ts';
import { Line, toLines } from './line.ts';
import { officerOfCase } from './reach.ts';

export const getCase = operation({
	name: 'cases.get-case',
	summary: {
		vi: 'Một ca bệnh: ngày tháng, quy tắc, khoảng thời gian lây, căn cứ; tên được che',
		en: 'One case: its dates, rule, infectious window and grounds, with the name masked',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({
		...Line.properties,
		usedRule: UsedRule,
		window: Type.Optional(Window),
		hasGrounds: Type.Boolean({
			description: 'A positive test or a clinician’s decision: the people who met it may be seen',
		}),
	}),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, platform: { keys }, about }, { caseId }) => {
		const row = await getCaseRow(db, caseId);
		if (!row.closed_at) about(row.person_id);
		const [line] = await toLines({ db, keys, now }, [row]);
		const window = windowOf(row);
		return {
			...line!,
			usedRule: toUsedRule(row),
			hasGrounds: await hasGrounds(db, row),
			...(window ? { window: toWindow(window) } : {}),
		};
	},
});
