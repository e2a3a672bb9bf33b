import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { insertAttempt } from './queries-attempts.ts';
import { officerOfPerson } from './reach.ts';

export const AttemptOutcome = Type.Union([
	Type.Literal('reached'),
	Type.Literal('no-answer'),
	Type.Literal('wrong-number'),
	Type.Literal('visited'),
]);

export const noteAttempt = operation({
	name: 'monitoring.note-attempt',
	summary: {
		vi: 'Ghi lại một lần gọi hoặc đến thăm người chưa báo sức khoẻ, và kết quả',
		en: 'Notes that somebody was called or visited, and what came of it',
	},
	who: officerOfPerson,
	input: Type.Object(
		{ person: Id, outcome: AttemptOutcome, note: Type.Optional(Type.String({ maxLength: 500 })) },
		{ additionalProperties: false },
	),
	output: Type.Object({}),
	personal: 'changes',
	run: async ({ db, caller: { actor }, now, about }, { person, outcome, note = '' }) => {
		about(person);
		const authority = 'authority' in actor ? actor.authority : '';
		const by = actorId(actor) ?? null;
		await db.run(insertAttempt({ personId: person, id: newId(), at: now, by, authority, outcome, note }));
		return {};
	},
});
