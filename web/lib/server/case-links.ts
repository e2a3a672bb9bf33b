import { type RequestEvent, redirect } from '@sveltejs/kit';
import { listLinks, listSuggestions, removeLink } from '#chains';
import { Problem } from '#platform/problem';
import { ask, askOrReturn, toFault } from './ask.ts';

type CaseEvent = Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } };

/** What a case's page says of who infected whom. What keeps suggestions from being made is said in their place. */
export async function loadLinks(event: CaseEvent, isOpen: boolean) {
	const caseId = event.params.id;
	const links = await ask(event, listLinks, { caseId });
	if (!isOpen) return { links };
	try {
		return { links, suggestions: await ask(event, listSuggestions, { caseId }) };
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		return { links, suggestionsFault: toFault(problem, event.locals.language) };
	}
}

/** The form's action that removes a link to who infected the case. */
export async function unlink(event: RequestEvent & { params: { id: string } }) {
	const caseId = event.params.id;
	const infectorCaseId = String((await event.request.formData()).get('infectorCaseId') ?? '').slice(0, 30);
	const done = await askOrReturn(event, { part: 'links' }, () => ask(event, removeLink, { caseId, infectorCaseId }));
	return 'caseId' in done ? redirect(303, `/console/cases/${caseId}#links`) : done;
}
