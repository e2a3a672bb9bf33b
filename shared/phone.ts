import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Reads a phone number as people write it: `0901 234 567`, `+84 90…`, `84.901.234.567`. Vietnamese unless it says
 * otherwise. Returns E.164 (`+84901234567`), or undefined for anything that is no number of a person or a house.
 */
export function readPhone(text: string): string | undefined {
	// Numbers copied from a phone's contacts carry unseen marks of direction.
	const written = text.normalize('NFKC').replace(/[\s.()\p{Pd}\p{Cf}]/gu, '');
	if (!/^(\+|0|84)[0-9]{6,15}$/.test(written)) return undefined;
	const parsed = parsePhoneNumberFromString(written.replace(/^00|^(?=84)/, '+'), 'VN');
	if (!parsed?.isValid() || isHotline(parsed.number)) return undefined;
	return parsed.number;
}

/** 1800 and 1900 take calls, never messages, and are nobody's own. */
const isHotline = (e164: string): boolean => e164.startsWith('+841');

/** `0901 234 567` for a Vietnamese number, `+44 20 7946 0018` for another. */
export function displayPhone(e164: string): string {
	// Lists show thousands of mobile numbers, and libphonenumber is slow.
	const mobile = /^\+84([0-9]{9})$/.exec(e164)?.[1];
	if (mobile) return `0${mobile.slice(0, 3)} ${mobile.slice(3, 6)} ${mobile.slice(6)}`;
	const parsed = parsePhoneNumberFromString(e164);
	return (parsed?.countryCallingCode === '84' ? parsed.formatNational() : parsed?.formatInternational()) ?? e164;
}
