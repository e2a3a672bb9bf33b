/**
 * Reads a time of an import: Unix seconds (`1240923899`, `1240923899.5`) or ISO 8601 (`2026-11-24T08:30:00+07:00`,
 * `2026-11-24 08:30`). A time without an offset is Viet Nam's. Undefined for anything else and for days and hours that
 * do not exist.
 */
export function readTime(text: string): Date | undefined {
	if (/^\d{9,10}(\.\d{1,9})?$/.test(text)) return new Date(Number(text) * 1_000);
	const match = isoTime.exec(text);
	if (!match) return undefined;
	const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
	const milliseconds = Math.floor(Number(`0.${match[7] ?? 0}`) * 1_000);
	const time = new Date(Date.UTC(year!, month! - 1, day!, hour, minute, second, milliseconds));
	const exists = time.getUTCMonth() === month! - 1 && time.getUTCDate() === day;
	if (!exists || hour! > 23 || minute! > 59 || second! > 59) return undefined;
	const offset = readOffset(match[8]);
	return offset === undefined ? undefined : new Date(time.getTime() - offset * 60_000);
}

const isoTime = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** Minutes east of Greenwich. */
function readOffset(text = '+07:00'): number | undefined {
	if (/^z$/i.test(text)) return 0;
	const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(text)!;
	const size = Number(hours) * 60 + Number(minutes);
	if (size > 14 * 60 || Number(minutes) > 59) return undefined;
	return sign === '-' ? -size : size;
}
