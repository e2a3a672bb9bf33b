import { displayPhone } from '../phone.ts';

/**
 * What a place may see of a person: `Nguyễn Văn *** (0901 234 ***)`. The last word of the name and the last three digits
 * of the phone are hidden, as the Ministry of Health told the owners of places.
 */
export function maskPerson(name: string | undefined, phone: string | undefined): string {
	const masked = maskName(name ?? '');
	return phone ? `${masked} (${maskPhone(phone)})` : masked;
}

const letters = new Intl.Segmenter('vi');

/**
 * The given name, which stands last, is hidden with whatever follows it: a full stop, a nickname in brackets. Of a name
 * of one word nothing but its first letter remains, and nothing at all where that would be half of it.
 */
export function maskName(name: string): string {
	const words = name.trim().split(/\s+/u);
	const end = words.findIndex((word) => !/^\p{L}/u.test(word));
	const spoken = end === -1 ? words : words.slice(0, end);
	if (spoken.length > 1) return `${spoken.slice(0, -1).join(' ')} ***`;
	const [first, ...rest] = letters.segment(spoken[0] ?? '');
	return first && rest.length > 1 ? `${first.segment}***` : '***';
}

/** The last three digits are hidden, however they are grouped. */
export const maskPhone = (phone: string): string => displayPhone(phone).replace(/(?:\d\D*){0,3}$/, '***');

/** The first six characters of a document number are hidden (QĐ 1405), and never less than half of it. */
export function maskDocument(number: string): string {
	const hidden = Math.max(Math.min(6, number.length), Math.ceil(number.length / 2));
	return '*'.repeat(hidden) + number.slice(hidden);
}
