import { normalise, upper } from '../text/vietnamese.ts';
import { readDay, readName } from './card-fields.ts';
import type { Format } from './format.ts';

/** What the QR code on the front of a citizen's identity card (CCCD, căn cước) says. Nothing in it is signed. */
export interface CccdCard {
	/** Twelve digits. */
	documentNumber: string;
	/** The number of the card before it (CMND, nine digits), where there was one. */
	formerNumber?: string;
	fullName: string;
	/** `YYYY-MM-DD`. */
	birthDate: string;
	gender: 'male' | 'female';
	address: string;
	/** `YYYY-MM-DD`. */
	issuedOn: string;
}

const genders = new Map<string, CccdCard['gender']>([
	['NAM', 'male'],
	['NỮ', 'female'],
]);

/** `số|số cũ|họ tên|ddMMyyyy|Nam hoặc Nữ|nơi thường trú|ddMMyyyy`; newer cards may say more, which nobody here needs. */
export function readCccdCard(text: string): CccdCard | undefined {
	const fields = text.split('|').map((field) => field.trim());
	if (fields.length < 7) return undefined;
	const [documentNumber, formerNumber, name, birth, sex, address, issued] = fields as Seven;
	const gender = genders.get(upper(sex));
	const [fullName, birthDate, issuedOn] = [readName(name), readDay(birth), readDay(issued)];
	if (!/^\d{12}$/.test(documentNumber) || !/^(?:\d{9}|\d{12})?$/.test(formerNumber)) return undefined;
	if (!gender || !fullName || !birthDate || !issuedOn || address.length > longestAddress) return undefined;
	if (!isNumberOf(documentNumber, birthDate)) return undefined;
	return {
		documentNumber,
		...(formerNumber ? { formerNumber } : {}),
		fullName,
		birthDate,
		gender,
		address: normalise(address),
		issuedOn,
	};
}

type Seven = [string, string, string, string, string, string, string];

const longestAddress = 400;

/** The fourth digit of a number tells the century (0 and 1 of 19.., 2 and 3 of 20..), the next two the year. */
const isNumberOf = (number: string, birthDate: string): boolean =>
	(19 + Math.floor(Number(number[3]) / 2)) * 100 + Number(number.slice(4, 6)) === Number(birthDate.slice(0, 4));

export const cccdCard: Format<'cccd', CccdCard> = {
	name: 'cccd',
	title: { vi: 'Mã QR trên thẻ căn cước', en: 'QR code of a citizen’s identity card' },
	shows: 'person',
	recognises: (text) => /^\s*\d{9,12}\s*\|\s*\d*\s*\|[^|]*\p{L}/u.test(text),
	parse: readCccdCard,
};
