import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { GateScan } from '#shared/gate/scan';
import type { Text } from '#shared/language';
import type { Clock } from './clock.ts';
import type { KeptGroup } from './gathered.ts';
import type { LastGroup } from './last-group.ts';

/** What a device of a gate keeps on its disk. */
export interface GateTables extends DBSchema {
	/** Single things by their names. */
	kept: { key: keyof Kept; value: Kept[keyof Kept] };
	/** What waits to be sent, in its order. */
	queue: { key: number; value: WaitingScan; indexes: { direction: string } };
	/** What the server will never take. */
	refused: { key: number; value: RefusedScan };
	/** Who this device let in and not out again, by a keyed hash only this device can work out. */
	inside: { key: string; value: Inside };
}

export type Store = IDBPDatabase<GateTables>;

export interface Kept {
	pairing: Pairing;
	/** The newest bundle as it was signed, and the keys that were pinned when it came. */
	bundle: { signed: string; signers: Pairing['bundleKeys'] };
	clock: Clock;
	lastSyncAt: number;
	/** The last of the scans under way to the server: it and those before it can no longer be taken back. */
	sending: number;
	/** Who sends, where a browser has no locks between its tabs. */
	lease: { holder: string; until: number };
	/** The key of the hashes in `inside`. It cannot leave the browser. */
	ownKey: CryptoKey;
	lastGroup: LastGroup;
	gathered: KeptGroup;
}

export interface Pairing {
	device: string;
	token: string;
	place: string;
	gate: number;
	/** Public keys under which the next bundle may be signed. */
	bundleKeys: { keyId: string; key: JsonWebKey }[];
	/** The device was paired and no longer is, by its own guard or by the place's manager. */
	isOver?: 'left' | 'revoked';
}

export interface WaitingScan {
	/** Given by the store when it is kept. */
	order: number;
	scan: GateScan;
}

export interface RefusedScan {
	order: number;
	scan: GateScan;
	words: Text;
}

export interface Inside {
	who: string;
	/** When they went in, by the device's own clock. */
	at: number;
}

const version = 1;

/** Opens the device's store; `name` is another one's in tests. */
export function openStore(name = 'vaora-gate'): Promise<Store> {
	return openDB<GateTables>(name, version, {
		upgrade(store) {
			store.createObjectStore('kept');
			const queue = store.createObjectStore('queue', { keyPath: 'order', autoIncrement: true });
			queue.createIndex('direction', 'scan.direction');
			store.createObjectStore('refused', { keyPath: 'order' });
			store.createObjectStore('inside', { keyPath: 'who' });
		},
		/** A newer page waits for this one to let go. */
		blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
	});
}

/** Gives one of the single things kept. */
export const readKept = <Name extends keyof Kept>(store: Store, name: Name): Promise<Kept[Name] | undefined> =>
	store.get('kept', name) as Promise<Kept[Name] | undefined>;

/** Keeps one of the single things; resolves when it is on the disk. */
export async function keep<Name extends keyof Kept>(store: Store, name: Name, value: Kept[Name]): Promise<void> {
	const writing = store.transaction('kept', 'readwrite', { durability: 'strict' });
	await Promise.all([writing.store.put(value, name), writing.done]);
}
