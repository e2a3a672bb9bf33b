import type { RequestEvent } from '@sveltejs/kit';
import { findPerson } from '#cases';
import { caseFaults } from '#web/ui/case-words.ts';
import { ask, askOrReturn } from './ask.ts';
import { readTexts } from './posted.ts';

const kinds = ['phone', 'document', 'reference'] as const;

/** The action of the form that looks for a person by a number, for a purpose. */
export async function findPersons(event: RequestEvent) {
	const values = readTexts(await event.request.formData(), ['kind', 'value', 'purpose']);
	const kind = kinds.find((one) => one === values.kind) ?? 'phone';
	const input = { kind, value: values.value.slice(0, 200), purpose: values.purpose };
	return askOrReturn(
		event,
		values,
		async () => ({ values, found: (await ask(event, findPerson, input)).persons, fault: undefined }),
		caseFaults,
	);
}
