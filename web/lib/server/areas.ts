import { findAreaByCode, listChildren } from '#areas';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';

export interface Choice {
	value: string;
	label: string;
}

/** Today's provinces by their codes. */
export async function listProvinces(): Promise<Choice[]> {
	const { db, clock } = running.platform!;
	const areas = await listChildren(db, null, dayOf(clock.now()));
	return areas.map(({ code, name }) => ({ value: code, label: name }));
}

/** Today's communes of a province by their codes; none for a code that is no province. */
export async function listCommunes(province: string): Promise<Choice[]> {
	const { db, clock } = running.platform!;
	const today = dayOf(clock.now());
	const area = /^\d{1,3}$/.test(province) ? await findAreaByCode(db, 'province', province, today) : undefined;
	if (!area) return [];
	const areas = await listChildren(db, area.areaId, today);
	return areas.map(({ code, name }) => ({ value: code, label: name }));
}
