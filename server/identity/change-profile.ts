import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { self } from '#platform/who';
import { readPhone } from '#shared/phone';
import { normalise } from '#shared/text/vietnamese';
import { Profile, saveProfile } from './profile.ts';

const { fullName, phone, reference: _reference, ...rest } = Profile.properties;

export const changeProfile = operation({
	name: 'identity.change-profile',
	summary: {
		vi: 'Sửa thông tin cá nhân của mình hoặc của người mình khai hộ',
		en: 'Corrects one’s own particulars, or those of somebody one declared for',
	},
	who: self((input: { person: string }) => input.person),
	input: Type.Object(
		{
			person: Id,
			profile: Type.Object({ fullName, phone, ...rest }, { additionalProperties: false }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({}),
	personal: 'changes',
	run: async ({ db, platform: { keys }, now, about }, { person, profile }) => {
		const e164 = profile.phone ? readPhone(profile.phone) : undefined;
		if (profile.phone && !e164) throw new Problem('phone-invalid', { field: 'profile.phone' });
		const kept = Object.entries(profile).map(([name, value]) => [
			name,
			typeof value === 'string' ? normalise(value) : value,
		]);
		const written: Profile = { ...Object.fromEntries(kept), ...(e164 ? { phone: e164 } : {}) };
		if (!written.fullName) throw new Problem('invalid-input', { field: 'profile.fullName' });
		await saveProfile({ db, keys, now }, { personId: person, relation: 'self', profile: written });
		about(person);
		return {};
	},
});
