import { fromBase64 } from './bundle.ts';
import type { SealedCard } from './scan.ts';

/** The server's key pair for cards, or its public half: P-256 for ECDH. `keyId` is eight bytes in hexadecimal. */
export interface SealKey {
	keyId: string;
	key: CryptoKey;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const version = 1;
const keyIdLength = 8;
/** An uncompressed point. */
const pointLength = 65;
const headLength = 1 + keyIdLength + pointLength;
/** So that the length of a sealed card does not tell a long name from a short one. */
const padding = 128;
/** Room for every field of a card at its longest. */
export const sealedLengthMax = 2_000;

/** Imports the public key of a bundle for `sealCard`. */
export const importSealKey = (key: JsonWebKey): Promise<CryptoKey> =>
	crypto.subtle.importKey('jwk', { kty: key.kty, crv: key.crv, x: key.x, y: key.y }, curve, false, []);

/** Imports the private key of the server for `unsealCard`. */
export const importUnsealKey = (key: JsonWebKey): Promise<CryptoKey> =>
	crypto.subtle.importKey('jwk', { ...key, key_ops: ['deriveBits'] }, curve, false, ['deriveBits']);

/** A new key pair for cards, as JWK. */
export async function newSealKey(): Promise<JsonWebKey> {
	const { privateKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
	return crypto.subtle.exportKey('jwk', privateKey);
}

/**
 * Seals a card to the server, so that the device that read it keeps nothing anybody could read, itself included: ECDH with
 * a key pair of this one card, HKDF-SHA-256, AES-256-GCM. In base64url: version, the server's key id, the card's public
 * key, then ciphertext and tag. The first three are authenticated too.
 */
export async function sealCard(card: SealedCard, { keyId, key }: SealKey): Promise<string> {
	const own = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
	const head = new Uint8Array(headLength);
	head[0] = version;
	head.set(fromHex(keyId), 1);
	head.set(new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey)), 1 + keyIdLength);
	const text = JSON.stringify(card);
	const { length } = new TextEncoder().encode(text);
	const plain = new TextEncoder().encode(text + ' '.repeat(-length & (padding - 1)));
	const { cipher, parameters } = await agree(own.privateKey, key, head);
	const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, cipher, plain));
	return toBase64Url(head, sealed);
}

/** Opens a sealed card; undefined when it was sealed to another key, changed, or is none. Its fields are not checked. */
export async function unsealCard(
	sealed: string,
	keys: ReadonlyMap<string, CryptoKey>,
): Promise<{ [Field in keyof SealedCard]: unknown } | undefined> {
	try {
		const bytes = sealed.length > sealedLengthMax ? new Uint8Array() : fromBase64(sealed);
		const head = bytes.slice(0, headLength);
		const key = keys.get(toHex(head.subarray(1, 1 + keyIdLength)));
		if (!key || head[0] !== version) return undefined;
		const point = await crypto.subtle.importKey('raw', head.slice(1 + keyIdLength), curve, false, []);
		const { cipher, parameters } = await agree(key, point, head);
		const plain = await crypto.subtle.decrypt(parameters, cipher, bytes.slice(headLength));
		const card: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
		return card !== null && typeof card === 'object' ? card : undefined;
	} catch {
		return undefined;
	}
}

/** The key and nonce both sides come to. The key pair on one side serves once, so the nonce may follow from it. */
async function agree(privateKey: CryptoKey, publicKey: CryptoKey, head: Uint8Array<ArrayBuffer>) {
	const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
	const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
	const derivation = { name: 'HKDF', hash: 'SHA-256', salt: head, info: new TextEncoder().encode('vaora card') };
	const derived = new Uint8Array(await crypto.subtle.deriveBits(derivation, material, 8 * (32 + 12)));
	const cipher = await crypto.subtle.importKey('raw', derived.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']);
	return { cipher, parameters: { name: 'AES-GCM', iv: derived.slice(32), additionalData: head } };
}

const fromHex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const toHex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const toBase64Url = (...parts: Uint8Array[]) =>
	btoa(parts.map((part) => String.fromCharCode(...part)).join(''))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
