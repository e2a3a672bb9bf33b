import type { Text } from '../language.ts';
import { cccdCard } from './cccd-card.ts';
import { completionCertificate } from './certificate-code.ts';
import type { Format } from './format.ts';
import { healthCertificate } from './health-certificate.ts';
import { insuranceCard } from './insurance-card.ts';
import { nationalCode } from './national-code.ts';
import { oldPlaceCode } from './old-place-code.ts';
import { pairingCode } from './pairing-code.ts';
import { passportMrz } from './passport-mrz.ts';
import { personalCode } from './personal-code.ts';
import { personalNumber } from './personal-number.ts';
import { placeCode } from './place-code.ts';

/** Every kind of code known here, the plainest last. */
export const formats = [
	personalCode,
	healthCertificate,
	completionCertificate,
	cccdCard,
	insuranceCard,
	nationalCode,
	passportMrz,
	oldPlaceCode,
	pairingCode,
	placeCode,
	personalNumber,
] as const;

/** More than any QR code holds. */
const longest = 8_000;

type Found<Known> =
	Known extends Format<infer Name, infer Content>
		? { ok: true; name: Name; shows: Format['shows']; content: Content }
		: never;

/** The name is absent where a text is of no kind known here. */
interface NotRecognised {
	ok: false;
	name?: (typeof formats)[number]['name'];
	/** It is something else altogether: what to show instead depends on who scans (`wrong-at-gate.ts`, `wrong-at-door.ts`). */
	isForeign?: true;
	why: Text;
}

export type Recognised = Found<(typeof formats)[number]> | NotRecognised;

/**
 * Which kind of code a text is, and what it says; or, in words for who scanned it, why it is none. Nothing is verified:
 * a personal code goes to `readPersonalCode`, a health certificate to `openHealthCertificate`, one of completed isolation
 * to `readCertificateMessage`.
 */
export function recognise(text: string, now: Date): Recognised {
	if (text.trim() === '') return { ok: false, why: nothing };
	const format = text.length > longest ? undefined : formats.find((known) => known.recognises(text));
	if (!format) return { ok: false, isForeign: true, why: foreign };
	const content = format.parse(text, now);
	if (content === undefined) return { ok: false, name: format.name, why: damaged(format.title) };
	return { ok: true, name: format.name, shows: format.shows, content } as Recognised;
}

const nothing: Text = {
	vi: 'Chưa đọc được gì. Hãy đưa mã vào giữa khung rồi giữ yên.',
	en: 'Nothing was read. Hold the code still in the middle of the frame.',
};

const foreign: Text = {
	vi: 'Đây không phải mã mà Vaora biết.',
	en: 'This is no code Vaora knows.',
};

const damaged = ({ vi, en }: Text): Text => ({
	vi: `${vi}: có chữ bị sai hoặc thiếu. Hãy quét hoặc gõ lại.`,
	en: `${en}: something in it is wrong or missing. Scan or type it again.`,
});
