import type { Text } from '../language.ts';
import { decodeBase45 } from './base45.ts';
import { isSignedBy, readMessage } from './cose.ts';
import type { Format } from './format.ts';
import { type HealthCertificate, readHealthPayload } from './health-payload.ts';
import { inflate } from './inflate.ts';
import { toHex } from './personal-code.ts';
import { importIssuerKey, type TrustList } from './trust-list.ts';

type HealthCertificateFault =
	| 'malformed'
	| 'unknown-issuer'
	| 'bad-signature'
	| 'issuer-not-valid'
	| 'not-for-this-issuer'
	| 'not-yet-valid'
	| 'expired';

export type OpenedHealthCertificate =
	| { ok: true; certificate: HealthCertificate; keyId: string }
	| { ok: false; reason: HealthCertificateFault; keyId?: string };

/** Ten times the largest certificate there is; of what else could be hidden in a QR code nothing is unpacked. */
const mostBytes = 16_384;
/** A signature alone is longer. */
const leastBytes = 64;
/** Phones and gates may differ by so much. */
const leeway = 5 * 60_000;

/**
 * Unpacks and verifies a health certificate: zlib, COSE_Sign1 with ES256 or PS256 under an issuer's key, CWT, and what the EU's
 * schema calls DCC. `content` is what `healthCertificate` parsed. Where the issuer is not known, `keyId` says which is missing.
 */
export async function openHealthCertificate(
	content: Uint8Array,
	trustList: TrustList,
	now: Date,
): Promise<OpenedHealthCertificate> {
	const bytes = await inflate(content, mostBytes);
	const message = bytes && readMessage(bytes);
	if (!message) return { ok: false, reason: 'malformed' };
	const keyId = toHex(message.keyId);
	const refuse = (reason: HealthCertificateFault) => ({ ok: false, reason, keyId }) as const;
	const issuer = trustList.get(keyId);
	if (!issuer) return refuse('unknown-issuer');
	if (!(await isSignedBy(message, await importIssuerKey(issuer.key)))) return refuse('bad-signature');
	if (now < new Date(issuer.validFrom) || now > new Date(issuer.validUntil)) return refuse('issuer-not-valid');
	const certificate = readHealthPayload(message.payload);
	if (!certificate) return refuse('malformed');
	if (!issuer.kinds.includes(certificate.kind)) return refuse('not-for-this-issuer');
	if (certificate.issuedAt.getTime() > now.getTime() + leeway) return refuse('not-yet-valid');
	if (certificate.expiresAt.getTime() <= now.getTime() - leeway) return refuse('expired');
	return { ok: true, certificate, keyId };
}

/** EU DCC, and since 2022 the Vietnamese vaccination certificate (QĐ 5772/QĐ-BYT). Parsing gives the compressed bytes. */
export const healthCertificate: Format<'health-certificate', Uint8Array> = {
	name: 'health-certificate',
	title: { vi: 'Chứng nhận tiêm chủng hoặc xét nghiệm', en: 'Vaccination or test certificate' },
	shows: 'person',
	recognises: (text) => text.trim().startsWith(prefix),
	parse(text) {
		const bytes = decodeBase45(text.trim().slice(prefix.length));
		return bytes && bytes.length > leastBytes && isZlib(bytes) ? bytes : undefined;
	},
};

const prefix = 'HC1:';

/** The two bytes zlib begins with: deflate, and a check of both (RFC 1950, section 2.2). */
const isZlib = ([method = 0, flags = 0]: Uint8Array) => (method & 15) === 8 && (method * 256 + flags) % 31 === 0;

/** What to tell who shows a certificate that does not hold. */
export const healthCertificateWords: Record<HealthCertificateFault, Text> = {
	malformed: {
		vi: 'Chứng nhận bị hỏng, không đọc được. Hãy quét lại.',
		en: 'The certificate is damaged and cannot be read. Scan it again.',
	},
	'unknown-issuer': {
		vi: 'Nơi cấp chứng nhận không có trong danh sách tin cậy. Chưa thể xác nhận.',
		en: 'Its issuer is not in the trust list. It cannot be verified here.',
	},
	'bad-signature': {
		vi: 'Chữ ký của chứng nhận không đúng. Chứng nhận không có giá trị.',
		en: 'The certificate’s signature is wrong. It does not hold.',
	},
	'issuer-not-valid': {
		vi: 'Khoá của nơi cấp chứng nhận đã hết hạn hoặc chưa có hiệu lực.',
		en: 'The issuer’s key has expired or does not hold yet.',
	},
	'not-for-this-issuer': {
		vi: 'Nơi cấp không được cấp loại chứng nhận này.',
		en: 'Its issuer may not issue this kind of certificate.',
	},
	'not-yet-valid': {
		vi: 'Chứng nhận chưa có hiệu lực.',
		en: 'The certificate does not hold yet.',
	},
	expired: {
		vi: 'Chứng nhận đã hết hạn.',
		en: 'The certificate has expired.',
	},
};
