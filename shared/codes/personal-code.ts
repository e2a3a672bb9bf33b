import { decode, encode } from 'cbor2';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { isSignedBy, readMessage, type SignedMessage, type Signer, signMessage, writeMessage } from './cose.ts';
import type { Format } from './format.ts';

/** What a personal code says: no name, no phone, no document number. */
export interface PersonalClaims {
	/** The person's random id: decimal digits. */
	personId: string;
	level: 'green' | 'amber' | 'red';
	issuedAt: Date;
	expiresAt: Date;
}

type PersonalCodeFault = 'other-kind' | 'malformed' | 'unknown-key' | 'bad-signature' | 'not-yet-valid' | 'expired';

export type ReadPersonalCode = { ok: true; claims: PersonalClaims } | { ok: false; reason: PersonalCodeFault };

/** What a personal code begins with: short, and of letters a QR code packs densely. */
export const personalPrefix = 'VAORA1:';
const longest = 300;

const labels = { person: 1, level: 2, kind: 3, expiresAt: 4, version: 5, issuedAt: 6 } as const;
const levels = ['green', 'amber', 'red'] as const;
const version = 1;
/** A code that stays the same until it expires, for paper. Others may be told apart by this number. */
const staticKind = 0;
/** Phones and gates may differ by so much. */
const leeway = 5 * 60_000;

/** Signs a personal code: upper-case text for a QR in alphanumeric mode, at most 300 characters. */
export async function issuePersonalCode(claims: PersonalClaims, signer: Signer): Promise<string> {
	const payload = encode(
		new Map<number, unknown>([
			[labels.person, BigInt(claims.personId)],
			[labels.level, levels.indexOf(claims.level)],
			[labels.kind, staticKind],
			[labels.expiresAt, seconds(claims.expiresAt)],
			[labels.version, version],
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
	if (!personalCode.recognises(text)) return { ok: false, reason: 'other-kind' };
	const message = personalCode.parse(text, now);
	if (!message) return { ok: false, reason: 'malformed' };
	const key = keys.get(toHex(message.keyId));
	if (!key) return { ok: false, reason: 'unknown-key' };
	if (!(await isSignedBy(message, key))) return { ok: false, reason: 'bad-signature' };
	const map = readMap(message.payload);
	if (!map) return { ok: false, reason: 'malformed' };
	if (map.get(labels.version) !== version || map.get(labels.kind) !== staticKind)
		return { ok: false, reason: 'other-kind' };
	const claims = readClaims(map);
	if (!claims) return { ok: false, reason: 'malformed' };
	if (claims.issuedAt.getTime() > now.getTime() + leeway) return { ok: false, reason: 'not-yet-valid' };
	if (claims.expiresAt.getTime() <= now.getTime() - leeway) return { ok: false, reason: 'expired' };
	return { ok: true, claims };
}

/** Whom a code names, whether or not it holds. */
export function personNamedBy(text: string, now: Date): string | undefined {
	const message = personalCode.parse(text, now);
	const person = message && readMap(message.payload)?.get(labels.person);
	return typeof person === 'bigint' || Number.isSafeInteger(person) ? String(person) : undefined;
}

/** Parsing gives the message as it was signed; only `readPersonalCode` says whether it holds. */
export const personalCode: Format<'personal', SignedMessage> = {
	name: 'personal',
	title: { vi: 'Mã cá nhân Vaora', en: 'Vaora personal code' },
	shows: 'person',
	recognises: (text) => text.trim().startsWith(personalPrefix),
	parse(text) {
		// The alphabet has a space, but base45 never ends with one.
		const trimmed = text.trim();
		const bytes = trimmed.length > longest ? undefined : decodeBase45(trimmed.slice(personalPrefix.length));
		const message = bytes && readMessage(bytes);
		// The signature covers what is said, not how it is wrapped; of one message there must be one code.
		return message?.algorithm === 'ES256' && toHex(writeMessage(message)) === toHex(bytes!) ? message : undefined;
	},
};

function readMap(payload: Uint8Array): Map<unknown, unknown> | undefined {
	try {
		const map = decode(payload);
		return map instanceof Map ? map : undefined;
	} catch {
		return undefined;
	}
}

function readClaims(map: Map<unknown, unknown>): PersonalClaims | undefined {
	const [person, level] = [map.get(labels.person), map.get(labels.level)];
	const [issuedAt, expiresAt] = [readMoment(map.get(labels.issuedAt)), readMoment(map.get(labels.expiresAt))];
	if (typeof person !== 'bigint' && !Number.isSafeInteger(person)) return undefined;
	if (level !== 0 && level !== 1 && level !== 2) return undefined;
	return issuedAt && expiresAt && { personId: String(person), level: levels[level], issuedAt, expiresAt };
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);

/** Seconds since 1970, within what a Date can hold. */
const readMoment = (value: unknown): Date | undefined =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e11
		? new Date(value * 1_000)
		: undefined;

export const toHex = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
