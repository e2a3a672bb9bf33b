import Type from 'typebox';
import { accountByPhone } from '#identity';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { normalise } from '#shared/text/vietnamese';
import { getHeldCordon, officerOfCordon } from '#zones';
import { groupKey } from './group-key.ts';
import { upsertLeader } from './queries-leaders.ts';
import { Group } from './shapes.ts';

export const appointLeader = operation({
	name: 'residents.appoint-leader',
	summary: {
		vi: 'Giao cho một số điện thoại (tổ trưởng, trưởng thôn) theo dõi một tổ, thôn của vùng khoanh',
		en: 'Lets a phone number (a tổ trưởng, a trưởng thôn) look after a group of a cordon, or all',
	},
	who: officerOfCordon,
	input: Type.Object(
		{
			cordonId: Id,
			phone: Type.String({ minLength: 8, maxLength: 30 }),
			group: Type.Optional({ ...Group, description: 'Without it all' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ account: Id }),
	personal: 'records',
	run: async ({ db, now, caller, platform: { keys } }, { cordonId, phone, group }) => {
		await getHeldCordon(db, cordonId);
		const accountId = await accountByPhone({ db, keys, now }, phone);
		const named = group === undefined ? { key: '', name: '' } : { key: groupKey(group), name: normalise(group) };
		await db.run(upsertLeader({ cordonId, accountId, ...named, by: actorId(caller.actor) ?? null, now }));
		return { account: accountId };
	},
});
