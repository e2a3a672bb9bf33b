import { normalise } from '../text/vietnamese.ts';
import { isDay, readDay, readHex, readName } from './card-fields.ts';
import type { Format } from './format.ts';

/** What the QR code of a health insurance card (BHYT) says. Nothing in it is signed. */
export interface InsuranceCard {
	/** Ten digits; on old cards two letters and thirteen digits. */
	documentNumber: string;
	fullName: string;
	/** `YYYY-MM-DD`, or `YYYY` where the card knows no more. */
	birthDate: string;
	gender: 'male' | 'female';
	address?: string;
	/** `YYYY-MM-DD`. */
	validFrom?: string;
}

/** `mã số|họ tên|dd/MM/yyyy|1 nam, 2 nữ|địa chỉ|nơi đăng ký|có giá trị từ|…|$`: names are UTF-8 in hexadecimal. */
export function readInsuranceCard(text: string): InsuranceCard | undefined {
	const fields = text.split('|').map((field) => field.trim());
	const end = fields.indexOf('$');
	if (end < 7) return undefined;
	const [number, name, birth, sex, address, , from] = fields as Seven;
	const documentNumber = number.toUpperCase();
	const fullName = readName(readHex(name) ?? '');
	const birthDate = /^\d{4}$/.test(birth) && isDay(birth) ? birth : readDay(birth);
	if (!/^(?:\d{10}|[A-Z]{2}\d{13})$/.test(documentNumber) || !fullName || !birthDate) return undefined;
	if (sex !== '1' && sex !== '2') return undefined;
	const [livesAt, validFrom] = [readHex(address), readDay(from)];
	return {
		documentNumber,
		fullName,
		birthDate,
		gender: sex === '1' ? 'male' : 'female',
		...(livesAt ? { address: normalise(livesAt) } : {}),
		...(validFrom ? { validFrom } : {}),
	};
}

type Seven = [string, string, string, string, string, string, string];

export const insuranceCard: Format<'bhyt', InsuranceCard> = {
	name: 'bhyt',
	title: { vi: 'Mã QR trên thẻ bảo hiểm y tế', en: 'QR code of a health insurance card' },
	shows: 'person',
	recognises: (text) => /^\s*(?:\d{9,11}|[A-Z]{2}\d{12,14})\|[0-9A-F]+\|[\d/]*\|/i.test(text),
	parse: readInsuranceCard,
};
