import { listBulletins } from '#bulletins';
import { getArea } from '#overview';
import { askOrShow } from '#web/server/ask.ts';
import { readAreaId } from '#web/server/overview-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const areaId = readAreaId(event.params.area, event.locals.language);
	const before = event.url.searchParams.get('before');
	const listed = await askOrShow(event, listBulletins, { areaId, ...(before ? { before } : {}) });
	const { name } = await askOrShow(event, getArea, { areaId });
	return { areaId, name, ...listed, isFirst: !before };
};
