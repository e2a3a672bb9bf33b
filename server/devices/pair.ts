import Type from 'typebox';
import { publicKeyOf } from '#declarations';
import { getPlaces, listGates } from '#places';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { hashToken, newToken } from '#platform/token';
import { anyone } from '#platform/who';
import { readPlaceCode } from '#shared/codes/place-code';
import { DeviceName, Gate, readDeviceName } from './fields.ts';
import { countDevices, findPairing, insertDevice, usePairing } from './queries.ts';
import { newDeviceToken } from './resolve-device.ts';
import { devicesMax, pairingKind } from './start-pairing.ts';

export const pair = operation({
	name: 'devices.pair',
	summary: {
		vi: 'Điện thoại này trở thành máy ở cổng mà mã ghép nêu, với quyền riêng có thể thu lại',
		en: 'This phone becomes the device of the gate a pairing code names, with a credential of its own',
	},
	who: anyone,
	input: Type.Object(
		{
			code: Type.String({ maxLength: 40, description: 'As scanned or typed' }),
			name: DeviceName,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		device: Id,
		token: Type.String({ description: 'Told once: what the device signs in with' }),
		place: Id,
		gate: Gate,
		bundleKeys: Type.Array(Type.Object({ keyId: Type.String(), key: Type.Unknown() }), {
			description: 'Public keys under which the first bundle may be signed',
		}),
	}),
	personal: 'records',
	limits: [{ what: 'address', by: (_input, { address }) => address, limit: { count: 20, seconds: 600 } }],
	run: async ({ db, now, platform }, { code, name: written }) => {
		const name = readDeviceName(written);
		const read = readPlaceCode(code);
		if (!read) throw new Problem('pairing-code-wrong', { field: 'code' });
		const codeHash = platform.keys.hash(pairingKind, read);
		const found = await db.find(usePairing(codeHash, now));
		if (!found) {
			const isOver = await db.find(findPairing(codeHash));
			throw new Problem(isOver ? 'pairing-code-over' : 'pairing-code-wrong', { field: 'code' });
		}
		const { place_id: placeId, gate } = found;
		const place = (await getPlaces(db, [placeId])).get(placeId);
		if (!place || place.isClosed) throw new Problem('place-not-found');
		const isOpen = (await listGates(db, placeId)).some((one) => one.gate === gate && !one.isClosed);
		if (!isOpen) throw new Problem('pairing-code-over', { field: 'code' });
		const { devices } = await db.one(countDevices(placeId));
		if (devices >= devicesMax) throw new Problem('too-many-devices');
		const token = newDeviceToken(newToken());
		const deviceId = newId();
		await db.run(insertDevice({ deviceId, placeId, gate, name, tokenHash: hashToken(token), now }));
		return { device: deviceId, token, place: placeId, gate, bundleKeys: [await publicKeyOf(platform)] };
	},
});
