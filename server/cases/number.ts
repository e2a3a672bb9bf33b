import type { Db } from '#platform/db';
import { dayOf } from '#shared/language';
import { updateNumber } from './queries.ts';
import { takeNumber } from './queries-add.ts';

/** `BN-2026-000123`: of the 123rd case a province opened in 2026. */
export const writeNumber = (year: number, count: number): string => `BN-${year}-${String(count).padStart(6, '0')}`;

/** What somebody typed of a case's number: `BN-2026-000123`, `bn 2026 123`, or `123` of this year; else undefined. */
export function readNumber(typed: string, now: Date): string | undefined {
	const parts = /^(?:bn)?[\s-]*(?:(\d{4})[\s-]+)?(\d{1,9})$/i.exec(typed.trim());
	return parts ? writeNumber(Number(parts[1] ?? dayOf(now).slice(0, 4)), Number(parts[2])) : undefined;
}

/** The unit that counts: the province of the leading area, or the country for a case it leads itself. */
export const countingArea = (areaPath: string): string => areaPath.split('.').slice(0, 2).join('.');

export async function giveNumber(db: Db, caseId: string, areaPath: string, now: Date): Promise<string> {
	const year = Number(dayOf(now).slice(0, 4));
	const { last } = await db.one(takeNumber(countingArea(areaPath), year, 1));
	const number = writeNumber(year, last);
	await db.run(updateNumber(caseId, number));
	return number;
}
