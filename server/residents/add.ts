import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { readPhone } from '#shared/phone';
import { normalise } from '#shared/text/vietnamese';
import { addResidents, holdCordon } from './add-residents.ts';
import { groupAsked, officerOrLeader } from './leaders.ts';
import { Group, Member } from './shapes.ts';

export const add = operation({
	name: 'residents.add',
	summary: {
		vi: 'Ghi thêm một nhà vào danh sách vùng khoanh; mọi người trong nhà báo sức khoẻ hằng ngày từ nay',
		en: 'Adds a household to a cordon’s list; its people report their health every day from now on',
	},
	who: officerOrLeader,
	input: Type.Object(
		{
			cordonId: Id,
			group: Group,
			dwelling: Type.String({ minLength: 1, maxLength: 200, description: 'The address of the house or flat' }),
			phone: Type.Optional(Type.String({ maxLength: 30, description: 'Of the household' })),
			members: Type.Array(Member, { minItems: 1, maxItems: 30 }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ added: Type.Integer(), known: Type.Integer() }),
	personal: 'changes',
	run: async (context, { cordonId, group, dwelling, phone, members }) => {
		const { caller, about } = context;
		await groupAsked(context, cordonId, group);
		const number = phone?.trim() ? readPhone(phone) : undefined;
		if (phone?.trim() && !number) throw new Problem('phone-invalid', { field: 'phone' });
		if (!normalise(dwelling)) throw new Problem('invalid-input', { field: 'dwelling' });
		if (!normalise(group)) throw new Problem('invalid-input', { field: 'group' });
		const cordon = await holdCordon(context, cordonId);
		const residents = members.map(({ fullName, birthYear }, index) => {
			const name = normalise(fullName);
			if (name.length < 2) throw new Problem('invalid-input', { field: `members.${index}.fullName` });
			const profile = { fullName: name, ...(birthYear ? { birthYear } : {}), ...(number ? { phone: number } : {}) };
			return { group, dwelling, profile: { ...profile, address: normalise(dwelling) } };
		});
		const by = actorId(caller.actor) ?? null;
		const added = await addResidents(context, cordon, { residents, how: 'by-hand', by });
		about(...new Set(added.map(({ personId }) => personId)));
		const known = added.filter(({ wasThere }) => wasThere).length;
		return { added: added.length - known, known };
	},
});
