import { displayPhone } from '../phone.ts';

/**
 * What a place may see of a person: `Nguyễn Văn *** (0901 234 ***)`. The last word of the name and the last three digits
 * of the phone are hidden, as the Ministry of Health told the owners of places.
 */
export function maskPerson(name: string | undefined, phone: string | undefined): string {
	const masked = maskName(name ?? '');
	return phone ? `${masked} (${maskPhone(phone)})` : masked;
}

/** The given name, which stands last, is hidden; of a name of one word nothing but its first letter remains. */
export function maskName(name: string): string {
	const words = name.trim().split(/\s+/u).filter(Boolean);
	if (words.length === 0) return '***';
	if (words.length > 1) return `${words.slice(0, -1).join(' ')} ***`;
	const [first, ...rest] = new Intl.Segmenter('vi').segment(words[0]!);
	return rest.length > 1 ? `${first!.segment}***` : '***';
}

export const maskPhone = (phone: string): string => displayPhone(phone).replace(/\d\s?\d\s?\d$/, '***');

/** The first six characters of a document number are hidden (QĐ 1405), and never less than half of a short one. */
export function maskDocument(number: string): string {
	const hidden = Math.max(Math.min(6, number.length), Math.ceil(number.length / 2));
	return '*'.repeat(hidden) + number.slice(hidden);
}
