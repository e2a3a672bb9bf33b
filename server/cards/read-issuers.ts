import { createHash, X509Certificate } from 'node:crypto';
import { importIssuerKey, kindsOfKeyUsage, type TrustedIssuer } from '#shared/codes/trust-list';
import type { Text } from '#shared/language';

export interface IssuerFault {
	/** Which of the file, counted from 1. */
	entry: number;
	text: Text;
}

/** Larger than the EU's list of a whole year. */
export const issuersMax = 5_000;
const allKinds = ['vaccination', 'test', 'recovery'] as const;

/**
 * Reads a trust list: PEM certificates one after another; or a JSON list whose entries are a certificate (`certificate`,
 * or `rawData` as the EU's gateway says, PEM or base64 of DER), or a bare key (`keyId`, `key` as JWK, `validFrom`,
 * `validUntil`). `kinds` narrows what an issuer may certify; a certificate's own key usages do, where it has any.
 */
export async function readIssuers(text: string): Promise<{ issuers: TrustedIssuer[]; faults: IssuerFault[] }> {
	const entries = readEntries(text);
	if (!entries || entries.length > issuersMax) return { issuers: [], faults: [{ entry: 0, text: faultTexts.file }] };
	const issuers: TrustedIssuer[] = [];
	const faults: IssuerFault[] = [];
	for (const [index, entry] of entries.entries()) {
		const read = await readEntry(entry);
		if ('fault' in read) faults.push({ entry: index + 1, text: faultTexts[read.fault] });
		else issuers.push(read);
	}
	return { issuers, faults };
}

function readEntries(text: string): unknown[] | undefined {
	const certificates = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
	if (certificates && !/^\s*[[{]/.test(text)) return certificates.map((certificate) => ({ certificate }));
	try {
		const parsed: unknown = JSON.parse(text);
		return Array.isArray(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

async function readEntry(entry: unknown): Promise<TrustedIssuer | { fault: keyof typeof faultTexts }> {
	if (!(entry instanceof Object)) return { fault: 'entry' };
	const { certificate, rawData, kinds = [], ...bare } = entry as Record<string, unknown>;
	const named = Array.isArray(kinds) ? kinds : [];
	if (!named.every((kind) => allKinds.includes(kind))) return { fault: 'kinds' };
	const written = certificate ?? rawData;
	const issuer = typeof written === 'string' ? fromCertificate(written) : fromBareKey(bare);
	if (!issuer) return { fault: typeof written === 'string' ? 'certificate' : 'entry' };
	if (!(await isUsable(issuer.key))) return { fault: 'key' };
	return { ...issuer, kinds: named.length ? issuer.kinds.filter((kind) => named.includes(kind)) : issuer.kinds };
}

function fromCertificate(written: string): TrustedIssuer | undefined {
	try {
		const x509 = new X509Certificate(written.includes('BEGIN') ? written : Buffer.from(written, 'base64'));
		return {
			keyId: createHash('sha256').update(x509.raw).digest('hex').slice(0, 16),
			key: x509.publicKey.export({ format: 'jwk' }) as JsonWebKey,
			kinds: kindsOfKeyUsage(x509.keyUsage ?? []),
			validFrom: x509.validFromDate.toISOString(),
			validUntil: x509.validToDate.toISOString(),
		};
	} catch {
		return undefined;
	}
}

function fromBareKey({ keyId, key, validFrom, validUntil }: Record<string, unknown>): TrustedIssuer | undefined {
	const [from, until] = [new Date(String(validFrom)), new Date(String(validUntil))];
	const isId = typeof keyId === 'string' && /^[0-9a-f]{16}$/i.test(keyId);
	if (!isId || !(key instanceof Object) || !(from < until)) return undefined;
	const [start, end] = [from.toISOString(), until.toISOString()];
	return { keyId: keyId.toLowerCase(), key: publicPart(key), kinds: allKinds, validFrom: start, validUntil: end };
}

const publicPart = ({ kty, crv, x, y, n, e }: JsonWebKey): JsonWebKey =>
	kty === 'RSA' ? { kty, n, e } : { kty, crv, x, y };

async function isUsable(key: JsonWebKey): Promise<boolean> {
	try {
		const { algorithm } = await importIssuerKey(key);
		return !('modulusLength' in algorithm) || (algorithm.modulusLength as number) >= 2_048;
	} catch {
		return false;
	}
}

const faultTexts = {
	file: {
		vi: 'tệp không phải danh sách JSON hay chứng thư PEM, hoặc có hơn 5.000 mục',
		en: 'the file is neither a JSON list nor PEM certificates, or has more than 5,000 entries',
	},
	entry: {
		vi: 'cần certificate, hoặc keyId (16 chữ số thập lục phân), key, validFrom và validUntil',
		en: 'needs certificate, or keyId (16 hexadecimal digits), key, validFrom and validUntil',
	},
	certificate: { vi: 'chứng thư không đọc được', en: 'the certificate cannot be read' },
	kinds: { vi: 'kinds chỉ gồm vaccination, test, recovery', en: 'kinds may be vaccination, test and recovery' },
	key: {
		vi: 'khoá phải là P-256, hoặc RSA từ 2.048 bit',
		en: 'the key must be P-256, or RSA of 2,048 bits and more',
	},
} satisfies Record<string, Text>;
