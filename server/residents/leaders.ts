import { actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import type { Context } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyOf, type Who } from '#platform/who';
import { deciderOfCordon, officerOfCordon } from '#zones';
import { groupKey } from './group-key.ts';
import { selectLedGroups } from './queries-leaders.ts';

const ledBy = async (db: Db, cordonId: string, accountId: string): Promise<string[]> =>
	(await db.rows(selectLedGroups(cordonId, accountId))).map((row) => row.group_key);

/** The tổ trưởng or trưởng thôn of some group of the cordon; the operation keeps to their groups. */
const leader: Who<{ cordonId: string }> = {
	words: 'whoever leads a group of the cordon',
	allows: async ({ actor, db, input }) =>
		actor.kind === 'account' && (await ledBy(db, input.cordonId, actor.id)).length > 0,
};

export const officerOrLeader = anyOf(officerOfCordon, leader);

/** Numbers, of nobody by name, are for whoever decides about the cordon too. */
export const deciderOrLeader = anyOf(deciderOfCordon, leader);

/**
 * The key of the group that is asked about: undefined for all of them. Who leads one sees no other; who asks for none
 * asks for their own. Throws `not-allowed`, and for several groups at once `invalid-input` for the field `group`.
 */
export async function groupAsked(
	{ db, caller: { actor } }: Pick<Context, 'db' | 'caller'>,
	cordonId: string,
	group: string | undefined,
): Promise<string | undefined> {
	const key = group === undefined ? undefined : groupKey(group);
	if (actor.kind !== 'account') return key;
	const led = await ledBy(db, cordonId, actorId(actor)!);
	if (led.includes('')) return key;
	if (key !== undefined && !led.includes(key)) throw new Problem('not-allowed');
	if (key === undefined && led.length !== 1) throw new Problem('invalid-input', { field: 'group' });
	return key ?? led[0];
}
