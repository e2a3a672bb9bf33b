import Type from 'typebox';
import { listPhones, listRoles } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { displayPhone } from '#shared/phone';
import { Moment, managing } from './fields.ts';

export const listControllers = operation({
	name: 'places.list-controllers',
	summary: {
		vi: 'Những người kiểm soát của một địa điểm, theo số điện thoại người quản lý đã thêm',
		en: 'The controllers of a place, by the phone numbers its manager added',
	},
	who: managing,
	input: Type.Object({ place: Id }, { additionalProperties: false }),
	output: Type.Object({
		controllers: Type.Array(Type.Object({ account: Id, phone: Type.String(), addedAt: Moment })),
	}),
	personal: 'reads',
	purpose: () => 'place-management',
	run: async ({ db, platform: { keys } }, { place }) => {
		const controllers = (await listRoles(db, place)).filter(({ name }) => name === 'controller');
		const phones = await listPhones(
			{ db, keys },
			controllers.map(({ accountId }) => accountId),
		);
		return {
			controllers: controllers.map(({ accountId, givenAt }) => ({
				account: accountId,
				phone: displayPhone(phones.get(accountId) ?? ''),
				addedAt: givenAt.toISOString(),
			})),
		};
	},
});
