import Type, { type Static } from 'typebox';
import { type Actor, actorId } from '#platform/actor';
import type { Answer, Call } from '#platform/operation';
import { batchedOperation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyOf } from '#platform/who';
import { everybodyOwn, officerOfAll } from './reach.ts';
import { type Recorded, recordReports, type Told } from './record-reports.ts';
import { Reported, ReportInput } from './shapes.ts';

const Input = Type.Object(
	{
		reports: Type.Array(ReportInput, { minItems: 1, maxItems: 200 }),
		channel: Type.Optional(
			Type.Union([Type.Literal('staff-round'), Type.Literal('phone-call')], {
				description: 'How an officer learned it; a round unless told otherwise',
			}),
		),
	},
	{ additionalProperties: false },
);
type Input = Static<typeof Input>;

export const Output = Type.Object({ reports: Type.Array(Reported) });

export const submitReports = batchedOperation({
	name: 'monitoring.submit-reports',
	summary: {
		vi: 'Gửi báo sức khoẻ của cả nhà, hoặc của những người một cán bộ vừa hỏi; mỗi người một lần mỗi buổi',
		en: 'Sends the health reports of a household, or of those an officer asked; once a person and slot, the first stays',
	},
	who: anyOf(everybodyOwn, officerOfAll),
	input: Input,
	output: Output,
	bodyBytesMax: 512 * 1_024,
	personal: 'records',
	keys: ({ reports }) => reports.map(({ person }) => person),
	runMany: async (context, calls) => {
		const told = calls.map((call) => toTold(call));
		const answers = await recordReports(
			context,
			told.map((one) => (one instanceof Problem ? [] : one)),
		);
		return calls.map(({ input }, index): Answer<Static<typeof Output>> => {
			const persons = [...new Set(input.reports.map(({ person }) => person))];
			const refused = told[index]!;
			const answer = refused instanceof Problem ? refused : answers[index]!;
			return answer instanceof Problem ? { problem: answer, persons } : { output: toOutput(answer), persons };
		});
	},
});

export const toOutput = (recorded: readonly Recorded[]): Static<typeof Output> => ({
	reports: recorded.map(({ person, outcome, day, slot, level, isUrgent }) => ({
		...{ person, outcome, day, slot, level, isUrgent },
	})),
});

const minute = 60_000;

/** A clock may go a few minutes fast; what it says of later than that was never said. */
export function readAt(at: string | undefined, now: Date, field: string): Date | Problem {
	if (at === undefined) return now;
	const said = new Date(at);
	if (Number.isNaN(said.getTime()) || said.getTime() > now.getTime() + 10 * minute)
		return new Problem('invalid-input', { field });
	return said > now ? now : said;
}

function toTold({ input, caller: { actor }, now }: Call<Input>): Told[] | Problem {
	const channel = channelOf(actor, input);
	const by = actorId(actor) ?? null;
	const all: Told[] = [];
	for (const [index, { at, ...report }] of input.reports.entries()) {
		const said = readAt(at, now, `reports.${index}.at`);
		if (said instanceof Problem) return said;
		all.push({ ...report, at: said, channel, by });
	}
	return all;
}

/** The first of an account's people is who it belongs to. */
function channelOf(actor: Actor, { reports, channel }: Input): Told['channel'] {
	if (actor.kind !== 'account') return channel ?? 'staff-round';
	return reports.every(({ person }) => person === actor.persons[0]) ? 'self' : 'household';
}
