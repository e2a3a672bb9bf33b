import type { DeviceStatus, GateScan, SealedCard } from '#shared/gate/scan';
import { type Ask, type AskHow, ServerFault } from './ask-server.ts';
import type { Direction } from './gate.ts';
import type { LookedUp } from './read-person.ts';
import type { Pairing } from './store.ts';

/** What the server said of one scan. */
export type ScanAnswer = { problem?: string };

export interface RecordAnswer {
	now: string;
	answers: ScanAnswer[];
	inside?: number;
}

/** The operations a gate's device calls, by the names of the server's module `devices`. */
export interface DeviceOperations {
	pair(code: string, name: string): Promise<PairAnswer>;
	getBundle(status: DeviceStatus): Promise<{ now: string; bundle: string; inside?: number }>;
	/** All of one kind: signed codes, or sealed cards. */
	record(status: DeviceStatus, scans: readonly GateScan[]): Promise<RecordAnswer>;
	lookUp(card: SealedCard, direction: Direction): Promise<LookedUp & { now: string }>;
}

export interface PairAnswer extends Pick<Pairing, 'device' | 'token' | 'place' | 'gate' | 'bundleKeys'> {
	now: string;
}

/** A card is looked up while somebody waits at the door. */
const lookUpTimeout = 3_000;
/** A hundred scans on a weak network. */
const recordTimeout = 30_000;

export function deviceOperations(ask: Ask, token: string | undefined): DeviceOperations {
	const asDevice = <Output>(operation: string, input: object, how: AskHow = {}) =>
		ask<Output>(operation, input, { ...how, token });
	return {
		pair: (code, name) => ask('devices.pair', { code, name }),
		getBundle: (status) => asDevice('devices.get-bundle', { status }),
		record: (status, scans) =>
			asDevice(
				scans[0]?.who.kind === 'sealed' ? 'devices.record-cards' : 'devices.record-scans',
				{ status, scans },
				{ timeoutMilliseconds: recordTimeout },
			),
		lookUp: (card, direction) =>
			asDevice('devices.look-up-card', { card, direction }, { timeoutMilliseconds: lookUpTimeout }),
	};
}

/** The server takes nothing from this device any more. */
export const saysRevoked = (error: unknown): boolean => error instanceof ServerFault && error.code === 'device-revoked';
