import { findArea, findAreaByCode, listChildren } from '#areas';
import { type Actor, rolesOf } from '#platform/actor';
import { running } from '#platform/running';
import { dayOf, type Language } from '#shared/language';

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

/** The areas in whose name an officer may act: those of their roles, a health officer's unless told, and the units right below. By id. */
export async function listLedAreas(
	actor: Actor,
	language: Language,
	names: readonly string[] = ['health-officer'],
): Promise<Choice[]> {
	const { db, clock } = running.platform!;
	const today = dayOf(clock.now());
	const held = rolesOf(actor).filter(({ name, place }) => names.includes(name) && place === undefined);
	const choices = new Map<number, string>();
	for (const { area } of held) {
		const areaId = area === undefined ? null : Number(area.split('.').at(-1));
		const own = areaId === null ? undefined : await findArea(db, areaId);
		for (const one of [...(own ? [own] : []), ...(await listChildren(db, areaId, today))])
			choices.set(one.areaId, one.fullName[language]);
	}
	return [...choices].map(([areaId, label]) => ({ value: String(areaId), label }));
}
