import Type from 'typebox';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { countOf } from './queries.ts';
import { vapidOf } from './vapid.ts';

export const getMine = operation({
	name: 'push.get-mine',
	summary: {
		vi: 'Tin nhắn nhắc đang hiện trên bao nhiêu máy của mình, và khoá để thêm một máy',
		en: 'On how many of one’s browsers reminders are shown, and the key to add another with',
	},
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		devices: Type.Integer(),
		publicKey: Type.String({ description: 'The installation’s key for push services: P-256, base64url' }),
	}),
	personal: 'none',
	run: async ({ db, now, platform: { keys }, caller: { actor } }) => ({
		...(await db.one(countOf(actorId(actor)!, now))),
		publicKey: vapidOf(keys).publicKey,
	}),
});
