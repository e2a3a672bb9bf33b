import Type, { type Static } from 'typebox';
import { findPersons, listPersonsOf, listPhones, listProfiles, saveProfile } from '#identity';
import type { Actor } from '#platform/actor';
import { Id } from '#platform/ids';
import { type Context, operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { account } from '#platform/who';
import { fold, normalise } from '#shared/text/vietnamese';
import type { HeldCordon } from '#zones';
import { addResidents, holdCordon, removeResidents } from './add-residents.ts';
import { Code, readEntrance } from './get-entrance.ts';
import { Group, Member } from './shapes.ts';

const personsMax = 200;

export const join = operation({
	name: 'residents.join',
	summary: {
		vi: 'Cả nhà tự ghi tên vào danh sách vùng khoanh bằng mã QR, để báo sức khoẻ hằng ngày',
		en: 'A household puts itself on a cordon’s list by its QR, to report health every day',
	},
	who: account,
	input: Type.Object(
		{
			code: Code,
			group: Group,
			dwelling: Type.String({ minLength: 1, maxLength: 200, description: 'The address of the house or flat' }),
			persons: Type.Array(Id, { maxItems: 30, description: 'Of the account’s people, who live there' }),
			members: Type.Array(Member, { maxItems: 30, description: 'Who else lives there; the first is oneself if new' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ joined: Type.Integer() }),
	personal: 'records',
	run: async (context, { code, group, dwelling, persons, members }) => {
		const { caller, about } = context;
		const actor = caller.actor as Extract<Actor, { kind: 'account' }>;
		const { cordonId } = await readEntrance(context, code);
		if (!persons.every((person) => actor.persons.includes(person))) throw new Problem('not-allowed');
		if (!persons.length && !members.length) throw new Problem('nobody-chosen', { field: 'persons' });
		for (const [field, text] of Object.entries({ group, dwelling }))
			if (!normalise(text)) throw new Problem('invalid-input', { field });
		const cordon = await holdCordon(context, cordonId);
		const added = await addMembers(context, actor.id, { cordon, dwelling, members });
		const all = [...new Set([...persons, ...added])];
		const residents = all.map((personId) => ({ group, dwelling, personId, profile: { fullName: '' } }));
		await addResidents(context, cordon, { residents, how: 'joined', by: actor.id });
		await replaceTold(context, cordonId, { accountId: actor.id, persons: all });
		about(...all);
		return { joined: all.length };
	},
});

/** Who is not among the account's people yet becomes one; the first is whose phone it is, where nobody is that. */
async function addMembers(
	{ db, now, platform: { keys }, afterCommit }: Context,
	accountId: string,
	{ cordon, dwelling, members }: { cordon: HeldCordon; dwelling: string; members: readonly Static<typeof Member>[] },
): Promise<string[]> {
	const known = await listPersonsOf(db, accountId);
	if (known.length + members.length > personsMax) throw new Problem('too-many-persons');
	let hasSelf = known.some(({ relation }) => relation === 'self');
	const phone = (await listPhones({ db, keys }, [accountId])).get(accountId);
	const added: string[] = [];
	for (const [index, { fullName, birthYear }] of members.entries()) {
		const name = normalise(fullName);
		if (name.length < 2) throw new Problem('invalid-input', { field: `members.${index}.fullName` });
		const profile = {
			...{ fullName: name, areaId: cordon.areaId, address: normalise(dwelling) },
			...(birthYear ? { birthYear } : {}),
			...(phone ? { phone } : {}),
		};
		const relation = hasSelf ? 'other' : 'self';
		hasSelf = true;
		added.push(await saveProfile({ db, keys, now, afterCommit }, { accountId, relation, profile }));
	}
	return added;
}

/** Whom the roster told with this phone and the same name is the person who joins now: they stand on the list once. */
async function replaceTold(
	{ db, now, platform: { keys } }: Context,
	cordonId: string,
	{ accountId, persons }: { accountId: string; persons: readonly string[] },
): Promise<void> {
	const phone = (await listPhones({ db, keys }, [accountId])).get(accountId);
	const sharing = phone ? await findPersons({ db, keys }, 'phone', phone) : [];
	const profiles = await listProfiles({ db, keys }, [...new Set([...sharing, ...persons])]);
	const nameOf = (person: string) => fold(profiles.get(person)?.fullName ?? '');
	const names = new Set(persons.map(nameOf));
	const told = sharing.filter((person) => !persons.includes(person) && names.has(nameOf(person)));
	if (told.length) await removeResidents({ db, now }, cordonId, { persons: told, reason: 'tự ghi tên bằng mã QR' });
}
