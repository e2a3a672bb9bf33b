import Type from 'typebox';
import { batchedOperation } from '#platform/operation';
import { anyOf, role, self } from '#platform/who';
import { eventFields, recordCalls, toAnswer, VisitAnswer } from './answer.ts';
import { controllerRoles } from './to-events.ts';

const Input = Type.Object(eventFields, { additionalProperties: false });

export const checkOut = batchedOperation({
	name: 'visits.check-out',
	summary: {
		vi: 'Ghi nhận một người rời khỏi một địa điểm',
		en: 'Records that a person leaves a place',
	},
	who: anyOf(
		self((input: { person: string }) => input.person),
		role(controllerRoles, (input: { place: string }) => ({ place: input.place })),
	),
	input: Input,
	output: VisitAnswer,
	personal: 'records',
	keys: (input) => [input.person],
	runMany: async (context, calls) => {
		const answers = await recordCalls(
			context,
			calls.map((call) => ({ told: [{ ...call.input, direction: 'out' as const }], call })),
		);
		return calls.map(({ input }, index) => toAnswer(answers[index]![0]!, input.person));
	},
});
