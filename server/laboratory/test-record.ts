import Type, { type Static } from 'typebox';
import { Id } from '#platform/ids';
import { Problem } from '#platform/problem';
import { normalise } from '#shared/text/vietnamese';
import type { TestRow } from './queries.ts';

export const Moment = Type.String({ format: 'date-time' });

/** How the sample was tested. */
const Kind = Type.Union([
	Type.Literal('pcr'),
	Type.Literal('antigen'),
	Type.Literal('antibody'),
	Type.Literal('culture'),
	Type.Literal('other'),
]);

const Result = Type.Union([
	Type.Literal('pending'),
	Type.Literal('positive'),
	Type.Literal('negative'),
	Type.Literal('invalid'),
]);

/** What may be corrected of a test. */
export const testFields = {
	kind: Kind,
	sampledAt: Moment,
	result: Result,
	resultAt: Type.Optional(Type.String({ format: 'date-time', description: 'Not while pending; else now' })),
	laboratory: Type.String({ minLength: 2, maxLength: 200 }),
	sampleId: Type.String({ minLength: 1, maxLength: 60, description: 'As the laboratory numbers it' }),
};

/** A test as it stands now. */
export const TestRecord = Type.Object({
	...testFields,
	testId: Id,
	version: Type.Integer({ description: 'Above 1 where it was corrected' }),
	disease: Type.String(),
	recordedAt: Moment,
	reason: Type.Optional(Type.String({ description: 'Why it was corrected' })),
});
export type TestRecord = Static<typeof TestRecord>;

export const toTest = (row: TestRow): TestRecord => ({
	testId: row.test_id,
	version: row.version,
	disease: row.disease,
	kind: row.kind as TestRecord['kind'],
	sampledAt: row.sampled_at.toISOString(),
	result: row.result as TestRecord['result'],
	...(row.result_at ? { resultAt: row.result_at.toISOString() } : {}),
	laboratory: row.laboratory,
	sampleId: row.sample_id,
	recordedAt: row.recorded_at.toISOString(),
	...(row.reason ? { reason: row.reason } : {}),
});

const dayLong = 86_400_000;
/** A sample of longer ago says nothing of an illness anybody follows now; such a day is a slip of the finger. */
const lookBackDaysMax = 1_096;

/**
 * What was given of a test, as it is stored; a result without its time is known now. Throws `invalid-input`, naming the
 * field, for what cannot be: a time to come, a result before its sample, a laboratory of nothing but spaces.
 */
export function readTest(given: Given, now: Date): Omit<TestRow, Known> {
	const sampled_at = new Date(given.sampledAt);
	if (sampled_at > now || now.getTime() - sampled_at.getTime() > lookBackDaysMax * dayLong) refuseField('sampledAt');
	const isPending = given.result === 'pending';
	const result_at = isPending ? null : given.resultAt ? new Date(given.resultAt) : now;
	if (isPending ? given.resultAt : result_at! > now || result_at! < sampled_at) refuseField('resultAt');
	const laboratory = normalise(given.laboratory) || refuseField('laboratory');
	const sample_id = normalise(given.sampleId) || refuseField('sampleId');
	return { kind: given.kind, sampled_at, result: given.result, result_at, laboratory, sample_id };
}

type Given = Pick<TestRecord, keyof typeof testFields>;
type Known = Exclude<keyof TestRow, 'kind' | 'sampled_at' | 'result' | 'result_at' | 'laboratory' | 'sample_id'>;

function refuseField(field: string): never {
	throw new Problem('invalid-input', { field });
}
