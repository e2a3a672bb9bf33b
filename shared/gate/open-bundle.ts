import { isSignedBy, readMessage } from '../codes/cose.ts';
import { toHex } from '../codes/personal-code.ts';
import { fromBase64, type GateBundle, personHashLength } from './bundle.ts';

export type OpenedBundle =
	| { ok: true; bundle: GateBundle }
	| { ok: false; reason: 'malformed' | 'unknown-key' | 'bad-signature' | 'other-format' };

/**
 * Opens a signed bundle: base64url of a COSE_Sign1 (RFC 9052) whose payload is JSON in UTF-8. `keys` are those the pairing
 * or the bundle before it named, by their ids in hexadecimal.
 */
export async function openBundle(text: string, keys: ReadonlyMap<string, CryptoKey>): Promise<OpenedBundle> {
	const message = readMessage(readBase64(text));
	if (!message) return { ok: false, reason: 'malformed' };
	const key = keys.get(toHex(message.keyId));
	if (!key) return { ok: false, reason: 'unknown-key' };
	if (!(await isSignedBy(message, key))) return { ok: false, reason: 'bad-signature' };
	const bundle = readJson(message.payload);
	// The same key signs personal codes, whose payload is no JSON.
	if (bundle?.format !== 1) return { ok: false, reason: 'other-format' };
	return { ok: true, bundle: bundle as GateBundle };
}

function readBase64(text: string): Uint8Array {
	try {
		return fromBase64(text.trim());
	} catch {
		return new Uint8Array();
	}
}

function readJson(payload: Uint8Array): { format?: unknown } | undefined {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
	} catch {
		return undefined;
	}
}

/** The bundle's list of restricted people: hashes in hexadecimal, sorted and written as base64. */
export function packHashes(hashes: readonly string[]): string {
	const all = [...new Set(hashes)].sort().join('');
	let bytes = '';
	for (let at = 0; at < all.length; at += 2) bytes += String.fromCharCode(Number.parseInt(all.slice(at, at + 2), 16));
	return btoa(bytes);
}

const unpacked = new WeakMap<GateBundle, Uint8Array>();

/** Whether a person (by `hashPerson`) is stopped at every door. A few steps, however many are. */
export function isRestricted(bundle: GateBundle, person: string): boolean {
	let bytes = unpacked.get(bundle);
	if (!bytes) unpacked.set(bundle, (bytes = fromBase64(bundle.restricted)));
	let [low, high] = [0, bytes.length / personHashLength];
	while (low < high) {
		const middle = (low + high) >> 1;
		const found = toHex(bytes.subarray(middle * personHashLength, (middle + 1) * personHashLength));
		if (found === person) return true;
		if (found < person) low = middle + 1;
		else high = middle;
	}
	return false;
}

/** What was given back of a person's codes: all of them before a moment, single cards. */
export const revocationsOf = (bundle: GateBundle, person: string): GateBundle['revoked'] =>
	findAll(bundle.revoked, person);

/** What stands of somebody with a printed card of the place. */
export const memberOf = (bundle: GateBundle, person: string): GateBundle['members'][number] | undefined =>
	findAll(bundle.members, person)[0];

/** The lists are sorted by person. */
function findAll<Entry extends { person: string }>(entries: readonly Entry[], person: string): Entry[] {
	let [low, high] = [0, entries.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (entries[middle]!.person < person) low = middle + 1;
		else high = middle;
	}
	let end = low;
	while (entries[end]?.person === person) end++;
	return entries.slice(low, end);
}
