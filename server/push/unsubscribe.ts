import Type from 'typebox';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { deleteOf } from './queries.ts';
import { Endpoint } from './subscribe.ts';
import { idOf } from './target.ts';

export const unsubscribe = operation({
	name: 'push.unsubscribe',
	summary: {
		vi: 'Thôi hiện tin nhắn nhắc trên một trình duyệt, hoặc trên mọi máy của mình',
		en: 'Ends reminders on one browser, or on all one has',
	},
	who: account,
	input: Type.Object({ endpoint: Type.Optional(Endpoint) }, { additionalProperties: false }),
	output: Type.Object({}),
	personal: 'records',
	run: async ({ db, caller: { actor }, about }, { endpoint }) => {
		if (actor.kind === 'account') about(...actor.persons.slice(0, 1));
		await db.run(deleteOf(actorId(actor)!, endpoint === undefined ? null : idOf(endpoint)));
		return {};
	},
});
