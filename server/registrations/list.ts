import Type from 'typebox';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { selectRegistrationsOf } from './queries.ts';
import { Registration, toRegistration, whoRegisters } from './registration.ts';

export const list = operation({
	name: 'registrations.list',
	summary: {
		vi: '50 lần đăng ký hàng loạt gần nhất của mình',
		en: 'One’s last 50 registrations of many places',
	},
	who: whoRegisters,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ registrations: Type.Array(Registration) }),
	personal: 'none',
	run: async ({ db, caller }) => ({
		registrations: (await db.rows(selectRegistrationsOf(actorId(caller.actor)!))).map(toRegistration),
	}),
});
