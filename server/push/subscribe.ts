import Type from 'typebox';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { account } from '#platform/who';
import { deleteBeyond, upsertSubscription } from './queries.ts';
import { checkTarget, idOf, sealTarget } from './target.ts';

const base64url = (longest: number) => Type.String({ pattern: `^[A-Za-z0-9_-]{1,${longest}}=?=?$` });
export const Endpoint = Type.String({ pattern: '^https?://[!-~]{1,1000}$' });

/** An old phone, a new one, a computer at home and at work. */
const devicesMax = 10;
const dayLong = 86_400;

export const subscribe = operation({
	name: 'push.subscribe',
	summary: {
		vi: 'Cho phép trình duyệt này hiện tin nhắn nhắc',
		en: 'Lets this browser show reminders; the address and keys are those of its PushSubscription',
	},
	who: account,
	input: Type.Object(
		{ endpoint: Endpoint, p256dh: base64url(100), auth: base64url(30) },
		{ additionalProperties: false },
	),
	output: Type.Object({}),
	personal: 'records',
	limits: [
		{ what: 'subscriptions', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 30, seconds: dayLong } },
	],
	run: async ({ db, platform: { config, keys }, caller: { actor }, now, about }, target) => {
		checkTarget(target, config.pushOrigins);
		if (actor.kind !== 'account') throw new Problem('not-allowed');
		about(...actor.persons.slice(0, 1));
		const { id: accountId, session: sessionId } = actor;
		const sealed = sealTarget(keys, target);
		await db.run(upsertSubscription({ id: idOf(target.endpoint), accountId, sessionId, sealed, now }));
		await db.run(deleteBeyond(accountId, devicesMax));
		return {};
	},
});
