import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { dayOf } from '#shared/language';
import { fold, normalise } from '#shared/text/vietnamese';
import { areaIdSchema, areaSchema, daySchema, levelSchema, toArea } from './area.ts';
import { findArea } from './find-areas.ts';
import { searchAreas } from './queries.ts';

export const search = operation({
	name: 'areas.search',
	summary: {
		vi: 'Tìm đơn vị hành chính theo tên, có dấu hay không dấu',
		en: 'Finds units by name, with or without diacritics',
	},
	who: anyone,
	input: Type.Object(
		{
			text: Type.String({ minLength: 1, maxLength: 100 }),
			level: Type.Optional(levelSchema),
			withinId: Type.Optional(areaIdSchema),
			onDay: Type.Optional(daySchema),
			limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ areas: Type.Array(areaSchema) }),
	personal: 'none',
	run: async ({ db, now }, { text, level = null, withinId, onDay = dayOf(now), limit = 20 }) => {
		const clean = normalise(text).toLowerCase();
		const folded = fold(clean);
		const within = withinId === undefined ? undefined : await findArea(db, withinId);
		if (!folded || (withinId !== undefined && !within)) return { areas: [] };
		const rows = await db.rows(
			searchAreas({ folded, text: clean, level, withinPath: within?.path ?? null, onDay, limit }),
		);
		return { areas: rows.map(toArea) };
	},
});
