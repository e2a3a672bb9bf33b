import Type from 'typebox';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { hashToken } from '#platform/token';
import { anyone } from '#platform/who';
import { peopleMax, readLink, tokenPattern } from './link.ts';
import { countTold } from './queries.ts';
import { recordTold, ToldPerson } from './told.ts';

export const tell = operation({
	name: 'interviews.tell',
	summary: {
		vi: 'Ca bệnh tự ghi những người đã gặp, qua đường dẫn được gửi vào điện thoại',
		en: 'A case writes down whom they met, through the link sent to their phone',
	},
	who: anyone,
	input: Type.Object(
		{
			token: Type.String({ pattern: tokenPattern }),
			people: Type.Array(ToldPerson, { minItems: 1, maxItems: 20 }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ recorded: Type.Integer() }),
	personal: 'records',
	limits: [{ what: 'address', by: (_input, caller) => caller.address, limit: { count: 60, seconds: 600 } }],
	run: async ({ db, now, platform, about }, { token, people }) => {
		const { row } = await readLink(db, token, now);
		if (!(await db.run(countTold(hashToken(token), people.length, peopleMax)))) throw new Problem('link-full');
		const recorded = await recordTold({ db, keys: platform.keys, now }, row, people, 'case');
		about(row.person_id, ...recorded.map((one) => one.personId));
		return { recorded: recorded.length };
	},
});
