import { rolesOf } from '#platform/actor';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { caller } }) => {
	const { actor } = caller;
	const roles = [...new Set(rolesOf(actor).map(({ name }) => name))];
	const isChair = actor.kind === 'staff' && roles.includes('commune-chair');
	return {
		roles,
		/** Who decides, where that is whoever is signed in: nobody types their own title each time. */
		ownOffice: isChair ? `Chủ tịch ${actor.authority}` : undefined,
	};
};
