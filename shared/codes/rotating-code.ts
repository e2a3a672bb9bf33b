import { decodeBase45, encodeBase45 } from './base45.ts';
import { hashOn, linkLength } from './hash-chain.ts';

/**
 * A code that changes by the minute and needs no network for it, neither on the phone nor at the gate. The phone draws a
 * secret and hashes it on and on: the last link, the anchor, is signed with the code. In each slot the phone shows the
 * link before the one it showed last. Whoever sees a link can hash it to the anchor, and so counts which slot it is of;
 * nobody can work out the link of a later slot from it.
 */
export const slotMilliseconds = 60_000;
/** Fourteen days: what a gate may have to hash for one code, 30 ms on a laptop. */
export const slotsMax = 20_160;

/** The phone's secret. */
export interface Chain {
	/** Sixteen random bytes. */
	seed: Uint8Array;
	/** How many slots it lasts, `slotsMax` at most. */
	slots: number;
}

export const newSeed = (): Uint8Array => crypto.getRandomValues(new Uint8Array(linkLength));

/** What is signed with the code. */
export const anchorOf = ({ seed, slots }: Chain): Uint8Array => hashOn(seed, slots);

/** The slot of a moment; slots are counted from when the code was issued. */
export const slotAt = (now: Date, issuedAt: Date): number =>
	Math.floor((now.getTime() - issuedAt.getTime()) / slotMilliseconds);

/** The code as it is shown in a slot; undefined before the first one and after the last. `code` is as it was issued. */
export function showSlot(code: string, { seed, slots }: Chain, slot: number): string | undefined {
	const bodyAt = code.indexOf(':') + 1;
	const signed = decodeBase45(code.slice(bodyAt));
	if (!signed || slot < 0 || slot >= slots) return undefined;
	const link = hashOn(seed, slots - 1 - slot);
	return code.slice(0, bodyAt) + encodeBase45(putBeside(signed, link));
}

/**
 * Puts the link into the part of a COSE_Sign1 that its signature does not cover: a tag, an array, the protected header as
 * a short byte string, then this part, empty until now. Done by hand, so that a phone need not load a CBOR library.
 */
function putBeside(signed: Uint8Array, link: Uint8Array): Uint8Array {
	const at = 3 + (signed[2]! & 31);
	return Uint8Array.from([...signed.slice(0, at), ...besideHead, ...link, ...signed.slice(at + 1)]);
}

/** A map of one entry: label -65537, a byte string of sixteen. */
const besideHead = [0xa1, 0x3a, 0x00, 0x01, 0x00, 0x00, 0x40 + linkLength];
