import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { explainCode } from './explain-code.ts';

/** Longer than any code that could be scanned. */
const longest = 8_000;

/** The action of every form into which a visitor types or scans a code: on to the place, or what went wrong. */
export async function goToPlace(event: RequestEvent) {
	const typed = String((await event.request.formData()).get('code') ?? '').slice(0, longest);
	const explained = await explainCode(event, typed);
	if ('place' in explained) redirect(303, `/p/${explained.place}`);
	const text = explained.words.map((words) => words[event.locals.language]).join(' ');
	const fault = { title: text, detail: text, fields: [{ field: 'code', text }] };
	return fail(422, { fault, typed: explained.isPlain ? typed.slice(0, 200) : '' });
}
