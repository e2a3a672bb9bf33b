import Type from 'typebox';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { chunks } from '#platform/sql';
import { Told } from './clock.ts';
import { Moment, Proposals } from './fields.ts';
import { selectProposals } from './queries.ts';
import { insertNotices, updateNotified } from './queries-notices.ts';
import { officerOfAll } from './reach.ts';

export const noteNotices = operation({
	name: 'proposals.note-notices',
	summary: {
		vi: 'Ghi đã báo quyết định cho ai: người cách ly, người thân, công an xã, tổ trưởng, Cục Lãnh sự',
		en: 'Notes who was told of decisions: the person, relatives, the police, the ward’s leader, the consulate',
	},
	who: officerOfAll,
	input: Type.Object(
		{
			proposals: Proposals,
			whom: Type.Array(Told, { minItems: 1, maxItems: 5, uniqueItems: true }),
			how: Type.Union([
				Type.Literal('in-person'),
				Type.Literal('paper'),
				Type.Literal('phone'),
				Type.Literal('message'),
			]),
			toldAt: Type.Optional({ ...Moment, description: 'Now, when not said; not before the decision' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ told: Type.Integer({ description: 'How many notices are new' }) }),
	personal: 'changes',
	run: async ({ db, now, caller, about }, { proposals, whom, how, toldAt }) => {
		const rows = await db.rows(selectProposals(proposals));
		if (rows.length < proposals.length) throw new Problem('not-found', { field: 'proposals' });
		about(...rows.map((row) => row.person_id));
		if (rows.some(({ outcome }) => outcome !== 'accepted')) throw new Problem('not-decided');
		const at = toldAt ? new Date(toldAt) : now;
		if (at > now || rows.some(({ decided_at }) => at < decided_at!))
			throw new Problem('invalid-input', { field: 'toldAt' });
		const authority = 'authority' in caller.actor ? caller.actor.authority : null;
		const by = actorId(caller.actor) ?? null;
		const notices = rows.flatMap(({ proposal_id }) =>
			whom.map((one) => ({ proposal_id, whom: one, told_at: at, how, noted_at: now, noted_by: by, authority })),
		);
		let told = 0;
		for (const part of chunks(notices)) told += await db.run(insertNotices(part));
		await db.run(updateNotified(proposals));
		return { told };
	},
});
