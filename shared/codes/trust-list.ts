/** The three kinds of health certificate. */
export type HealthCertificateKind = 'vaccination' | 'test' | 'recovery';

/** Somebody whose health certificates hold here. Plain data, so that an operator can load it and a gate keep it. */
export interface TrustedIssuer {
	/** In hexadecimal: the first eight bytes of the SHA-256 of the issuer's certificate. */
	keyId: string;
	/** P-256 for ES256, or RSA for PS256. */
	key: JsonWebKey;
	/** What the issuer may certify. */
	kinds: readonly HealthCertificateKind[];
	/** ISO 8601 with offset, both. */
	validFrom: string;
	validUntil: string;
}

/** Issuers by their key ids. */
export type TrustList = ReadonlyMap<string, TrustedIssuer>;

export const trustListOf = (issuers: readonly TrustedIssuer[]): TrustList =>
	new Map(issuers.map((issuer) => [issuer.keyId.toLowerCase(), issuer]));

/** Throws a DOMException when the key is none that could have signed a certificate. */
export const importIssuerKey = (key: JsonWebKey): Promise<CryptoKey> =>
	crypto.subtle.importKey(
		'jwk',
		// A certificate's key may name uses and an algorithm of its own, which would keep it from being imported.
		key.kty === 'RSA' ? { kty: 'RSA', n: key.n, e: key.e } : { kty: 'EC', crv: key.crv, x: key.x, y: key.y },
		key.kty === 'RSA' ? { name: 'RSA-PSS', hash: 'SHA-256' } : { name: 'ECDSA', namedCurve: key.crv ?? '' },
		false,
		['verify'],
	);

const kinds: Record<string, HealthCertificateKind> = { 1: 'test', 2: 'vaccination', 3: 'recovery' };

/**
 * What an issuer may certify, from the extended key usages of its X.509 certificate: all three kinds where it says nothing
 * of them (hcert specification of the EU eHealth Network, version 1.0.5, section 5.1).
 */
export function kindsOfKeyUsage(usages: readonly string[]): HealthCertificateKind[] {
	const named = usages.flatMap(
		(oid) => kinds[/^1\.3\.6\.1\.4\.1\.(?:0\.)?1847\.2021\.1\.([123])$/.exec(oid)?.[1] ?? ''] ?? [],
	);
	return named.length ? named : Object.values(kinds);
}
