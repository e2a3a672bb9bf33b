import type { RequestEvent } from '@sveltejs/kit';
import { findArea } from '#areas';
import { getCurrent } from '#forms';
import { getMe, type Profile } from '#identity';
import { running } from '#platform/running';
import type { Answers } from '#shared/form/answers';
import { compile, type Form, fieldsOf, healthPart } from '#shared/form/compile';
import type { Questionnaire } from '#shared/form/questionnaire';
import { dayOf } from '#shared/language';
import { displayPhone } from '#shared/phone';
import { listCommunes, listProvinces } from './areas.ts';
import { ask } from './ask.ts';
import { listCountries } from './countries.ts';

/** The general declaration as this person is asked it now; the health part alone when it is known who they are. */
export async function readForm(event: Pick<RequestEvent, 'locals'>, isKnown: boolean): Promise<Form> {
	const { questionnaire, settings } = await ask(event, getCurrent, { name: 'general' });
	const today = dayOf(running.platform!.clock.now());
	const form = compile(questionnaire as Questionnaire, { language: event.locals.language, settings, today });
	return isKnown ? healthPart(form) : form;
}

/** The lists a form needs that are not in the questionnaire, for the answers given so far. */
export async function readLists(event: Pick<RequestEvent, 'locals'>, form: Form, answers: Answers) {
	const kinds = new Set(fieldsOf(form).map((field) => field.kind));
	return {
		...(kinds.has('province') ? { province: await listProvinces() } : {}),
		...(kinds.has('commune') ? { commune: await listCommunes(String(answers.province ?? '')) } : {}),
		...(kinds.has('country') ? { country: listCountries(event.locals.language) } : {}),
	};
}

/** What a form begins with: the questionnaire's own first values and the phone one signed in with. No health answer. */
export function firstAnswers(form: Form, phone: string | undefined): Answers {
	const answers: Answers = {};
	for (const { id, initial, kind, identity } of fieldsOf(form)) {
		if (identity && initial) answers[id] = initial;
		if (kind === 'tel' && phone) answers[id] = displayPhone(phone);
	}
	return answers;
}

/** Who a person said they are, to be corrected. No health answer: that is asked anew each time. */
export async function knownAnswers(form: Form, profile: Profile): Promise<Answers> {
	const { db } = running.platform!;
	const commune = profile.areaId === undefined ? undefined : await findArea(db, profile.areaId);
	const province = commune?.parentId ? await findArea(db, commune.parentId) : undefined;
	const known: Record<string, unknown> = { ...profile, commune: commune?.code, province: province?.code };
	return Object.fromEntries(
		fieldsOf(form).flatMap(({ id, identity }) => {
			const value = identity === undefined ? undefined : known[identity];
			return value === undefined ? [] : [[id, String(value)]];
		}),
	);
}

export interface Me {
	phone: string | undefined;
	persons: { personId: string; relation: string; name: string; profile: Profile }[];
}

/** The signed-in account and its people by name. */
export async function readMe(event: Pick<RequestEvent, 'locals'>): Promise<Me> {
	const { phone, persons } = await ask(event, getMe, {});
	return {
		phone,
		persons: persons.map(({ personId, relation, profile }) => ({
			personId,
			relation,
			name: profile.fullName,
			profile,
		})),
	};
}

/** The name of a commune with its province, for a person's card. */
export async function areaNameOf(areaId: number | undefined): Promise<{ vi: string; en: string } | undefined> {
	return areaId === undefined ? undefined : (await findArea(running.platform!.db, areaId))?.fullName;
}
