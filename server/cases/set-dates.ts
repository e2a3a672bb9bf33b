import Type from 'typebox';
import { operation } from '#platform/operation';
import { CaseHead, Classification, dateFields, Id, toHeads } from './answer.ts';
import { getOpenCaseRow } from './case.ts';
import { readDates } from './dates.ts';
import { updateDates } from './queries.ts';
import { officerOfCase } from './reach.ts';

export const setDates = operation({
	name: 'cases.set-dates',
	summary: {
		vi: 'Ghi ngày khởi phát, ngày lấy mẫu, lúc cách ly và phân loại của ca bệnh',
		en: 'Sets the onset and sampling dates, the time of isolation and the classification of a case',
	},
	who: officerOfCase,
	input: Type.Object(
		{ caseId: Id, classification: Type.Optional(Classification), ...dateFields },
		{ additionalProperties: false },
	),
	output: CaseHead,
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now, about }, { caseId, classification, ...given }) => {
		const stored = await getOpenCaseRow(db, caseId);
		about(stored.person_id);
		const dates = {
			classification: classification ?? stored.classification,
			...readDates(stored, given, now),
		};
		await db.run(updateDates(caseId, dates));
		return (await toHeads(db, [{ ...stored, ...dates }]))[0]!;
	},
});
