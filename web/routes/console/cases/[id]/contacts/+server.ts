import { error, type RequestHandler, redirect } from '@sveltejs/kit';
import { exportContacts } from '#contacts';
import { Problem } from '#platform/problem';
import { ask, signInPath, toFault } from '#web/server/ask.ts';
import { caseFaults } from '#web/ui/case-words.ts';

/** The contact list as a file. Sent as a form, since a purpose has no place in an address. */
export const POST: RequestHandler = async (event) => {
	const posted = await event.request.formData();
	const caseId = event.params.id!;
	const names = posted.get('names') === 'revealed' ? 'revealed' : 'masked';
	const purpose = String(posted.get('purpose') ?? '').slice(0, 1_000);
	const requestId = String(posted.get('requestId') ?? '').slice(0, 30);
	try {
		const { mediaType, fileName, csv } = await ask(event, exportContacts, {
			...{ caseId, names, purpose },
			...(requestId ? { requestId } : {}),
		});
		const headers = { 'content-type': mediaType, 'content-disposition': `attachment; filename="${fileName}"` };
		return new Response(csv, { headers });
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		if (problem.code === 'approval-needed') redirect(303, `/console/cases/${caseId}/lists`);
		if (problem.code === 'not-signed-in') redirect(303, signInPath(new URL(`/console/cases/${caseId}`, event.url)));
		const { title, detail, code, fields } = toFault(problem, event.locals.language, caseFaults);
		error(problem.status, title, { detail: fields[0]?.text ?? detail, code });
	}
};
