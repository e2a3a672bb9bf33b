import { addDwelling, readDwellings } from '#web/server/dwellings-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = readDwellings;

export const actions: Actions = { default: addDwelling };
