import Type from 'typebox';
import type { Area } from '#areas';
import { Problem } from '#platform/problem';
import { dayOf, shiftDay } from '#shared/language';

export const AreaId = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
export const Day = Type.String({ format: 'date' });
export const Moment = Type.String({ format: 'date-time' });
export const Words = Type.Object({ vi: Type.String(), en: Type.String() });

const daysMax = 400;

/** The day asked about, `2026-11-24`: today unless told; none to come and none longer ago than is kept. */
export function readDay(day: string | undefined, now: Date): string {
	const today = dayOf(now);
	if (day === undefined) return today;
	if (day > today || day < shiftDay(today, -daysMax)) throw new Problem('invalid-input', { field: 'day' });
	return day;
}

/** Throws `not-found` where there is no such area. */
export function required(area: Area | undefined): Area {
	if (!area) throw new Problem('not-found', { field: 'areaId' });
	return area;
}

export const nameOf = ({ name, nameEn }: Area) => ({ vi: name, en: nameEn });
