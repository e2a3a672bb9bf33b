import Type from 'typebox';
import { checkBelongs } from '#outbreaks';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { normalise } from '#shared/text/vietnamese';
import { CaseHead, Classification, Day, dateFields, Id, Outcome, Source, toHeads } from './answer.ts';
import { getOpenCaseRow } from './case.ts';
import { recordChange } from './changes.ts';
import { close, Note } from './close-case.ts';
import { readDates } from './dates.ts';
import { type CaseRow, type FactsRow, updateFacts } from './queries.ts';
import { officerOfCase } from './reach.ts';

const orNull = <T extends Type.TSchema>(type: T) => Type.Optional(Type.Union([type, Type.Null()]));

export const change = operation({
	name: 'cases.change',
	summary: {
		vi: 'Sửa phân loại, ngày tháng, kết cục, nguồn phát hiện, ổ dịch của ca; loại trừ thì ca kết thúc luôn',
		en: 'Changes what is known of a case; null clears, leaving out keeps; discarding it closes it as well',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			classification: Type.Optional(Classification),
			...dateFields,
			outcome: orNull(Outcome),
			outcomeOn: orNull(Day),
			source: orNull(Source),
			occupation: orNull(Type.String({ minLength: 2, maxLength: 100 })),
			outbreak: orNull({ ...Id, description: 'The outbreak it belongs to' }),
			reason: Type.Optional(Note),
		},
		{ additionalProperties: false },
	),
	output: CaseHead,
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async (context, { caseId, reason, ...given }) => {
		const { db, now, about } = context;
		const stored = await getOpenCaseRow(db, caseId);
		about(stored.person_id);
		const facts: FactsRow = {
			classification: given.classification ?? stored.classification,
			...readDates(stored, given, now),
			outcome: keep(given.outcome, stored.outcome),
			outcome_on: keep(given.outcomeOn, stored.outcome_on),
			source: keep(given.source, stored.source),
			occupation: keep(given.occupation && (normalise(given.occupation) || null), stored.occupation),
			outbreak_id: keep(given.outbreak, stored.outbreak_id),
		};
		checkOutcome(facts, now);
		if (facts.outbreak_id && facts.outbreak_id !== stored.outbreak_id)
			await checkBelongs(db, facts.outbreak_id, { disease: stored.disease, areaPath: stored.area_path });
		await db.run(updateFacts(caseId, facts));
		await recordChange(context, { caseId, kind: 'changed', before: factsOf(stored), after: { ...facts }, reason });
		const row = { ...stored, ...facts };
		if (facts.classification === 'discarded' && stored.classification !== 'discarded') {
			await close(context, row, { reason: 'discarded', note: reason ?? '' });
			return (await toHeads(db, [{ ...row, closed_at: now, closed_reason: 'discarded' }]))[0]!;
		}
		return (await toHeads(db, [row]))[0]!;
	},
});

const keep = <T>(given: T | null | undefined, stored: T | null): T | null => (given === undefined ? stored : given);

const factNames = [
	...(['classification', 'onset_on', 'sampled_on', 'isolated_at', 'outcome'] as const),
	...(['outcome_on', 'source', 'occupation', 'outbreak_id'] as const),
];

const factsOf = (row: CaseRow) => Object.fromEntries(factNames.map((name) => [name, row[name]]));

/** The day of an outcome comes with an outcome, not before the onset and not in the future. */
function checkOutcome({ outcome, outcome_on, onset_on }: FactsRow, now: Date): void {
	if (outcome_on === null) return;
	const isPossible = outcome !== null && outcome_on <= dayOf(now) && outcome_on >= (onset_on ?? outcome_on);
	if (!isPossible) throw new Problem('invalid-input', { field: 'outcomeOn' });
}
