import type { Db } from '#platform/db';
import type { Platform } from '#platform/platform';
import { keyIdOf } from '#shared/codes/cose';
import { toHex } from '#shared/codes/personal-code';
import { importUnsealKey, newSealKey } from '#shared/gate/sealed-card';
import { insertFirstSealKey, selectSealKeys } from './queries.ts';

interface SealKeys {
	/** The public half of the newest, for devices. */
	sealTo: { keyId: string; key: JsonWebKey };
	/** The private halves by their ids: a card may have waited on a device since before the newest was made. */
	unsealKeys: Map<string, CryptoKey>;
}

const opened = new WeakMap<Platform['keys'], Promise<SealKeys>>();

/** The keys cards are sealed to. */
export function sealKeysOf({ keys, db }: Pick<Platform, 'keys' | 'db'>): Promise<SealKeys> {
	let found = opened.get(keys);
	if (!found) {
		opened.set(keys, (found = openKeys({ keys, db })));
		// The database may have been away.
		found.catch(() => opened.delete(keys));
	}
	return found;
}

async function openKeys({ keys, db }: Pick<Platform, 'keys' | 'db'>): Promise<SealKeys> {
	const unsealKeys: SealKeys['unsealKeys'] = new Map();
	let sealTo: SealKeys['sealTo'] | undefined;
	for (const { key_sealed } of await db.rows(selectSealKeys())) {
		const stored: JsonWebKey = JSON.parse(keys.decrypt(key_sealed));
		const { kty, crv, x, y } = stored;
		sealTo = { keyId: toHex(await keyIdOf(stored)), key: { kty, crv, x, y } as JsonWebKey };
		unsealKeys.set(sealTo.keyId, await importUnsealKey(stored));
	}
	if (!sealTo) throw new Error('there is no key to seal cards to');
	return { sealTo, unsealKeys };
}

/** Makes the first key on a new installation. */
export async function ensureSealKey({ keys, db }: { keys: Platform['keys']; db: Db }, now: Date): Promise<void> {
	if ((await db.rows(selectSealKeys())).length) return;
	await db.run(insertFirstSealKey(keys.encrypt(JSON.stringify(await newSealKey())), now));
}
