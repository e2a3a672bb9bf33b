import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { selectDeclarations } from './queries.ts';
import { reasonTexts } from './rules.ts';
import { Level, Moment, Reasons } from './shapes.ts';

const pageLength = 50;

export const getMine = operation({
	name: 'declarations.get-mine',
	summary: {
		vi: 'Những tờ khai của mình và của người mình khai hộ, mới nhất trước',
		en: 'One’s own declarations and those one made for others, the newest first',
	},
	who: account,
	input: Type.Object({ before: Type.Optional(Moment) }, { additionalProperties: false }),
	output: Type.Object({
		declarations: Type.Array(
			Type.Object({
				declarationId: Type.String({ format: 'uuid' }),
				person: Id,
				declaredAt: Moment,
				isProxy: Type.Boolean(),
				declaredAtPlace: Type.Optional(Type.String({ description: 'The place that declared for the person' })),
				formVersion: Type.String(),
				level: Level,
				reasons: Reasons,
				validUntil: Moment,
			}),
		),
		hasMore: Type.Boolean(),
	}),
	personal: 'reads',
	run: async ({ db, now, caller: { actor }, about }, { before }) => {
		const own = await readOwnPeople(db, actor);
		const from = before ? new Date(before) : new Date(now.getTime() + 1_000);
		const rows = await db.rows(selectDeclarations([...own.keys()], from, pageLength));
		about(...new Set(rows.map((row) => own.get(row.person_id)!)));
		const places = await getPlaces(db, [...new Set(rows.flatMap((row) => row.place_id ?? []))]);
		return {
			declarations: rows.map((row) => ({
				declarationId: row.declaration_id,
				person: own.get(row.person_id)!,
				declaredAt: row.declared_at.toISOString(),
				isProxy: row.is_proxy,
				...(row.place_id === null ? {} : { declaredAtPlace: places.get(row.place_id)?.name ?? '' }),
				formVersion: row.form_version,
				level: row.level,
				reasons: reasonTexts(row.reasons),
				validUntil: row.valid_until.toISOString(),
			})),
			hasMore: rows.length === pageLength,
		};
	},
});
