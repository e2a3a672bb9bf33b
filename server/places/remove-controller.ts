import Type from 'typebox';
import { endRole } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { managing } from './fields.ts';

export const removeController = operation({
	name: 'places.remove-controller',
	summary: { vi: 'Thôi cho một người kiểm soát địa điểm', en: 'Takes a controller’s role at a place away' },
	who: managing,
	input: Type.Object({ place: Id, account: Id }, { additionalProperties: false }),
	output: Type.Object({ account: Id }),
	personal: 'records',
	run: async (context, { place: placeId, account: accountId }) => {
		const hadRole = await endRole(context, { accountId, name: 'controller', placeId });
		if (!hadRole) throw new Problem('not-found', { field: 'account' });
		return { account: accountId };
	},
});
