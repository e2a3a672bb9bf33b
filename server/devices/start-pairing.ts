import Type from 'typebox';
import { getPlaces, listGates, managing } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { pairingUrl } from '#shared/codes/pairing-code';
import { displayPlaceCode, newPlaceCode } from '#shared/codes/place-code';
import { Gate, Moment } from './fields.ts';
import { countDevices, insertPairing } from './queries.ts';

export const pairingMinutes = 10;
export const devicesMax = 100;

/** What a pairing code is found by: a keyed hash, since its letters are few enough to be tried out on a stolen table. */
export const pairingKind = 'pairing code';

export const startPairing = operation({
	name: 'devices.start-pairing',
	summary: {
		vi: 'Tạo mã ghép một điện thoại làm máy ở một cổng: dùng một lần, trong mười phút',
		en: 'Makes a code by which a phone becomes the device of a gate: once, within ten minutes',
	},
	who: managing,
	input: Type.Object({ place: Id, gate: Gate }, { additionalProperties: false }),
	output: Type.Object({
		url: Type.String({ description: 'For a QR code; what follows # never reaches a server or its logs' }),
		letters: Type.String({ description: 'To be typed by hand: K7QF-2M9X-4' }),
		gate: Gate,
		gateName: Type.String(),
		expiresAt: Moment,
	}),
	personal: 'records',
	limits: [{ what: 'place', by: ({ place }) => place, limit: { count: 200, seconds: 3_600 } }],
	run: async ({ db, now, platform }, { place: placeId, gate }) => {
		const place = (await getPlaces(db, [placeId])).get(placeId);
		if (!place || place.isClosed) throw new Problem('place-not-found', { field: 'place' });
		const found = (await listGates(db, placeId)).find((one) => one.gate === gate && !one.isClosed);
		if (!found) throw new Problem('not-found', { field: 'gate' });
		const { devices } = await db.one(countDevices(placeId));
		if (devices >= devicesMax) throw new Problem('too-many-devices');
		const code = newPlaceCode();
		const expiresAt = new Date(now.getTime() + pairingMinutes * 60_000);
		await db.run(insertPairing({ codeHash: platform.keys.hash(pairingKind, code), placeId, gate, expiresAt }));
		return {
			url: pairingUrl(platform.config.origin, code),
			letters: displayPlaceCode(code),
			gate,
			gateName: found.name,
			expiresAt: expiresAt.toISOString(),
		};
	},
});
