import Type from 'typebox';
import { listPersonsOf, proveCode } from '#identity';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { eventFields, recordCalls, VisitAnswer } from './answer.ts';
import { controllerRoles } from './to-events.ts';

const { person: _person, skewSeconds: _skew, ...fields } = eventFields;

export const checkInByPhone = operation({
	name: 'visits.check-in-by-phone',
	summary: {
		vi: 'Ghi nhận người không có điện thoại thông minh vào hoặc ra, bằng mã đã gửi tới số điện thoại của họ',
		en: 'Records somebody without a smartphone going in or out, by the code sent to their phone number',
	},
	who: role(controllerRoles, (input: { place: string }) => ({ place: input.place })),
	input: Type.Object(
		{
			...fields,
			direction: Type.Union([Type.Literal('in'), Type.Literal('out')]),
			challenge: Type.String({ maxLength: 40, description: 'From identity.request-code' }),
			code: Type.String({ minLength: 4, maxLength: 12, description: 'The six digits the visitor reads out' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		...VisitAnswer.properties,
		person: Type.String({
			description: 'For who watches the door, to let them in all the same: an id that says nothing',
		}),
	}),
	personal: 'records',
	run: async (context, { challenge, code, ...told }) => {
		const { accountId } = await proveCode(context, { challengeId: challenge, code });
		const persons = await listPersonsOf(context.db, accountId);
		const person = (persons.find((one) => one.relation === 'self') ?? persons[0])?.personId;
		// Nobody has declared with this number yet: the controller goes on to declare for them.
		if (!person) throw new Problem('declaration-missing');
		context.about(person);
		const call = { input: told, caller: context.caller, now: context.now };
		const [[answer]] = (await recordCalls(context, [{ told: [{ ...told, person }], call }])) as [
			[VisitAnswer | Problem],
		];
		if (answer instanceof Problem) throw answer;
		return { ...answer, person };
	},
});
