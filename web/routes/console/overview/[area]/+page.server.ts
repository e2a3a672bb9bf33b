import { listBelow as listOutlines } from '#outlines';
import { getArea, getTrend, listBelow } from '#overview';
import { rolesOf } from '#platform/actor';
import { reaches } from '#platform/who';
import { askOrShow } from '#web/server/ask.ts';
import { readAreaId, readOwnAreas } from '#web/server/overview-page.ts';
import type { PageServerLoad } from './$types';

const orders = ['completion', 'missing', 'name'] as const;

export const load: PageServerLoad = async (event) => {
	const { language, caller } = event.locals;
	const areaId = readAreaId(event.params.area, language);
	const order = orders.find((one) => one === event.url.searchParams.get('order')) ?? 'completion';
	const area = await askOrShow(event, getArea, { areaId });
	const [below, { outlines }, { days }, own] = await Promise.all([
		askOrShow(event, listBelow, { areaId, order, limit: 1_000 }),
		askOrShow(event, listOutlines, { areaId }),
		askOrShow(event, getTrend, { areaId }),
		readOwnAreas(caller.actor, language),
	]);
	// The way up ends where the reader's own area does.
	const isOwn = (id: number) =>
		own.some(({ path }) =>
			path
				.split('.')
				.slice(0, -1)
				.every((above) => Number(above) !== id),
		);
	const path = [...area.above.map((one) => one.areaId), areaId].join('.');
	const isOfficer = rolesOf(caller.actor).some(
		(held) => held.name === 'health-officer' && reaches({ area: path })(held),
	);
	return {
		area: { ...area, above: area.above.filter((one) => isOwn(one.areaId)) },
		below,
		outlines,
		days,
		order,
		isOfficer,
	};
};
