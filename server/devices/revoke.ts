import Type from 'typebox';
import { managing } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { revokeDevice } from './queries.ts';
import { forgetDevice } from './resolve-device.ts';

export const revoke = operation({
	name: 'devices.revoke',
	summary: {
		vi: 'Thu quyền một máy ở cổng: hết hiệu lực ngay, ở máy chủ khác trong mười giây',
		en: 'Revokes a gate device: at once, on other servers within ten seconds',
	},
	who: managing,
	input: Type.Object({ place: Id, device: Id }, { additionalProperties: false }),
	output: Type.Object({ device: Id }),
	personal: 'records',
	run: async ({ db, now, afterCommit }, { place, device }) => {
		if (!(await db.run(revokeDevice(place, device, now)))) throw new Problem('not-found', { field: 'device' });
		afterCommit(() => forgetDevice(device));
		return { device };
	},
});
