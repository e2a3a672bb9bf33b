import Type from 'typebox';
import { findArea } from '#areas';
import { endAreaRole } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { role } from '#platform/who';
import { AreaId } from './appoint-registrar.ts';

export const dismissRegistrar = operation({
	name: 'registrations.dismiss-registrar',
	summary: {
		vi: 'Thôi cho một tài khoản đăng ký hàng loạt trong một địa bàn',
		en: 'Takes the right to register many places in an area away',
	},
	who: role(['administrator']),
	input: Type.Object({ account: Id, area: AreaId }, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'records',
	run: async (context, { account, area: areaId }) => {
		const area = await findArea(context.db, areaId);
		const isEnded =
			area && (await endAreaRole(context, { accountId: account, name: 'registrar', areaPath: area.path }));
		if (!isEnded) throw new Problem('not-found', { field: 'account' });
		return {};
	},
});
