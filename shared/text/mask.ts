import { displayPhone } from '../phone.ts';
import { maskName } from './mask-card.ts';

/** Apart from the rest, for the gate's device: knowing the phone numbers of all countries weighs thirty kilobytes. */
export { maskDocument, maskName } from './mask-card.ts';

/**
 * What a place may see of a person: `Nguyễn Văn *** (0901 234 ***)`. The last word of the name and the last three digits
 * of the phone are hidden, as the Ministry of Health told the owners of places.
 */
export function maskPerson(name: string | undefined, phone: string | undefined): string {
	const masked = maskName(name ?? '');
	return phone ? `${masked} (${maskPhone(phone)})` : masked;
}

/** The last three digits are hidden, however they are grouped. */
export const maskPhone = (phone: string): string => displayPhone(phone).replace(/(?:\d\D*){0,3}$/, '***');
