import { addCases, type NewCase } from '#cases';
import { getContactRule } from '#diseases';
import { startOfDay } from '#shared/language';
import type { Added, Adding } from './adding.ts';
import type { Entry, Values } from './file/read-row.ts';
import { findOrAddPeople, rememberKnown } from './people.ts';
import { areasOfRows } from './rows-areas.ts';

/** Opens the cases of some rows. Who is a case of this source already stays as they are. */
export async function addCaseRows(adding: Adding, entries: readonly Entry[]): Promise<Added> {
	const { db, row, scope, now } = adding;
	const known = await findOrAddPeople(adding, scope, entries);
	const fresh = entries.filter(({ externalId }) => !known.get(externalId)!.caseId);
	const areas = await areasOfRows(
		db,
		fresh.map(({ values }) => values),
		adding.today,
	);
	const rule = await getContactRule(db, row.rule, now);
	const cases = await addCases(
		{ db, now, by: row.sent_by },
		rule,
		fresh.map(({ externalId, values }, index) => ({
			personId: known.get(externalId)!.personId,
			areaPath: areas[index] ?? row.area_path,
			...toCase(values, adding),
		})),
	);
	await rememberKnown(
		adding,
		scope,
		fresh.map(({ externalId }, index) => [
			externalId,
			{ personId: known.get(externalId)!.personId, caseId: cases[index]!.caseId },
		]),
	);
	const added = cases.filter(({ wasOpen }) => !wasOpen).length;
	return {
		...{ added, known: entries.length - added, links: 0, refused: [] },
		persons: fresh.map(({ externalId }) => known.get(externalId)!.personId),
	};
}

/** An outcome has a day only with what it was; whoever knows the day alone knows that it is over. */
function toCase(values: Values, { mapping }: Adding): Omit<NewCase, 'personId' | 'areaPath'> {
	const outcome = values.outcome ?? (values.outcomeOn ? 'unknown' : undefined);
	return {
		classification: values.classification ?? mapping.classification,
		...(values.onsetOn ? { onsetOn: values.onsetOn } : {}),
		...(values.sampledOn ? { sampledOn: values.sampledOn } : {}),
		...(values.isolatedOn ? { isolatedAt: startOfDay(values.isolatedOn) } : {}),
		...(outcome ? { outcome } : {}),
		...(values.outcomeOn ? { outcomeOn: values.outcomeOn } : {}),
		...(values.source ? { source: values.source } : {}),
		...(values.occupation ? { occupation: values.occupation } : {}),
	};
}
