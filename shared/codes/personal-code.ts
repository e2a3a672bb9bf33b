import { decode, encode } from 'cbor2';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { isSignedBy, readMessage, type Signer, signMessage } from './cose.ts';

/** What a personal code says: no name, no phone, no document number. */
export interface PersonalClaims {
	/** The person's random id: decimal digits. */
	personId: string;
	level: 'green' | 'amber' | 'red';
	issuedAt: Date;
	expiresAt: Date;
}

export type PersonalCodeFault =
	| 'other-kind'
	| 'malformed'
	| 'unknown-key'
	| 'bad-signature'
	| 'not-yet-valid'
	| 'expired';

export type ReadPersonalCode = { ok: true; claims: PersonalClaims } | { ok: false; reason: PersonalCodeFault };

export const personalPrefix = 'VAORA1:';

const labels = { person: 1, level: 2, expiresAt: 4, issuedAt: 6 } as const;
const levels = ['green', 'amber', 'red'] as const;
/** Phones and gates may differ by so much. */
const leeway = 5 * 60_000;

/** Signs a personal code: upper-case text for a QR in alphanumeric mode, at most 300 characters. */
export async function issuePersonalCode(claims: PersonalClaims, signer: Signer): Promise<string> {
	const payload = encode(
		new Map<number, unknown>([
			[labels.person, BigInt(claims.personId)],
			[labels.level, levels.indexOf(claims.level)],
			[labels.expiresAt, seconds(claims.expiresAt)],
			[labels.issuedAt, seconds(claims.issuedAt)],
		]),
	);
	return personalPrefix + encodeBase45(await signMessage(payload, signer));
}

/** Reads and verifies a personal code. `keys` are the installation's public keys by their ids in hexadecimal. */
export async function readPersonalCode(
	text: string,
	keys: ReadonlyMap<string, CryptoKey>,
	now: Date,
): Promise<ReadPersonalCode> {
	const trimmed = text.trim();
	if (!trimmed.startsWith(personalPrefix)) return { ok: false, reason: 'other-kind' };
	const bytes = decodeBase45(trimmed.slice(personalPrefix.length));
	const message = bytes && readMessage(bytes);
	if (!message) return { ok: false, reason: 'malformed' };
	const key = keys.get(toHex(message.keyId));
	if (!key) return { ok: false, reason: 'unknown-key' };
	if (!(await isSignedBy(message, key))) return { ok: false, reason: 'bad-signature' };
	const claims = readClaims(message.payload);
	if (!claims) return { ok: false, reason: 'malformed' };
	if (claims.issuedAt.getTime() > now.getTime() + leeway) return { ok: false, reason: 'not-yet-valid' };
	if (claims.expiresAt.getTime() <= now.getTime() - leeway) return { ok: false, reason: 'expired' };
	return { ok: true, claims };
}

function readClaims(payload: Uint8Array): PersonalClaims | undefined {
	const map = decode(payload);
	if (!(map instanceof Map)) return undefined;
	const [person, level] = [map.get(labels.person), levels[map.get(labels.level) as number]];
	const [issuedAt, expiresAt] = [map.get(labels.issuedAt), map.get(labels.expiresAt)];
	if ((typeof person !== 'bigint' && typeof person !== 'number') || !level) return undefined;
	if (typeof issuedAt !== 'number' || typeof expiresAt !== 'number') return undefined;
	return {
		personId: String(person),
		level,
		issuedAt: new Date(issuedAt * 1_000),
		expiresAt: new Date(expiresAt * 1_000),
	};
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);

export const toHex = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
