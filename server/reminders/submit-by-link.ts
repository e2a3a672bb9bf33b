import Type from 'typebox';
import { ReportInput, ReportsOutput, recordReports, type Told, toReportsOutput } from '#monitoring';
import { type Answer, batchedOperation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyone } from '#platform/who';
import { findHouseholds } from './find-household.ts';
import { Token } from './open-link.ts';

export const submitByLink = batchedOperation({
	name: 'reminders.submit-by-link',
	summary: {
		vi: 'Gửi báo sức khoẻ của cả nhà qua đường dẫn trong tin nhắn, không cần đăng nhập',
		en: 'Sends a household’s health reports through the link of a message, without signing in',
	},
	who: anyone,
	input: Type.Object(
		{ token: Token, reports: Type.Array(ReportInput, { minItems: 1, maxItems: 50 }) },
		{ additionalProperties: false },
	),
	output: ReportsOutput,
	personal: 'records',
	keys: ({ reports }) => reports.map(({ person }) => person),
	runMany: async (context, calls) => {
		const { db, platform, now } = context;
		const households = await findHouseholds({ db, keys: platform.keys, now }, [
			...new Set(calls.map(({ input }) => input.token)),
		]);
		const told = calls.map(({ input, now: at }): Told[] | Problem => {
			const people = new Set(households.get(input.token)?.map(({ person }) => person));
			if (!people.size) return new Problem('report-link-void');
			const stranger = input.reports.findIndex(({ person }) => !people.has(person));
			if (stranger >= 0) return new Problem('person-not-found', { field: `reports.${stranger}.person` });
			return input.reports.map(({ at: _said, ...report }) => ({
				...report,
				...{ at, channel: 'sms-link' as const, by: null },
			}));
		});
		const answers = await recordReports(
			context,
			told.map((one) => (one instanceof Problem ? [] : one)),
		);
		return calls.map(({ input }, index): Answer<ReturnType<typeof toReportsOutput>> => {
			const refused = told[index]!;
			// Who only tries numbers is in nobody's record.
			if (refused instanceof Problem) return { problem: refused, persons: [] };
			const persons = [...new Set(input.reports.map(({ person }) => person))];
			const answer = answers[index]!;
			return answer instanceof Problem ? { problem: answer, persons } : { output: toReportsOutput(answer), persons };
		});
	},
});
