import { decode, encode } from 'cbor2';
import type { Text } from '../language.ts';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { isSignedBy, readMessage, type SignedMessage, type Signer, signMessage, writeMessage } from './cose.ts';
import type { Format } from './format.ts';
import { linkLength, stepsTo } from './hash-chain.ts';
import { slotAt, slotMilliseconds, slotsMax } from './rotating-code.ts';

/** What a personal code says: no name, no phone, no document number. */
export type PersonalClaims = {
	/** The person's random id: decimal digits. */
	personId: string;
	/** In whole seconds, both. */
	issuedAt: Date;
	expiresAt: Date;
} & (HealthClaims | CardClaims);

interface HealthClaims {
	/** `static` stays the same, for paper; `short` lasts two minutes, for a phone whose page has no script. */
	kind: 'static' | 'short' | 'rotating';
	level: 'green' | 'amber' | 'red';
}

/** A printed card lasts longer than any declaration, so it says who and nothing of health. */
interface CardClaims {
	kind: 'card';
	/** The card's random id: decimal digits. */
	serial: string;
}

/** What is signed. A rotating code also says how its chain ends: see `rotating-code.ts`. */
export type NewPersonalClaims = PersonalClaims & { anchor?: Uint8Array };

type PersonalCodeFault =
	| 'other-kind'
	| 'malformed'
	| 'unknown-key'
	| 'bad-signature'
	| 'not-yet-valid'
	| 'expired'
	| 'screenshot';

export type ReadPersonalCode = { ok: true; claims: PersonalClaims } | { ok: false; reason: PersonalCodeFault };

/** What a personal code begins with: short, and of letters a QR code packs densely. */
export const personalPrefix = 'VAORA1:';
const longest = 300;

const labels = { person: 1, level: 2, kind: 3, expiresAt: 4, version: 5, issuedAt: 6, anchor: 7, serial: 8 } as const;
const levels = ['green', 'amber', 'red'] as const;
const kinds = ['static', 'rotating', 'short', 'card'] as const;
const version = 1;
/** Phones and gates may differ by so much; a code that is to die within minutes allows no more than one. */
const leeway = 5 * 60_000;
const shortLeeway = 60_000;
/** How long a `short` code lasts. */
export const shortMilliseconds = 120_000;

/**
 * Signs a personal code: upper-case text for a QR in alphanumeric mode, at most 300 characters. One that rotates is not
 * shown as it is: the phone puts each slot's link to it.
 */
export async function issuePersonalCode(claims: NewPersonalClaims, signer: Signer): Promise<string> {
	const said: [number, unknown][] = [
		[labels.person, BigInt(claims.personId)],
		...(claims.kind === 'card' ? [] : [[labels.level, levels.indexOf(claims.level)] as [number, unknown]]),
		[labels.kind, kinds.indexOf(claims.kind)],
		[labels.expiresAt, seconds(claims.expiresAt)],
		[labels.version, version],
		[labels.issuedAt, seconds(claims.issuedAt)],
	];
	if (claims.anchor) said.push([labels.anchor, Uint8Array.from(claims.anchor)]);
	if (claims.kind === 'card') said.push([labels.serial, BigInt(claims.serial)]);
	return personalPrefix + encodeBase45(await signMessage(encode(new Map(said)), signer));
}

/**
 * Reads and verifies a personal code of any kind, without a network. `keys` are the installation's public keys by their
 * ids in hexadecimal. Whether it was given back since, only a list can tell: see `isRevoked`.
 */
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
	const kind = kinds.find((_kind, at) => at === map.get(labels.kind));
	if (map.get(labels.version) !== version || !kind) return { ok: false, reason: 'other-kind' };
	const claims = readClaims(map, kind);
	// Only a rotating code has something beside its signature: of every other there is one text.
	if (!claims || (kind === 'rotating') !== (message.beside !== undefined)) return { ok: false, reason: 'malformed' };
	const reason = wrongTime(claims, now) ?? (message.beside && wrongLink(map, message.beside, claims, now));
	return reason ? { ok: false, reason } : { ok: true, claims };
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

function readClaims(map: Map<unknown, unknown>, kind: PersonalClaims['kind']): PersonalClaims | undefined {
	const [personId, serial] = [readId(map.get(labels.person)), readId(map.get(labels.serial))];
	const [issuedAt, expiresAt] = [readMoment(map.get(labels.issuedAt)), readMoment(map.get(labels.expiresAt))];
	if (!personId || !issuedAt || !expiresAt) return undefined;
	if (kind === 'card') return serial === undefined ? undefined : { kind, personId, serial, issuedAt, expiresAt };
	const level = map.get(labels.level);
	if (level !== 0 && level !== 1 && level !== 2) return undefined;
	return { kind, personId, level: levels[level], issuedAt, expiresAt };
}

function wrongTime({ kind, issuedAt, expiresAt }: PersonalClaims, now: Date): PersonalCodeFault | undefined {
	const [sinceIssue, sinceEnd] = [now.getTime() - issuedAt.getTime(), now.getTime() - expiresAt.getTime()];
	if (sinceIssue < (kind === 'static' || kind === 'card' ? -leeway : -shortLeeway)) return 'not-yet-valid';
	if (kind === 'short') return sinceEnd >= 0 || sinceIssue >= shortMilliseconds ? 'screenshot' : undefined;
	return sinceEnd >= leeway ? 'expired' : undefined;
}

/** The slot of the moment holds, and one to either side of it: a picture of the screen dies within two minutes. */
function wrongLink(
	map: Map<unknown, unknown>,
	link: Uint8Array,
	{ issuedAt, expiresAt }: PersonalClaims,
	now: Date,
): PersonalCodeFault | undefined {
	const anchor = map.get(labels.anchor);
	const slots = Math.ceil((expiresAt.getTime() - issuedAt.getTime() + leeway) / slotMilliseconds);
	if (!(anchor instanceof Uint8Array) || anchor.length !== linkLength || link.length !== linkLength) return 'malformed';
	if (slots > slotsMax) return 'malformed';
	const steps = stepsTo(link, anchor, slots);
	// No step is the anchor itself, which everybody who has seen the code knows.
	if (!steps) return 'bad-signature';
	const late = slotAt(now, issuedAt) - (steps - 1);
	return late > 1 ? 'screenshot' : late < -1 ? 'not-yet-valid' : undefined;
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);

/** Seconds since 1970, within what a Date can hold. */
const readMoment = (value: unknown): Date | undefined =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e11
		? new Date(value * 1_000)
		: undefined;

const readId = (value: unknown): string | undefined =>
	typeof value === 'bigint' || Number.isSafeInteger(value) ? String(value) : undefined;

export const toHex = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** What to tell who shows a personal code that does not hold. */
export const personalCodeWords: Record<PersonalCodeFault, Text> = {
	'other-kind': {
		vi: 'Mã này thuộc loại mà máy quét này chưa biết. Hãy cập nhật máy quét.',
		en: 'This scanner does not know this kind of code yet. Update the scanner.',
	},
	malformed: {
		vi: 'Mã cá nhân bị hỏng, không đọc được. Hãy quét lại.',
		en: 'The personal code is damaged and cannot be read. Scan it again.',
	},
	'unknown-key': {
		vi: 'Mã này do một hệ thống khác cấp, không kiểm tra được ở đây.',
		en: 'Another system issued this code. It cannot be verified here.',
	},
	'bad-signature': {
		vi: 'Chữ ký của mã không đúng. Mã không có giá trị.',
		en: 'The code’s signature is wrong. It does not hold.',
	},
	'not-yet-valid': {
		vi: 'Mã chưa có hiệu lực. Đồng hồ của điện thoại hoặc của máy quét có thể bị sai.',
		en: 'The code does not hold yet. The clock of the phone or of the scanner may be wrong.',
	},
	expired: {
		vi: 'Mã đã hết hạn. Hãy khai báo lại để có mã mới.',
		en: 'The code has expired. Declare again to get a new one.',
	},
	screenshot: {
		vi: 'Mã đã cũ quá hai phút: có thể là ảnh chụp màn hình, hoặc đồng hồ điện thoại chạy chậm. Hãy mở lại trang mã cá nhân trên điện thoại.',
		en: 'The code is more than two minutes old: a picture of a screen perhaps, or the phone’s clock is slow. Open the code’s page on the phone again.',
	},
};
