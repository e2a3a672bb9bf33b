import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Reads a phone number as people write it: `0901 234 567`, `+84 90…`, `84.901.234.567`. Vietnamese unless it says
 * otherwise. Returns E.164 (`+84901234567`), or undefined for anything that is no number.
 */
export function readPhone(text: string): string | undefined {
	const digits = text.normalize('NFKC').replace(/[\s.\-()]/g, '');
	if (!/^\+?[0-9]{8,15}$/.test(digits)) return undefined;
	const written = /^84[0-9]{9,10}$/.test(digits) ? `+${digits}` : digits.replace(/^00/, '+');
	const parsed = parsePhoneNumberFromString(written, 'VN');
	return parsed?.isValid() ? parsed.number : undefined;
}

/** `0901 234 567` for a Vietnamese number, `+44 20 7946 0018` for another. */
export function displayPhone(e164: string): string {
	const national = /^\+84([0-9]{9})$/.exec(e164)?.[1];
	if (national) return `0${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`;
	return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
