import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { reasonTexts } from './rules.ts';
import { Level, Moment, Reasons } from './shapes.ts';
import { readStandings } from './standings.ts';

export const getStanding = operation({
	name: 'declarations.get-standing',
	summary: {
		vi: 'Kết quả khai báo còn hiệu lực của mình và người mình khai hộ',
		en: 'The standing of oneself and of those one declares for',
	},
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		standings: Type.Array(
			Type.Object({
				person: Id,
				declaration: Type.String(),
				declaredAt: Moment,
				level: Level,
				reasons: Reasons,
				validUntil: Moment,
				isValid: Type.Boolean(),
			}),
		),
	}),
	personal: 'reads',
	run: async ({ db, now, caller: { actor }, about }) => {
		const persons = actor.kind === 'account' ? actor.persons : [];
		about(...persons);
		const standings = await readStandings(db, persons);
		return {
			standings: [...standings].map(([person, row]) => ({
				person,
				declaration: row.declaration_id,
				declaredAt: row.declared_at.toISOString(),
				level: row.level,
				reasons: reasonTexts(row.reasons),
				validUntil: row.valid_until.toISOString(),
				isValid: row.valid_until > now,
			})),
		};
	},
});
