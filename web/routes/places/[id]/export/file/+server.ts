import { error, type RequestHandler, redirect } from '@sveltejs/kit';
import { exportLog } from '#logbook';
import { Problem } from '#platform/problem';
import { ask, signInPath, toFault } from '#web/server/ask.ts';

/** A stretch of the log as a file. Sent as a form, so that no link, prefetched or kept, takes data away by itself. */
export const POST: RequestHandler = async (event) => {
	const posted = await event.request.formData();
	const [from, until] = ['from', 'until'].map((name) => String(posted.get(name) ?? '').slice(0, 40)) as [
		string,
		string,
	];
	const format = posted.get('format') === 'csv' ? 'csv' : 'xlsx';
	try {
		const file = await ask(event, exportLog, { place: event.params.id!, from, until, format });
		return new Response(Buffer.from(file.base64, 'base64'), {
			headers: {
				'content-type': file.mediaType,
				'content-disposition': `attachment; filename="${file.fileName}"`,
				'cache-control': 'no-store',
			},
		});
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		if (problem.code === 'not-signed-in') redirect(303, signInPath(new URL('.', event.url)));
		const { title, detail, code } = toFault(problem, event.locals.language);
		error(problem.status, title, { detail, code });
	}
};
