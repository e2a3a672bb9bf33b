import { error } from '@sveltejs/kit';
import { findAreaByCode, getAreas } from '#areas';
import { type Actor, rolesOf } from '#platform/actor';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { isWithin } from '#platform/who';
import { dayOf, type Language } from '#shared/language';
import { toFault } from './ask.ts';

const readers = ['health-officer', 'analyst', 'administrator'];

/** Where somebody may look at numbers: the areas of their roles, the widest only; the country for a role without one. */
export async function readOwnAreas(actor: Actor, language: Language) {
	const { db, clock } = running.platform!;
	const held = rolesOf(actor).filter(({ name, place }) => readers.includes(name) && place === undefined);
	const country = await findAreaByCode(db, 'country', 'VN', dayOf(clock.now()));
	const paths = [...new Set(held.map(({ area }) => area ?? country!.path))];
	const widest = paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other)));
	const areas = await getAreas(
		db,
		widest.map((path) => Number(path.split('.').at(-1))),
	);
	return [...areas.values()].map(({ areaId, path, fullName }) => ({ areaId, path, name: fullName[language] }));
}

/** An area as its address names it; an address that cannot be one is that of no page. */
export function readAreaId(text: string, language: Language): number {
	if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
	const { title, detail, code } = toFault(new Problem('not-found'), language);
	error(404, title, { detail, code });
}

/** A day as an address names it. */
export function readDay(text: string, language: Language): string {
	if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
	const { title, detail, code } = toFault(new Problem('not-found'), language);
	error(404, title, { detail, code });
}
