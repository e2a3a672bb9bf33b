import type { HealthCertificate } from '#shared/codes/health-payload';
import type { Recognised } from '#shared/codes/index';
import { displayPersonalNumber } from '#shared/codes/personal-number';
import type { SealedCard } from '#shared/gate/scan';
import type { Text } from '#shared/language';
import { maskDocument, maskName } from '#shared/text/mask-card';

/** What a card or a typed number says of somebody, and what of it may be shown. */
export interface ReadCard {
	card: SealedCard;
	/** For the guard to compare with who stands there. */
	hint: Text;
	/** To fill in khai hộ with, by the questions of the general declaration. */
	prefill: Record<string, string>;
}

/** What a code that names somebody says; undefined for those that are signed or hang at a place. */
export function readCard(found: Extract<Recognised, { ok: true }>): ReadCard | undefined {
	switch (found.name) {
		case 'cccd': {
			const { documentNumber, formerNumber, ...person } = found.content;
			return ofPerson({ document: documentNumber, formerDocument: formerNumber, ...person });
		}
		case 'bhyt': {
			const { documentNumber, ...person } = found.content;
			return ofPerson({ insurance: documentNumber, ...person });
		}
		case 'passport': {
			// The twelve digits in a Vietnamese passport are the number of the person's other card.
			const { documentNumber, personalNumber, issuingState, ...person } = found.content;
			const isCitizen = issuingState === 'VNM' && /^\d{12}$/.test(personalNumber ?? '');
			return ofPerson(
				isCitizen
					? { document: personalNumber, formerDocument: documentNumber, ...person }
					: { document: documentNumber, ...person },
			);
		}
		case 'national': {
			const { documentNumber, extension, ...person } = found.content;
			const gender = ([undefined, 'male', 'female'] as const)[extension.gender];
			return ofPerson({ document: documentNumber, insurance: extension.healthInsuranceNumber, ...person, gender });
		}
		case 'number':
			return ofNumber(found.content);
		default:
			return undefined;
	}
}

/** A certificate says who somebody is, and is no declaration. */
export const readCertified = ({ fullName, birthDate }: HealthCertificate): ReadCard =>
	ofPerson({ fullName, birthDate });

/** Digits typed by hand: twelve of a citizen's card, nine of the one before it; ten or fifteen characters of an insurance card. */
export function readTypedNumber(typed: string): ReadCard | undefined {
	const number = typed.replace(/[\s.-]/g, '').toUpperCase();
	if (/^0\d{2}[0-3]\d{8}$/.test(number)) return ofPerson({ document: number });
	if (/^\d{9}$/.test(number)) return ofPerson({ formerDocument: number });
	if (/^[A-Z]{2}\d{13}$/.test(number)) return ofPerson({ insurance: number });
	return undefined;
}

/** Written on paper in place of a name. */
function ofNumber(number: string): ReadCard {
	const shown = displayPersonalNumber(number);
	return { card: { number }, hint: { vi: `Mã số ${shown}`, en: `Number ${shown}` }, prefill: {} };
}

type Fields = { [Field in keyof SealedCard]: SealedCard[Field] | undefined };

/** Only what is known, and of a card nothing but what finds a person or fills in a form. */
function ofPerson({ document, formerDocument, insurance, fullName, birthDate, gender }: Fields): ReadCard {
	const card = present({ document, formerDocument, insurance, fullName, birthDate, gender }) as SealedCard;
	const number = document ?? formerDocument ?? insurance;
	const shown = [fullName && maskName(fullName), number && maskDocument(number)].filter(Boolean).join(' · ');
	return {
		card,
		hint: { vi: shown, en: shown },
		prefill: present({
			'full-name': fullName,
			'document-number': document ?? formerDocument,
			'birth-year': birthDate?.slice(0, 4),
			gender,
			'health-insurance-number': insurance,
		}),
	};
}

const present = (fields: Record<string, string | undefined>): Record<string, string> =>
	Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1])));

const kindWords: Record<HealthCertificate['kind'], Text> = {
	vaccination: { vi: 'Chứng nhận tiêm chủng hợp lệ', en: 'Vaccination certificate is valid' },
	test: { vi: 'Chứng nhận xét nghiệm hợp lệ', en: 'Test certificate is valid' },
	recovery: { vi: 'Chứng nhận khỏi bệnh hợp lệ', en: 'Recovery certificate is valid' },
};

/** What a certificate that holds says, for the guard: a test that found the disease holds as well. */
export function certificateHint({ kind, isPositive }: HealthCertificate, { vi, en }: Text): Text {
	const found =
		kind === 'test' && isPositive ? { vi: ', kết quả DƯƠNG TÍNH', en: ', result POSITIVE' } : { vi: '', en: '' };
	return { vi: `${kindWords[kind].vi}${found.vi} · ${vi}`, en: `${kindWords[kind].en}${found.en} · ${en}` };
}
