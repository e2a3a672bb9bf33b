import { Problem } from '#platform/problem';
import { readReturnPath, show } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

/** What `server/pages.ts` shows in the place of a page that was sent more than it may hold. */
export const load: PageServerLoad = ({ locals, url }) =>
	show(new Problem('payload-too-large'), locals.language, readReturnPath(url.searchParams.get('from'), ''));
