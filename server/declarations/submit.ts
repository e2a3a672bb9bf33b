import Type from 'typebox';
import { currentForm, getForm } from '#forms';
import { listPersonsOf, saveProfile } from '#identity';
import { type Context, operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { account } from '#platform/who';
import { checkForm } from './check-form.ts';
import { lockAccount } from './queries.ts';
import { findRepeat } from './repeat.ts';
import { AnswerInput, Declared, Uuid } from './shapes.ts';
import { personsMax, storeDeclaration } from './store.ts';

export const submit = operation({
	name: 'declarations.submit',
	summary: {
		vi: 'Gửi tờ khai y tế cho mình hoặc khai hộ người khác',
		en: 'Sends a health declaration for oneself or for somebody else',
	},
	who: account,
	input: Type.Object(
		{
			id: Uuid,
			form: Type.Object(
				{ url: Type.String({ maxLength: 200 }), version: Type.String({ maxLength: 40 }) },
				{ additionalProperties: false },
			),
			person: Type.String({
				pattern: '^(self|other|0|[1-9][0-9]{0,18})$',
				description: 'self, other (somebody new), or the id of a person one declares for: then only health is asked',
			}),
			answers: AnswerInput,
		},
		{ additionalProperties: false },
	),
	output: Declared,
	personal: 'records',
	run: async (context, { id, form, person, answers }) => {
		const { db, platform, now, about, afterCommit } = context;
		const { accountId, own, known } = await findSubject(context, person);
		const repeat = await findRepeat(db, now, own, id);
		if (repeat) return repeat;
		const questionnaire = await getForm(db, form.url, form.version);
		const { settings } = await currentForm(db, 'general');
		const isKnown = known !== undefined && answers['full-name'] === undefined;
		const { profile, health } = await checkForm(db, { questionnaire, settings, answers, isKnown, now });
		const relation = person === 'other' ? 'other' : 'self';
		const store = { db, keys: platform.keys, now, afterCommit };
		const personId = profile ? await saveProfile(store, { personId: known, accountId, relation, profile }) : known!;
		about(personId);
		const self = (await listPersonsOf(db, accountId)).find((one) => one.relation === 'self')?.personId;
		const isProxy = personId !== self;
		return storeDeclaration(context, {
			id,
			personId,
			declaredBy: accountId,
			isProxy,
			form: { ...form, settings },
			health,
		});
	},
});

/** Whose account it is, and which of its people is meant; a person of another account is as if there were none. */
async function findSubject({ db, caller: { actor } }: Context, person: string) {
	if (actor.kind !== 'account') throw new Problem('not-signed-in');
	await db.run(lockAccount(actor.id));
	const persons = await listPersonsOf(db, actor.id);
	if (person === 'other' && persons.length >= personsMax) throw new Problem('too-many-persons');
	const known = persons.find((one) => one.personId === person || (person === 'self' && one.relation === 'self'));
	if (!known && /^[0-9]/.test(person)) throw new Problem('person-not-found', { field: 'person' });
	return { accountId: actor.id, own: persons.map((one) => one.personId), known: known?.personId };
}
