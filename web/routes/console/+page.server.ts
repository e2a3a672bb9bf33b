import { redirect } from '@sveltejs/kit';
import { listCases } from '#cases';
import { officeRoles } from '#identity';
import { rolesOf } from '#platform/actor';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

const states = ['open', 'closed', 'all'] as const;

export const load: PageServerLoad = async (event) => {
	const roles = rolesOf(event.locals.caller.actor).map(({ name }) => name);
	// An office that only decides has no business with cases.
	if (roles.length && roles.every((name) => officeRoles.includes(name as 'commune-chair')))
		redirect(303, '/console/proposals');
	const { searchParams } = event.url;
	const state = states.find((one) => one === searchParams.get('state')) ?? 'open';
	const cursor = searchParams.get('after');
	const { actor } = event.locals.caller;
	return {
		...(await askOrShow(event, listCases, { state, ...(cursor ? { cursor } : {}) })),
		state,
		isFirst: !cursor,
		authority: actor.kind === 'staff' ? actor.authority : '',
	};
};
