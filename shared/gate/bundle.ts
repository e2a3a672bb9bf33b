import type { TrustedIssuer } from '../codes/trust-list.ts';
import type { Text } from '../language.ts';

/**
 * All a gate's device needs to decide without a network, as one signed document: a COSE_Sign1 whose payload is this as
 * JSON in UTF-8. People stand in it as keyed hashes of their random ids, so a device can ask whether a person it sees is
 * among them and can list nobody. Times are ISO 8601.
 */
export interface GateBundle {
	/** Changes when an older device could misread it. */
	format: 1;
	issuedAt: string;
	/** Older than this many hours the device says "degraded" in place of "valid". */
	hoursMax: number;
	/** What the declarations of a code issued before the bundle's last key change were signed with stays listed here. */
	codeKeys: { keyId: string; key: JsonWebKey }[];
	/** What the next bundle will be signed with. */
	bundleKeys: { keyId: string; key: JsonWebKey }[];
	/** The server's public key (P-256) to which a card that cannot be looked up offline is sealed. */
	sealTo: { keyId: string; key: JsonWebKey };
	device: { id: string; name: string; gate: number };
	place: {
		id: string;
		name: string;
		typeName: Text;
		areaName?: Text;
		isVehicle: boolean;
		/** People who may be inside at once. */
		capacity?: number;
		gates: { gate: number; name: string }[];
		/** Departures of a vehicle that board now: from a few hours ago to the next day. */
		trips: GateTrip[];
	};
	/** Key of the hashes below: base64url, 16 bytes. */
	salt: string;
	/** Who is stopped at every door: hashes in base64, five bytes each, sorted. */
	restricted: string;
	/** There are more than the list has room for: cordoned homes are then checked only with a network. */
	isRestrictedPartial?: true;
	/** People whose codes issued before a moment, or the one card named, were given back or lost: see `isRevoked`. */
	revoked: { person: string; before: string; card?: string }[];
	/** What stands of those who have a printed card of this place, which says nothing of health itself. */
	members: { person: string; level: 'green' | 'amber' | 'red'; validUntil: string }[];
	/** Whose health certificates hold. */
	trustList: readonly TrustedIssuer[];
}

export interface GateTrip {
	id: string;
	route: string;
	departsAt: string;
	/** Seat names, where the vehicle has numbered seats. */
	seats: string[];
}

/** A person in a bundle: the first five bytes of HMAC-SHA-256 of the random id under the bundle's salt, in hexadecimal. */
export async function hashPerson(salt: string, personId: string): Promise<string> {
	const key = await crypto.subtle.importKey('raw', fromBase64(salt), { name: 'HMAC', hash: 'SHA-256' }, false, [
		'sign',
	]);
	const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(personId));
	return [...new Uint8Array(mac, 0, personHashLength)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const personHashLength = 5;

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
