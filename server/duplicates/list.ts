import Type from 'typebox';
import { officer, officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Candidate, State, toCandidates } from './candidate.ts';
import { selectCandidates } from './queries.ts';

export const list = operation({
	name: 'duplicates.list',
	summary: {
		vi: 'Những hồ sơ có thể là của cùng một người, giống nhất trước; tên được che',
		en: 'Records that may be of the same person, the likeliest first, with masked names',
	},
	who: officer,
	input: Type.Object(
		{
			state: Type.Optional(State),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
			cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,3}-[0-9]{1,19}$' })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ candidates: Type.Array(Candidate), nextCursor: Type.Optional(Type.String()) }),
	personal: 'reads',
	purpose: () => 'Tìm hồ sơ trùng · Looking for records of the same person',
	run: async ({ db, caller, platform: { keys }, about }, { state = 'open', limit = 20, cursor }) => {
		const ranges = officerRanges(caller.actor);
		const rows = await db.rows(selectCandidates({ ranges, state, after: readAfter(cursor), limit }));
		about(...new Set(rows.flatMap((row) => [row.low_id, row.high_id])));
		const last = rows.at(-1);
		return {
			candidates: await toCandidates({ db, keys }, rows),
			...(last && rows.length === limit ? { nextCursor: `${last.score}-${last.candidate_id}` } : {}),
		};
	},
});

function readAfter(cursor = '999-9223372036854775807'): { score: number; id: string } {
	const [score, id] = cursor.split('-') as [string, string];
	if (BigInt(id) > 9_223_372_036_854_775_807n) throw new Problem('invalid-input', { field: 'cursor' });
	return { score: Number(score), id };
}
