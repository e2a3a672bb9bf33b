import type { GateBundle } from '#shared/gate/bundle';
import type { EntryVerdict } from '#shared/gate/judge-entry';
import type { ScannedPerson } from '#shared/gate/scan';
import type { Text } from '#shared/language';

/** What the screen of a gate works with: everything behind it works without a network. Made by `openGate`. */
export interface Gate {
	readonly state: GateState;
	/** Calls back at every change of the state; returns what ends that. */
	watch(changed: (state: GateState) => void): () => void;
	/** Becomes the gate device a pairing code names. Throws a `GateFault` in words. */
	pair(code: string, name: string): Promise<void>;
	/**
	 * What a scanned or typed text is, and what follows from it; never throws for what a person may show. With `both`, who
	 * went in at this device and has not come out goes out, and everybody else goes in.
	 */
	read(text: string, how: 'camera' | 'typed' | 'nfc', direction: Direction | 'both'): Promise<Reading>;
	/** Keeps one action of one or many people on the device, to be sent; resolves when it is safe on the disk. */
	record(action: Action): Promise<void>;
	/** Keeps the people of a group that is being gathered, until it is recorded or dropped. */
	gather(people: readonly Gathered[]): Promise<void>;
	/** Takes back the last action while it waits on the device; says whether it was in time. */
	undo(): Promise<boolean>;
	/** Sends what waits and fetches a new bundle, now. */
	sync(): Promise<void>;
	/** An operation that needs the network (a phone number's code, khai hộ, who is inside). Throws a `GateFault`. */
	ask<Output>(operation: string, input: object): Promise<Output>;
	/** The guard has read why these scans were refused. */
	dismiss(ids: readonly string[]): Promise<void>;
	/** Loads the new version; what waits stays on the device. */
	update(): Promise<void>;
	/** Forgets the pairing; what still waits is sent first, and kept if it cannot be. */
	leave(): Promise<void>;
}

export type Direction = 'in' | 'out';

export interface GateState {
	pairing: 'none' | 'paired' | 'revoked';
	bundle?: GateBundle;
	/** How old the bundle is; past its `hoursMax` the gate is degraded. */
	bundleAgeMinutes: number;
	isDegraded: boolean;
	isOnline: boolean;
	/** Scans that wait on this device. */
	queued: number;
	lastSyncAt?: Date;
	/** What the server's clock is ahead of this device's, in seconds. */
	skewSeconds: number;
	/** People inside as far as this device knows. */
	inside?: number;
	/** Why the last sending failed, for the screen. */
	trouble?: Text;
	/** Scans the server will never take, the newest first, each with its reason: listed until the guard dismisses them. */
	refused: readonly RefusedAction[];
	/** The group that went in last and has not gone out as one; it survives a restart. */
	lastGroup: readonly ScannedPerson[];
	/** A group that was being gathered when the page was closed. */
	gathered: readonly Gathered[];
	/** A new version is on the device; `Gate.update` loads it when the guard has a moment. */
	isUpdateReady: boolean;
}

export interface RefusedAction {
	id: string;
	/** By the device's clock, ISO 8601. */
	at: string;
	direction: Direction;
	words: Text;
}

/** What was read. A fault is told in words; a person brings a verdict. */
export type Reading =
	| {
			kind: 'fault';
			words: Text;
			advice?: Text;
			/** In place of "not read": what it was. */
			word?: Text;
			/** It was somebody's code: they may still come in, by a declaration made here or a code to their phone. */
			isPerson?: true;
	  }
	| {
			kind: 'person';
			who: ScannedPerson;
			/** Which way it was judged for: the one asked for, or what `both` comes to. */
			direction: Direction;
			/** What the guard may see to compare: masked name of a card, `paper code`, nothing of a signed code. */
			hint?: Text;
			verdict: EntryVerdict;
			reasons: readonly { code: string; words: Text }[];
			/** The same code was read here moments ago. */
			isRepeat: boolean;
			/** What a card says, to fill in khai hộ with; never kept. */
			prefill?: Record<string, string>;
	  };

export type PersonReading = Extract<Reading, { kind: 'person' }>;

/** Somebody in a group that is not recorded yet. */
export interface Gathered {
	reading: PersonReading;
	isOverruled: boolean;
}

export interface Action {
	direction: Direction;
	people: readonly { reading: PersonReading; overrule?: boolean; seat?: string }[];
	trip?: string;
	/** They go through as one: a group that went in is remembered for its way out, and one that goes out is forgotten. */
	isGroup?: boolean;
}

/** Something that did not work, in words for the guard. */
export class GateFault extends Error {
	readonly words: Text;
	/** The code of the server's Problem, and what is wrong with which field; absent where nothing was reached. */
	readonly code?: string;
	readonly fields: readonly { field: string; text?: Text }[];

	constructor(words: Text, options: ErrorOptions & Partial<Pick<GateFault, 'code' | 'fields'>> = {}) {
		super(words.en, options);
		this.words = words;
		this.code = options.code;
		this.fields = options.fields ?? [];
	}
}
