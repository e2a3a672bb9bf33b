import { publicKeyOf, signerOf } from '#declarations';
import { getBundle, pair, recordCards, recordScans, resolveDevice, startPairing } from '#devices';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { p256 } from '#shared/codes/cose';
import { issuePersonalCode } from '#shared/codes/personal-code';
import { openBundle } from '#shared/gate/open-bundle';
import type { SealedCard } from '#shared/gate/scan';
import { importSealKey, sealCard } from '#shared/gate/sealed-card';
import { at, type Door, openDoor } from './door.ts';
import { as } from './people.ts';

/** A device at the gate of the door's café. */
export async function pairDevice(
	door: Pick<Door, 'platform' | 'place' | 'manager'>,
	name = 'Máy cổng trước',
	gate = 1,
) {
	const { platform, place, manager } = door;
	const { letters } = await call(platform, startPairing, await manager.caller(), { place, gate });
	// From an address of its own: those who try out codes from one are stopped.
	const from = as({ kind: 'anyone' }, `pairing ${letters}`);
	const { token, device } = await call(platform, pair, from, { code: letters, name });
	return {
		token,
		device,
		/** Who the device is to Vaora at this moment. Throws when it was revoked. */
		caller: async () => as((await resolveDevice(platform, token)) ?? { kind: 'anyone' }),
	};
}

/** A door with a device at it. */
export async function openGate() {
	const door = await openDoor();
	const { platform } = door;
	const device = await pairDevice(door);
	type Device = Pick<typeof device, 'caller'>;
	const clock = () => platform.clock.now().toISOString();
	const status = (change: object = {}) => ({ clock: clock(), queued: 0, version: '1', ...change });

	/** A signed code of somebody, green for three days. */
	async function codeOf(personId: string): Promise<string> {
		const [issuedAt, expiresAt] = [new Date(at('07:00:00')), new Date('2026-11-27T07:00:00+07:00')];
		return issuePersonalCode(
			{ personId, kind: 'static', level: 'green', issuedAt, expiresAt },
			await signerOf(platform),
		);
	}

	/** What a device sends of somebody who showed a code. */
	async function scanOf(person: string, change: object = {}) {
		const who = { kind: 'code' as const, person, code: await codeOf(person) };
		const shown = { direction: 'in' as const, shown: 'green' as const, reasons: [] };
		return { id: newUuid(), at: clock(), ...shown, who, ...change };
	}

	/** The bundle as a device opens it. */
	async function bundle(by: Device = device) {
		const signed = await call(platform, getBundle, await by.caller(), {});
		const { keyId, key } = await publicKeyOf(platform);
		const keys = new Map([[keyId, await crypto.subtle.importKey('jwk', key, p256, false, ['verify'])]]);
		const opened = await openBundle(signed.bundle, keys);
		if (!opened.ok) throw new Error(opened.reason);
		return opened.bundle;
	}

	const { sealTo } = await bundle();
	async function seal(card: SealedCard): Promise<string> {
		return sealCard(card, { keyId: sealTo.keyId, key: await importSealKey(sealTo.key) });
	}

	/** What a device sends of somebody who showed a card. */
	async function cardOf(card: SealedCard, change: object = {}) {
		const who = { kind: 'sealed' as const, sealed: await seal(card) };
		const shown = { direction: 'in' as const, shown: 'amber' as const, reasons: ['cannot-look-up'] };
		return { id: newUuid(), at: clock(), ...shown, who, ...change };
	}

	type Scan = Awaited<ReturnType<typeof scanOf>>;
	const send = async (scans: Scan[], change: object = {}, by: Device = device) =>
		call(platform, recordScans, await by.caller(), { status: status({ queued: scans.length, ...change }), scans });

	type CardScan = Awaited<ReturnType<typeof cardOf>>;
	const sendCards = async (scans: CardScan[], change: object = {}) =>
		call(platform, recordCards, await device.caller(), { status: status(change), scans });

	return { door, platform, device, status, codeOf, scanOf, bundle, seal, cardOf, send, sendCards };
}
export type Gate = Awaited<ReturnType<typeof openGate>>;
