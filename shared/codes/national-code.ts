import { fold } from '../text/vietnamese.ts';
import type { Format } from './format.ts';

/**
 * The national personal code of QĐ 1405/QĐ-BTTTT (11/9/2021, version 1.1), for other systems' scanners:
 * `SoGiayTo|HoTen|NgaySinh|LoaiDinhDanh|QID|EXT`.
 */
export interface NationalCode {
	documentNumber: string;
	/** Any spelling; written in capitals without diacritics. */
	fullName: string;
	/** `YYYY-MM-DD`. Where only the year is known we write its first of January, since the form knows no bare year. */
	birthDate: string;
	isDeclaredByAnother: boolean;
	qid: string;
	extension: NationalExtension;
}

interface NationalExtension {
	proxyQid?: string;
	/** 0 unknown, 1 male, 2 female. */
	gender: 0 | 1 | 2;
	healthInsuranceNumber?: string;
	phone?: string;
	/** Whatever follows, signature included, as it stands. */
	rest?: string[];
}

export function writeNationalCode(code: NationalCode): string {
	const { proxyQid, gender, healthInsuranceNumber, phone, rest = [] } = code.extension;
	const extension = [proxyQid, gender, healthInsuranceNumber, phone, ...rest].map((part) => safe(part ?? ''));
	while (extension.length > 2 && extension.at(-1) === '') extension.pop();
	const fields = [code.documentNumber, fold(code.fullName).toUpperCase(), code.birthDate];
	return [...fields.map(safe), code.isDeclaredByAnother ? '1' : '0', safe(code.qid), extension.join('<')].join('|');
}

/** Undefined when the text is no national code. */
export function readNationalCode(text: string): NationalCode | undefined {
	const fields = text.trim().split('|');
	if (fields.length !== 6) return undefined;
	const [documentNumber, fullName, birthDate, kind, qid, extension] = fields as Six;
	if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate) || !/^[01]$/.test(kind)) return undefined;
	const [proxyQid, gender, healthInsuranceNumber, phone, ...rest] = extension.split('<');
	return {
		documentNumber,
		fullName,
		birthDate,
		isDeclaredByAnother: kind === '1',
		qid,
		extension: {
			...(proxyQid ? { proxyQid } : {}),
			gender: gender === '1' || gender === '2' ? (Number(gender) as 1 | 2) : 0,
			...(healthInsuranceNumber ? { healthInsuranceNumber } : {}),
			...(phone ? { phone } : {}),
			...(rest.length ? { rest } : {}),
		},
	};
}

type Six = [string, string, string, string, string, string];

/** The two separators cannot be written inside a value; a space takes their place. */
const safe = (value: string | number): string =>
	String(value)
		.replace(/[|<\r\n]/g, ' ')
		.trim();

export const nationalCode: Format<'national', NationalCode> = {
	name: 'national',
	title: { vi: 'Mã QR cá nhân quốc gia', en: 'National personal QR code' },
	shows: 'person',
	recognises: (text) => /^[^|]*\|[^|]*\|[^|]*\|[^|]*\|[^|]*\|[^|]*$/.test(text),
	parse: readNationalCode,
};
