import { loadNumbers } from '#web/server/numbers-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadNumbers(event);
