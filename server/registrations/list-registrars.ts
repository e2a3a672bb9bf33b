import Type from 'typebox';
import { getAreas } from '#areas';
import { listAreaRoles, listPhones } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { role } from '#platform/who';
import { displayPhone } from '#shared/phone';

export const listRegistrars = operation({
	name: 'registrations.list-registrars',
	summary: {
		vi: 'Những số điện thoại được đăng ký hàng loạt, theo địa bàn',
		en: 'The phone numbers that may register many places, by area',
	},
	who: role(['administrator']),
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		registrars: Type.Array(
			Type.Object({
				account: Id,
				phone: Type.String(),
				area: Type.Integer(),
				areaName: Type.Object({ vi: Type.String(), en: Type.String() }),
				since: Type.String({ format: 'date-time' }),
			}),
		),
	}),
	personal: 'reads',
	run: async ({ db, platform }) => {
		const held = await listAreaRoles(db, 'registrar');
		const phones = await listPhones({ db, keys: platform.keys }, [...new Set(held.map(({ accountId }) => accountId))]);
		const idOf = (path: string) => Number(path.split('.').at(-1));
		const areas = await getAreas(
			db,
			held.map(({ areaPath }) => idOf(areaPath)),
		);
		return {
			registrars: held.map(({ accountId, areaPath, givenAt }) => ({
				account: accountId,
				phone: displayPhone(phones.get(accountId)!),
				area: idOf(areaPath),
				areaName: areas.get(idOf(areaPath))!.fullName,
				since: givenAt.toISOString(),
			})),
		};
	},
});
