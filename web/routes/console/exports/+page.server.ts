import { listExports } from '#exports';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => askOrShow(event, listExports, {});
