import { p256 } from '#shared/codes/cose';
import type { readPersonalCode } from '#shared/codes/personal-code';
import { type TrustList, trustListOf } from '#shared/codes/trust-list';
import type { GateBundle } from '#shared/gate/bundle';
import { openBundle } from '#shared/gate/open-bundle';
import { importSealKey, type SealKey } from '#shared/gate/sealed-card';
import type { Text } from '#shared/language';
import { GateFault } from '#web/gate/gate.ts';
import { keep, type Pairing, readKept, type Store } from './store.ts';

/** A bundle that was verified, with its keys ready for use. */
export interface HeldBundle {
	bundle: GateBundle;
	codeKeys: Keys;
	sealTo: SealKey;
	trustList: TrustList;
}

type Keys = Parameters<typeof readPersonalCode>[1];
type KeptKeys = GateBundle['bundleKeys'];

/** The bundle on the disk; undefined when there is none, or somebody changed it there. */
export async function readHeld(store: Store): Promise<HeldBundle | undefined> {
	const kept = await readKept(store, 'bundle');
	const opened = kept && (await openBundle(kept.signed, await importKeys(kept.signers)));
	return opened?.ok ? hold(opened.bundle) : undefined;
}

/**
 * Takes a bundle just fetched in place of the one held, if a pinned key signed it, it is for this device and no older; it
 * then says which keys may sign the next one. Throws a `GateFault` in words otherwise: the one held stays.
 */
export async function takeBundle(
	store: Store,
	{ signed, pairing, held }: { signed: string; pairing: Pairing; held: GateBundle | undefined },
): Promise<{ held: HeldBundle; pairing: Pairing }> {
	const opened = await openBundle(signed, await importKeys(pairing.bundleKeys));
	if (!opened.ok) throw new GateFault(opened.reason === 'other-format' ? newerFormat : notGenuine);
	const { bundle } = opened;
	if (bundle.device.id !== pairing.device || (held && bundle.issuedAt < held.issuedAt)) throw new GateFault(notGenuine);
	await keep(store, 'bundle', { signed, signers: pairing.bundleKeys });
	// Its manager may have moved it to another gate of the place.
	const next = { ...pairing, gate: bundle.device.gate, bundleKeys: bundle.bundleKeys };
	await keep(store, 'pairing', next);
	return { held: await hold(bundle), pairing: next };
}

/** How old a bundle is by the corrected clock, and whether the gate may still say "valid". */
export function ageOf({ issuedAt, hoursMax }: GateBundle, now: Date): { minutes: number; isTooOld: boolean } {
	const minutes = Math.max(0, (now.getTime() - Date.parse(issuedAt)) / 60_000);
	return { minutes: Math.floor(minutes), isTooOld: minutes > hoursMax * 60 };
}

export async function hold(bundle: GateBundle): Promise<HeldBundle> {
	const { keyId, key } = bundle.sealTo;
	return {
		bundle,
		codeKeys: await importKeys(bundle.codeKeys),
		sealTo: { keyId, key: await importSealKey(key) },
		trustList: trustListOf(bundle.trustList),
	};
}

async function importKeys(keys: KeptKeys): Promise<Map<string, CryptoKey>> {
	const imported = keys.map(
		async ({ keyId, key }) => [keyId, await crypto.subtle.importKey('jwk', key, p256, false, ['verify'])] as const,
	);
	return new Map(await Promise.all(imported));
}

const notGenuine: Text = {
	vi: 'Dữ liệu từ máy chủ không đúng chữ ký hoặc không phải của máy này. Máy giữ dữ liệu cũ; hãy báo người quản lý.',
	en: 'What the server sent is not signed rightly or not for this device. The device keeps what it has; tell the manager.',
};

const newerFormat: Text = {
	vi: 'Máy chủ đã có phiên bản mới. Hãy tải lại trang này.',
	en: 'The server has a new version. Reload this page.',
};
