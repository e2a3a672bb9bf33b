import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { reviewDuties } from './duties.ts';
import { insertReview } from './queries-attempts.ts';
import { officerOfPerson } from './reach.ts';
import { Note } from './shapes.ts';

export const reviewPerson = operation({
	name: 'monitoring.review-person',
	summary: {
		vi: 'Ghi rằng đã xem xét một người cần xem xét: triệu chứng đã hết, hay kết quả xét nghiệm đã được xử lý',
		en: 'Says that somebody who needs review was looked at: symptoms that are over, or a test that was dealt with',
	},
	who: officerOfPerson,
	input: Type.Object({ person: Id, note: { ...Note, description: 'What was found' } }, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'changes',
	run: async ({ db, caller: { actor }, now, about }, { person, note }) => {
		about(person);
		const authority = 'authority' in actor ? actor.authority : '';
		if (!(await reviewDuties(db, person, now))) throw new Problem('already-ended');
		await db.run(insertReview({ personId: person, id: newId(), at: now, by: actorId(actor) ?? null, authority, note }));
		return {};
	},
});
