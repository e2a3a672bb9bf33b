import { addTests } from '#laboratory';
import { startOfDay } from '#shared/language';
import type { Added, Adding } from './adding.ts';
import type { Entry } from './file/read-row.ts';
import { findKnown } from './known.ts';

/** Adds laboratory tests of people this source told of before. */
export async function addTestRows(adding: Adding, entries: readonly Entry[]): Promise<Added> {
	const { db, row, scope, now } = adding;
	const known = await findKnown(
		adding,
		scope,
		entries.map(({ externalId }) => externalId),
	);
	const told = entries.filter(({ externalId }) => known.has(externalId));
	const tests = told.map(({ externalId, values }) => {
		const result = values.result ?? 'pending';
		return {
			...{ person_id: known.get(externalId)!.personId, kind: values.testKind ?? 'other', result },
			sampled_at: startOfDay(values.sampledOn!),
			result_at: result === 'pending' ? null : startOfDay(values.resultOn ?? values.sampledOn!),
			laboratory: values.laboratory ?? row.source,
			sample_id: values.sampleId!,
		};
	});
	const added = await addTests({ db, now, by: row.sent_by }, { disease: row.disease, areaPath: row.area_path }, tests);
	return {
		...{ added, known: tests.length - added, links: 0 },
		refused: entries.filter(({ externalId }) => !known.has(externalId)).map(({ number }) => number),
		persons: [...new Set(tests.map((one) => one.person_id))],
	};
}
