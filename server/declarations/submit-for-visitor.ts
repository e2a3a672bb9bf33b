import Type from 'typebox';
import { currentForm, getForm } from '#forms';
import { accountByPhone, listPersonsOf, saveProfile } from '#identity';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { checkForm } from './check-form.ts';
import { lockAccount } from './queries.ts';
import { findRepeat } from './repeat.ts';
import { AnswerInput, Declared, Uuid } from './shapes.ts';
import { personsMax, storeDeclaration } from './store.ts';

export const submitForVisitor = operation({
	name: 'declarations.submit-for-visitor',
	summary: {
		vi: 'Người kiểm soát khai hộ một người đến mà không có điện thoại thông minh',
		en: 'A controller declares for a visitor without a smartphone',
	},
	who: role(['controller', 'manager'], (input: { place: string }) => ({ place: input.place })),
	input: Type.Object(
		{
			id: Uuid,
			place: Id,
			form: Type.Object(
				{ url: Type.String({ maxLength: 200 }), version: Type.String({ maxLength: 40 }) },
				{ additionalProperties: false },
			),
			answers: AnswerInput,
		},
		{ additionalProperties: false },
	),
	output: Declared,
	personal: 'records',
	// The person belongs to the phone that was given, not to the controller: nobody can read them for having typed them.
	run: async (context, { id, place, form, answers }) => {
		const { db, platform, now, about, afterCommit, caller } = context;
		const questionnaire = await getForm(db, form.url, form.version);
		const { settings } = await currentForm(db, 'general');
		const { profile, health } = await checkForm(db, { questionnaire, settings, answers, isKnown: false, now });
		const store = { db, keys: platform.keys, now, afterCommit };
		const accountId = await accountByPhone(store, profile!.phone!);
		await db.run(lockAccount(accountId));
		const persons = await listPersonsOf(db, accountId);
		const repeat = await findRepeat(
			db,
			now,
			persons.map((one) => one.personId),
			id,
		);
		if (repeat) return repeat;
		if (persons.length >= personsMax) throw new Problem('too-many-persons');
		const relation = persons.some((one) => one.relation === 'self') ? 'other' : 'self';
		const personId = await saveProfile(store, { accountId, relation, profile: profile! });
		about(personId);
		const declaredBy = actorId(caller.actor)!;
		const visitor = { id, personId, declaredBy, isProxy: true, placeId: place };
		return storeDeclaration(context, { ...visitor, form: { ...form, settings }, health });
	},
});
