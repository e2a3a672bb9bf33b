import Type from 'typebox';
import { accountByPhone, giveRole, listRoles } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { managing, Phone } from './fields.ts';
import { lockPlace } from './queries.ts';

const controllersMax = 200;

export const addController = operation({
	name: 'places.add-controller',
	summary: {
		vi: 'Thêm người kiểm soát (lễ tân, bảo vệ) bằng số điện thoại; người đó đăng nhập bằng số này',
		en: 'Adds a controller (reception, guard) by phone number; they sign in with that number',
	},
	who: managing,
	input: Type.Object({ place: Id, phone: Phone }, { additionalProperties: false }),
	output: Type.Object({ account: Id }),
	personal: 'records',
	limits: [{ what: 'place', by: (input) => input.place, limit: { count: 300, seconds: 86_400 } }],
	run: async (context, { place: placeId, phone }) => {
		const { db, now, platform } = context;
		const { keys } = platform;
		const place = await db.find(lockPlace(placeId));
		if (!place || place.closed_at) throw new Problem('place-not-found', { field: 'place' });
		const accountId = await accountByPhone({ db, keys, now }, phone);
		const controllers = (await listRoles(db, placeId)).filter(({ name }) => name === 'controller');
		if (controllers.length >= controllersMax) throw new Problem('invalid-input', { field: 'phone' });
		const isNew = await giveRole(context, { accountId, name: 'controller', placeId });
		if (!isNew) throw new Problem('role-already-given', { field: 'phone' });
		return { account: accountId };
	},
});
