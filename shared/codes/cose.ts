import { decode, encode, Tag } from 'cbor2';

/** A message signed as COSE_Sign1 (RFC 9052). Ours are signed with ES256. */
export interface SignedMessage {
	algorithm: 'ES256' | 'PS256';
	/** The protected header as it was signed. */
	header: Uint8Array;
	keyId: Uint8Array;
	payload: Uint8Array;
	signature: Uint8Array;
	/** What stands beside it under our own label, which the signature does not cover. */
	beside?: Uint8Array;
}

export interface Signer {
	keyId: Uint8Array;
	key: CryptoKey;
}

const algorithmLabel = 1;
const criticalLabel = 2;
const keyIdLabel = 4;
/** The first of the labels anybody may use as they like (RFC 9052, section 11.1). */
const besideLabel = -65_537;
const es256 = -7;
const sign1Tag = 18;
const tokenTag = 61;
const algorithmNames = new Map<unknown, SignedMessage['algorithm']>([
	[es256, 'ES256'],
	[-37, 'PS256'],
]);
const algorithms = { ES256: { name: 'ECDSA', hash: 'SHA-256' }, PS256: { name: 'RSA-PSS', saltLength: 32 } } as const;
export const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Signs a payload; the key's id stands in the protected header. */
export async function signMessage(payload: Uint8Array, { keyId, key }: Signer): Promise<Uint8Array> {
	const header = encode(
		new Map<number, unknown>([
			[algorithmLabel, es256],
			[keyIdLabel, keyId],
		]),
	);
	const signature = new Uint8Array(await crypto.subtle.sign(algorithms.ES256, key, toBeSigned(header, payload)));
	return writeMessage({ header, payload, signature });
}

/** The one way in which we write a signed message. */
export function writeMessage(message: Omit<SignedMessage, 'algorithm' | 'keyId'>): Uint8Array {
	const { header, payload, signature, beside } = message;
	const unprotected = new Map(beside ? [[besideLabel, copy(beside)]] : []);
	return encode(new Tag(sign1Tag, [copy(header), unprotected, copy(payload), copy(signature)]));
}

/**
 * What a message says of its key and content, unverified, however it was written: with or without its tag, or with that of
 * a web token around it. Undefined when it is no COSE_Sign1 with ES256 or PS256.
 */
export function readMessage(bytes: Uint8Array): SignedMessage | undefined {
	try {
		const parts = untag(untag(decode(bytes), tokenTag), sign1Tag);
		if (!Array.isArray(parts) || parts.length !== 4) return undefined;
		const [header, unprotected, payload, signature] = parts;
		// The signature does not cover this part, so nothing but a map may stand there.
		if (!isMap(unprotected)) return undefined;
		if (!isBytes(header) || !isBytes(payload) || !isBytes(signature)) return undefined;
		const named = header.length ? asMap(decode(header)) : new Map();
		const [algorithm, keyId] = [algorithmLabel, keyIdLabel].map(
			(label) => named.get(label) ?? asMap(unprotected).get(label),
		);
		if (!algorithmNames.has(algorithm) || !(keyId instanceof Uint8Array)) return undefined;
		// RFC 9052 §3.1: what the sender calls critical and we do not know must not be passed over.
		if (named.has(criticalLabel)) return undefined;
		const beside = asMap(unprotected).get(besideLabel);
		const message = { algorithm: algorithmNames.get(algorithm)!, header, keyId, payload, signature };
		return isBytes(beside) ? { ...message, beside } : message;
	} catch {
		return undefined;
	}
}

const untag = (value: unknown, tag: number) => (value instanceof Tag && value.tag === tag ? value.contents : value);

/** Whether a message was signed with this key, by the algorithm the key is for. */
export async function isSignedBy(message: SignedMessage, key: CryptoKey): Promise<boolean> {
	const algorithm = algorithms[message.algorithm];
	if (key.algorithm.name !== algorithm.name) return false;
	return crypto.subtle.verify(algorithm, key, copy(message.signature), toBeSigned(message.header, message.payload));
}

function toBeSigned(header: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> {
	return copy(encode(['Signature1', copy(header), new Uint8Array(), copy(payload)]));
}

/** Web Crypto takes plain buffers only, and cbor2 writes Node's own kind of bytes otherwise. */
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** cbor2 gives a map with only text keys as an object, and an empty one too. */
const asMap = (value: unknown): Map<unknown, unknown> => (value instanceof Map ? value : new Map());

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

const isMap = (value: unknown): boolean =>
	value instanceof Map || (value instanceof Object && Object.getPrototypeOf(value) === Object.prototype);

/** A key's id: the first eight bytes of its JWK thumbprint (RFC 7638), which every verifier can work out. */
export async function keyIdOf({ crv, kty, x, y }: JsonWebKey): Promise<Uint8Array> {
	const members = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }));
	return new Uint8Array(await crypto.subtle.digest('SHA-256', members)).slice(0, 8);
}
