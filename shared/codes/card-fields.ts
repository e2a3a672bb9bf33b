import { normalise } from '../text/vietnamese.ts';

/** Longer than any name a card has room for. */
const longestName = 100;

/** A person's name as it is kept, with Đ for the look-alike Ð; undefined when it is none, as a formula or an address. */
export function readName(text: string): string | undefined {
	if (text.length > 2 * longestName) return undefined;
	const name = normalise(text);
	return name.length <= longestName && /^['’]?\p{L}[\p{L}\p{M}'’. -]*$/u.test(name) ? name : undefined;
}

/** `ddMMyyyy` or `dd/MM/yyyy` as `YYYY-MM-DD`; undefined for a day no calendar has. */
export function readDay(text: string): string | undefined {
	const [, day, month, year] = /^(\d{2})\/?(\d{2})\/?(\d{4})$/.exec(text.trim()) ?? [];
	const iso = `${year}-${month}-${day}`;
	return day && isDay(iso) ? iso : undefined;
}

/** Whether `YYYY-MM-DD`, or its beginning where the rest is unknown, is a day of these two centuries. */
export function isDay(iso: string): boolean {
	const whole = iso + '-01-01'.slice(iso.length - 4);
	const at = new Date(`${whole}T00:00:00Z`);
	return (
		/^(?:19|20)\d{2}(?:-\d{2}){0,2}$/.test(iso) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole)
	);
}

/** Text that was written as UTF-8 in hexadecimal; undefined when it is none. */
export function readHex(text: string): string | undefined {
	if (!/^(?:[0-9a-f]{2})+$/i.test(text)) return undefined;
	const bytes = Uint8Array.from(text.match(/../g)!, (pair) => Number.parseInt(pair, 16));
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
