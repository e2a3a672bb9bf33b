import Type from 'typebox';
import { currentForm } from '#forms';
import { listPersonsOf, readIds } from '#identity';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { self } from '#platform/who';
import type { Answers } from '#shared/form/answers';
import type { FormSettings } from '#shared/form/questionnaire';
import { lockAccount, selectDeclarations } from './queries.ts';
import { findRepeat } from './repeat.ts';
import { Declared, Uuid } from './shapes.ts';
import { storeDeclaration } from './store.ts';

const dayLong = 86_400_000;

export const confirm = operation({
	name: 'declarations.confirm',
	summary: {
		vi: 'Xác nhận không có gì thay đổi từ lần khai trước',
		en: 'Says that nothing has changed since the last declaration',
	},
	who: self((input: { person: string }) => input.person),
	input: Type.Object({ id: Uuid, person: Id }, { additionalProperties: false }),
	output: Declared,
	personal: 'records',
	// Only a green answer can be repeated, and only within the look-back: otherwise the questions are asked again.
	run: async (context, { id, person }) => {
		const { db, platform, now, about, caller } = context;
		about(person);
		const declaredBy = actorId(caller.actor)!;
		await db.run(lockAccount(declaredBy));
		const repeat = await findRepeat(db, now, [person], id);
		if (repeat) return repeat;
		const { settings } = await currentForm(db, 'general');
		const ids = await readIds(db, person);
		const [last] = await db.rows(selectDeclarations(ids, new Date(now.getTime() + 1_000), 1));
		const isOld = !last || now.getTime() - last.declared_at.getTime() > settings.lookBackDays * dayLong;
		if (isOld || last.level !== 'green') throw new Problem(last ? 'declaration-expired' : 'declaration-missing');
		const form = { url: last.form_url, version: last.form_version, settings: last.form_settings as FormSettings };
		const health = JSON.parse(platform.keys.decrypt(last.answers_sealed)) as Answers;
		const isProxy = (await listPersonsOf(db, declaredBy)).find((one) => one.personId === person)?.relation !== 'self';
		const confirmed = { id, personId: person, declaredBy, isProxy, confirms: last.declaration_id };
		return storeDeclaration(context, { ...confirmed, form, health });
	},
});
