import type { EntryVerdict } from './judge-entry.ts';

/** Somebody who went in or out at a gate, as its device keeps and sends it. */
export interface GateScan {
	/** A UUID made by the device: the same scan sent again is the same visit. */
	id: string;
	direction: 'in' | 'out';
	/** The device's clock, right or wrong, ISO 8601. */
	at: string;
	/**
	 * What the device then knew must be added to its clock, in whole seconds: somebody may put the clock right before it is
	 * online again. Absent, the server corrects by what the clock says when it sends.
	 */
	skewSeconds?: number;
	who: ScannedPerson;
	/** What was on the screen, and why. */
	shown: EntryVerdict;
	reasons: readonly string[];
	/** The guard let them in although the screen said stop. */
	overrule?: boolean;
	/** The bundle was past its age: the verdict said "degraded". */
	isDegraded?: boolean;
	trip?: string;
	seat?: string;
}

export type ScannedPerson =
	/** A signed code, verified on the device. The text goes along, for the server to verify a sample of them. */
	| { kind: 'code'; person: string; code: string }
	/** A card, or a number typed by hand, sealed to the server: the device keeps nothing anybody could read. */
	| { kind: 'sealed'; sealed: string };

/** What is sealed of a card: enough to find the person, or to make one who has not declared. */
export interface SealedCard {
	/** The signed code of a printed card whose place is another than the gate's. */
	code?: string;
	document?: string;
	formerDocument?: string;
	insurance?: string;
	/** The six characters of a personal number. */
	number?: string;
	fullName?: string;
	birthDate?: string;
	gender?: 'male' | 'female';
}

/** A device says this of itself each time it sends. */
export interface DeviceStatus {
	/** Its clock as it sends, ISO 8601. */
	clock: string;
	/** Scans that still wait on it, with those it sends now. */
	queued: number;
	/** 0 to 100, where the browser tells. */
	battery?: number;
	version: string;
	/** `issuedAt` of the bundle it decides by. */
	bundle?: string;
}
