import { p256 } from '#shared/codes/cose';
import { readPersonalCode } from '#shared/codes/personal-code';
import { type TrustList, trustListOf } from '#shared/codes/trust-list';
import type { GateBundle } from '#shared/gate/bundle';
import type { Pairing } from './store.ts';

/** A bundle that was verified, with its keys ready for use. */
export interface HeldBundle {
	bundle: GateBundle;
	/** For `readPersonalCode`. */
	codeKeys: Parameters<typeof readPersonalCode>[1];
	trustList: TrustList;
}

export async function holdBundle(bundle: GateBundle): Promise<HeldBundle> {
	const keys = bundle.codeKeys.map(
		async ({ keyId, key }) => [keyId, await crypto.subtle.importKey('jwk', key, p256, false, ['verify'])] as const,
	);
	return { bundle, codeKeys: new Map(await Promise.all(keys)), trustList: trustListOf(bundle.trustList) };
}

/** Whether a bundle just fetched may take the place of the one on the device: for this device, and no older. */
export const mayReplace = (next: GateBundle, held: GateBundle | undefined, { device }: Pairing): boolean =>
	next.format === 1 && next.device.id === device && (!held || next.issuedAt >= held.issuedAt);

/** How old a bundle is by the corrected clock, and whether the gate may still say "valid". */
export function ageOf({ issuedAt, hoursMax }: GateBundle, now: Date): { minutes: number; isTooOld: boolean } {
	const minutes = Math.max(0, (now.getTime() - Date.parse(issuedAt)) / 60_000);
	return { minutes: Math.floor(minutes), isTooOld: minutes > hoursMax * 60 };
}
