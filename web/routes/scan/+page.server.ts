import { goToPlace } from '#web/server/code-form.ts';
import type { Actions } from './$types';

export const actions: Actions = { default: goToPlace };
