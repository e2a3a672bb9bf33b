import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { hectaresOf, readOutline } from '#shared/geo/outline';
import { Cordon, toCordons } from './cordon.ts';
import { readHouseholds } from './extent.ts';
import { selectCordon } from './queries.ts';
import { deciderOfCordon } from './reach.ts';
import { listSteps, Step } from './steps.ts';

export const getCordon = operation({
	name: 'zones.get-cordon',
	summary: {
		vi: 'Một quyết định khoanh vùng: phạm vi và mọi việc đã làm',
		en: 'A cordon: what it covers, and what was done about it step by step',
	},
	who: deciderOfCordon,
	input: Type.Object({ cordonId: Id }, { additionalProperties: false }),
	output: Type.Object({
		cordon: Cordon,
		households: Type.Array(Type.String()),
		outline: Type.Optional(Type.String({ description: 'GeoJSON' })),
		hectares: Type.Optional(Type.Number()),
		steps: Type.Array(Step),
	}),
	// Addresses of households, though of nobody by name.
	personal: 'reads',
	run: async ({ db, now, platform }, { cordonId }) => {
		const row = await db.find(selectCordon(cordonId));
		if (!row) throw new Problem('not-found', { field: 'cordonId' });
		const [cordon] = await toCordons(db, [row], now);
		const outline = row.outline === null ? undefined : readOutline(row.outline);
		return {
			cordon: cordon!,
			households: readHouseholds(row.households_sealed, platform.keys),
			...(row.outline === null ? {} : { outline: row.outline }),
			...(outline && 'box' in outline ? { hectares: hectaresOf(outline) } : {}),
			steps: await listSteps(db, cordonId),
		};
	},
});
