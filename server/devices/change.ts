import Type from 'typebox';
import { listGates, managing } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { DeviceName, Gate, readDeviceName } from './fields.ts';
import { updateDevice } from './queries.ts';
import { forgetDevice } from './resolve-device.ts';

export const change = operation({
	name: 'devices.change',
	summary: {
		vi: 'Đổi tên một máy ở cổng, hoặc chuyển sang cổng khác của cùng địa điểm',
		en: 'Renames a gate device, or moves it to another gate of the same place',
	},
	who: managing,
	input: Type.Object({ place: Id, device: Id, name: DeviceName, gate: Gate }, { additionalProperties: false }),
	output: Type.Object({ device: Id }),
	personal: 'none',
	run: async ({ db, afterCommit }, { place, device, name: written, gate }) => {
		const name = readDeviceName(written);
		const isOpen = (await listGates(db, place)).some((one) => one.gate === gate && !one.isClosed);
		if (!isOpen) throw new Problem('not-found', { field: 'gate' });
		if (!(await db.run(updateDevice({ placeId: place, deviceId: device, name, gate }))))
			throw new Problem('not-found', { field: 'device' });
		afterCommit(() => forgetDevice(device));
		return { device };
	},
});
