import { rolesOf } from '#platform/actor';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	roles: [...new Set(rolesOf(locals.caller.actor).map(({ name }) => name))],
});
