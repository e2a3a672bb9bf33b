import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { selectRegistration } from './queries.ts';
import { Registration, toRegistration, whoMade } from './registration.ts';

export const get = operation({
	name: 'registrations.get',
	summary: { vi: 'Một lần đăng ký hàng loạt đã tới đâu', en: 'How far a registration of many places is' },
	who: whoMade,
	input: Type.Object({ registration: Id }, { additionalProperties: false }),
	output: Registration,
	personal: 'none',
	run: async ({ db }, { registration }) => toRegistration(await db.one(selectRegistration(registration))),
});
