import { decode, encode, Tag } from 'cbor2';

/** A message signed as COSE_Sign1 (RFC 9052) with ES256. */
export interface SignedMessage {
	/** The protected header as it was signed. */
	header: Uint8Array;
	keyId: Uint8Array;
	payload: Uint8Array;
	signature: Uint8Array;
}

export interface Signer {
	keyId: Uint8Array;
	key: CryptoKey;
}

const algorithmLabel = 1;
const criticalLabel = 2;
const keyIdLabel = 4;
const es256 = -7;
const sign1Tag = 18;
const ecdsa = { name: 'ECDSA', hash: 'SHA-256' } as const;
export const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Signs a payload; the key's id stands in the protected header. */
export async function signMessage(payload: Uint8Array, { keyId, key }: Signer): Promise<Uint8Array> {
	const header = encode(
		new Map<number, unknown>([
			[algorithmLabel, es256],
			[keyIdLabel, keyId],
		]),
	);
	const signature = new Uint8Array(await crypto.subtle.sign(ecdsa, key, toBeSigned(header, payload)));
	return encode(new Tag(sign1Tag, [header, new Map(), payload, signature]));
}

/** What a message says of its key and content, unverified; undefined when it is no COSE_Sign1 with ES256. */
export function readMessage(bytes: Uint8Array): SignedMessage | undefined {
	try {
		const message = decode(bytes);
		const parts = message instanceof Tag && message.tag === sign1Tag ? message.contents : undefined;
		if (!Array.isArray(parts) || parts.length !== 4) return undefined;
		const [header, unprotected, payload, signature] = parts;
		// The signature does not cover this part, so nothing but a map may stand there.
		if (!isMap(unprotected)) return undefined;
		if (![header, payload, signature].every((part) => part instanceof Uint8Array)) return undefined;
		const named = asMap(decode(header as Uint8Array));
		const keyId = named.get(keyIdLabel) ?? asMap(unprotected).get(keyIdLabel);
		if (named.get(algorithmLabel) !== es256 || !(keyId instanceof Uint8Array)) return undefined;
		// RFC 9052 §3.1: what the sender calls critical and we do not know must not be passed over.
		if (named.has(criticalLabel)) return undefined;
		return { header, keyId, payload, signature } as SignedMessage;
	} catch {
		return undefined;
	}
}

/** Whether a message was signed with this key. */
export const isSignedBy = ({ header, payload, signature }: SignedMessage, key: CryptoKey): Promise<boolean> =>
	crypto.subtle.verify(ecdsa, key, copy(signature), toBeSigned(header, payload));

function toBeSigned(header: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> {
	return copy(encode(['Signature1', copy(header), new Uint8Array(), copy(payload)]));
}

/** Web Crypto takes plain buffers only, and cbor2 writes Node's own kind of bytes otherwise. */
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** cbor2 gives a map with only text keys as an object, and an empty one too. */
const asMap = (value: unknown): Map<unknown, unknown> => (value instanceof Map ? value : new Map());

const isMap = (value: unknown): boolean =>
	value instanceof Map || (value instanceof Object && Object.getPrototypeOf(value) === Object.prototype);

/** A key's id: the first eight bytes of its JWK thumbprint (RFC 7638), which every verifier can work out. */
export async function keyIdOf({ crv, kty, x, y }: JsonWebKey): Promise<Uint8Array> {
	const members = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }));
	return new Uint8Array(await crypto.subtle.digest('SHA-256', members)).slice(0, 8);
}
