import Type from 'typebox';
import { batchedOperation } from '#platform/operation';
import { anyOf, role, self } from '#platform/who';
import { eventFields, recordCalls, toAnswer, VisitAnswer } from './answer.ts';
import { controllerRoles } from './to-events.ts';

const Input = Type.Object(eventFields, { additionalProperties: false });

export const checkIn = batchedOperation({
	name: 'visits.check-in',
	summary: {
		vi: 'Ghi nhận một người vào một địa điểm và trả lời xanh, vàng hay đỏ',
		en: 'Records that a person goes into a place, and answers green, amber or red',
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
			calls.map((call) => ({ told: [{ ...call.input, direction: 'in' as const }], call })),
		);
		return calls.map(({ input }, index) => toAnswer(answers[index]![0]!, input.person));
	},
});
