import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { lockRegistration, setState } from './queries.ts';
import { whoMade } from './registration.ts';

export const cancel = operation({
	name: 'registrations.cancel',
	summary: {
		vi: 'Dừng một lần đăng ký hàng loạt; những địa điểm đã đăng ký vẫn còn',
		en: 'Stops a registration of many places; those registered already stay',
	},
	who: whoMade,
	input: Type.Object({ registration: Id }, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'none',
	run: async ({ db, now }, { registration }) => {
		const row = await db.find(lockRegistration(registration));
		if (row?.state !== 'checked' && row?.state !== 'running') throw new Problem('conflict');
		await db.run(setState(registration, 'cancelled', now));
		return {};
	},
});
