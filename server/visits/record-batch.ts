import Type from 'typebox';
import { Id } from '#platform/ids';
import { batchedOperation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { eventFields, recordCalls, VisitAnswer } from './answer.ts';
import { controllerRoles } from './to-events.ts';

const { place: _place, ...fields } = eventFields;

const Input = Type.Object(
	{
		place: Id,
		events: Type.Array(
			Type.Object(
				{ ...fields, direction: Type.Union([Type.Literal('in'), Type.Literal('out')]) },
				{ additionalProperties: false },
			),
			{ minItems: 1, maxItems: 100 },
		),
	},
	{ additionalProperties: false },
);

const Refused = Type.Object({ problem: Type.String() });

export const recordBatch = batchedOperation({
	name: 'visits.record-batch',
	summary: {
		vi: 'Ghi nhận nhiều lượt vào và ra của một địa điểm, theo thứ tự',
		en: 'Records many entries and exits of one place, in their order',
	},
	who: role(controllerRoles, (input: { place: string }) => ({ place: input.place })),
	input: Input,
	output: Type.Object({
		answers: Type.Array(Type.Union([VisitAnswer, Refused]), { description: 'One for each event, in order' }),
	}),
	personal: 'records',
	keys: (input) => input.events.map((event) => event.person),
	runMany: async (context, calls) => {
		const answers = await recordCalls(
			context,
			calls.map((call) => ({ told: call.input.events.map((event) => ({ ...event, place: call.input.place })), call })),
		);
		return calls.map(({ input }, index) => ({
			output: {
				answers: answers[index]!.map((answer) => (answer instanceof Problem ? { problem: answer.code } : answer)),
			},
			persons: input.events.map((event) => event.person),
		}));
	},
});
