import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { selectStandings } from './queries.ts';
import { reasonTexts } from './rules.ts';
import { Level, Moment, Reasons } from './shapes.ts';

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
		const rows = persons.length ? await db.rows(selectStandings(persons)) : [];
		return {
			standings: rows.map((row) => ({
				person: row.person_id,
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
