import { Set as setFormat } from 'typebox/format';

const written =
	/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * A moment as RFC 3339 writes it, less what no `Date` can hold: leap seconds and the names of time zones, which the
 * package's own check lets through, and which would fail only where the moment is used. It is asked for each visit, so
 * one pattern does nearly all of it.
 */
export function isMoment(text: string): boolean {
	if (!written.test(text)) return false;
	const day = text.slice(8, 10);
	return day <= '28' || new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().slice(8, 10) === day;
}

setFormat('date-time', isMoment);
