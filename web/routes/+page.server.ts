import { goToPlace } from '#web/server/code-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ signedOut: url.searchParams.has('signed-out') });

export const actions: Actions = { default: goToPlace };
