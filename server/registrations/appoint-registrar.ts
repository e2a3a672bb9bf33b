import Type from 'typebox';
import { findArea } from '#areas';
import { accountByPhone, giveAreaRole } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyOf, role, system } from '#platform/who';

export const AreaId = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

export const appointRegistrar = operation({
	name: 'registrations.appoint-registrar',
	summary: {
		vi: 'Cho một số điện thoại quyền đăng ký hàng loạt trong một địa bàn',
		en: 'Gives a phone number the right to register many places in an area',
	},
	who: anyOf(role(['administrator']), system),
	input: Type.Object(
		{ phone: Type.String({ minLength: 8, maxLength: 30 }), area: AreaId },
		{ additionalProperties: false },
	),
	output: Type.Object({ account: Id }),
	personal: 'records',
	run: async (context, { phone, area: areaId }) => {
		const { db, now, platform } = context;
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'area' });
		const account = await accountByPhone({ db, keys: platform.keys, now }, phone);
		const isNew = await giveAreaRole(context, { accountId: account, name: 'registrar', areaPath: area.path });
		if (!isNew) throw new Problem('role-already-given', { field: 'phone' });
		return { account };
	},
});
