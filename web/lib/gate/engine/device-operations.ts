import type { EntryVerdict } from '#shared/gate/judge-entry';
import type { DeviceStatus, GateScan } from '#shared/gate/scan';
import type { Text } from '#shared/language';
import { type Ask, ServerFault } from './ask-server.ts';
import type { Pairing } from './store.ts';

/** Every answer says the server's time, and how many are inside where the server counts them. */
interface Answer {
	now: string;
	inside?: number;
}

/** What the server said of one scan: nothing, or the code of a Problem. */
export interface ScanAnswer {
	problem?: string;
}

/** What the server knows of whoever has a card. */
export interface CardAnswer {
	verdict: EntryVerdict;
	reasons: ({ code: string } & Text)[];
	/** `Nguyễn Văn ***` */
	maskedName: string;
	/** Nobody is known by it yet. */
	isNew: boolean;
}

/** The operations of the server's module `devices` a gate's device calls. Each throws a `ServerFault`. */
export interface DeviceOperations {
	pair(code: string, name: string): Promise<Pick<Pairing, 'device' | 'token' | 'place' | 'gate' | 'bundleKeys'>>;
	/** The bundle as `openBundle` takes it. */
	getBundle(status: DeviceStatus): Promise<Answer & { bundle: string }>;
	/** All of one kind: signed codes, or sealed cards. One answer for each, in order. */
	record(status: DeviceStatus, scans: readonly GateScan[]): Promise<Answer & { answers: ScanAnswer[] }>;
	lookUp(sealed: string): Promise<CardAnswer>;
	checkCertificate(certificateId: string): Promise<{ isRevoked: boolean }>;
}

/** A card is looked up while somebody waits at the door. */
const lookUpTimeout = 3_000;
/** A hundred scans on a weak network. */
const recordTimeout = 30_000;

export const deviceOperations = (ask: Ask, token: string | undefined): DeviceOperations => ({
	pair: (code, name) => ask('devices.pair', { code, name }),
	getBundle: (status) => ask('devices.get-bundle', { status }, { token }),
	record: (status, scans) =>
		ask(
			scans[0]?.who.kind === 'sealed' ? 'devices.record-cards' : 'devices.record-scans',
			{ status, scans },
			{ token, timeoutMilliseconds: recordTimeout },
		),
	lookUp: (sealed) => ask('devices.look-up-card', { sealed }, { token, timeoutMilliseconds: lookUpTimeout }),
	// Asked by anybody: it is about a paper and not about this device.
	checkCertificate: (certificateId) =>
		ask('certificates.check-certificate', { certificateId }, { timeoutMilliseconds: lookUpTimeout }),
});

/** The server takes nothing from this device any more. */
export const saysRevoked = (error: unknown): boolean => error instanceof ServerFault && error.code === 'device-revoked';
