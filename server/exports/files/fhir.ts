import { randomUUID } from 'node:crypto';
import type { Disease } from '#diseases';
import type { CaseRecord, ContactRecord, FollowedRecord, Who } from './records.ts';
import { bornOf } from './who-columns.ts';

// FHIR R4 (hl7.org/fhir/R4). A person is a Patient only where whole names may leave; else an identifier that means
// nothing elsewhere.

type Resource = { resourceType: string } & { [field: string]: unknown };
export interface FhirContext {
	/** Whether whole names may leave. */
	isRevealed: boolean;
	/** This installation, the namespace of its numbers. */
	origin: string;
	diseases: ReadonlyMap<string, Disease>;
}

/** A Bundle of type collection, written entry by entry. */
export async function* writeBundle(
	records: AsyncIterable<CaseRecord | ContactRecord | FollowedRecord>,
	context: FhirContext,
	counted: { rows: number },
	now: Date,
): AsyncGenerator<string> {
	yield `{"resourceType":"Bundle","id":"${randomUUID()}","type":"collection","timestamp":"${now.toISOString()}","entry":[`;
	let isFirst = true;
	for await (const record of records) {
		counted.rows++;
		const resources = 'contactId' in record ? ofContact(record, context) : ofCase(record, context);
		for (const resource of resources) {
			const fullUrl = `${context.origin}/fhir/${resource.resourceType}/${String(resource.id)}`;
			yield `${isFirst ? '' : ','}\n${JSON.stringify({ fullUrl, resource })}`;
			isFirst = false;
		}
	}
	yield '\n]}\n';
}

function ofCase(record: CaseRecord, context: FhirContext): Resource[] {
	const { person, who, number, caseId, tests } = record;
	const subject = subjectOf(person, context);
	return [
		...(context.isRevealed && person && who ? [patient(person, who, context)] : []),
		{
			resourceType: 'Condition',
			id: caseId,
			identifier: [{ system: `${context.origin}/case`, value: number }],
			verificationStatus: coded('condition-ver-status', verification[record.classification]!),
			...(record.outcome === 'recovered' ? { clinicalStatus: coded('condition-clinical', 'resolved') } : {}),
			code: codeOf(record.disease, context),
			subject,
			...(record.onsetOn ? { onsetDateTime: record.onsetOn } : {}),
			recordedDate: record.openedAt.toISOString(),
		},
		...(person ? tests : []).map((test) => ({
			resourceType: 'Observation',
			id: `${caseId}-${test.sampleId.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 40)}`,
			status: test.result === 'pending' ? 'registered' : 'final',
			category: [coded('observation-category', 'laboratory')],
			code: { ...codeOf(record.disease, context), text: `${test.kind}: ${record.disease}` },
			subject,
			effectiveDateTime: test.sampledAt,
			...(test.resultAt ? { issued: test.resultAt } : {}),
			...(test.result === 'pending' ? {} : { valueString: test.result }),
			performer: [{ display: test.laboratory }],
		})),
	];
}

const verification: { [classification: string]: string } = {
	...{ confirmed: 'confirmed', probable: 'provisional', suspected: 'unconfirmed', discarded: 'refuted' },
};

function ofContact(record: ContactRecord | FollowedRecord, context: FhirContext): Resource[] {
	const { person, who, contactId, caseId } = record;
	const subject = subjectOf(person, context);
	return [
		...(context.isRevealed ? [patient(person, who, context)] : []),
		{
			resourceType: 'Observation',
			id: contactId,
			status: record.state === 'found' ? 'preliminary' : record.state === 'dismissed' ? 'cancelled' : 'final',
			category: [coded('observation-category', 'survey')],
			code: { text: 'Tiếp xúc với ca bệnh · Contact with a case' },
			subject,
			focus: [{ reference: `Condition/${caseId}`, display: record.caseNumber }],
			effectivePeriod: {
				...(record.firstExposedAt ? { start: record.firstExposedAt.toISOString() } : {}),
				end: record.lastExposedAt.toISOString(),
			},
			valueString: `F${record.level}, ${record.origin}`,
			...(record.minutes === undefined
				? {}
				: { note: [{ text: `${record.minutes} phút cùng nơi · minutes at a shared place` }] }),
		},
		...('days' in record ? responsesOf(record, subject) : []),
	];
}

/** What somebody reported of their health, as they answered it. */
function responsesOf({ days, contactId }: FollowedRecord, subject: unknown): Resource[] {
	return days.flatMap(({ day, reports }) =>
		reports.map(({ slot, reportedAt, answers, form }) => ({
			resourceType: 'QuestionnaireResponse',
			id: `${contactId}-${day}-${slot}`,
			questionnaire: `${form.url}|${form.version}`,
			status: 'completed',
			subject,
			authored: reportedAt.toISOString(),
			item: Object.entries(answers).map(([linkId, answer]) => ({
				linkId,
				answer: [answer ?? []].flat().map((value) => ({ valueString: String(value) })),
			})),
		})),
	);
}

function patient(person: string, who: Who, { origin }: FhirContext): Resource {
	const words = who.name.split(/\s+/);
	const born = bornOf(who);
	return {
		resourceType: 'Patient',
		id: `P${person}`,
		identifier: [{ system: `${origin}/person`, value: `P${person}` }],
		name: [{ text: who.name, ...(words.length > 1 ? { family: words[0], given: words.slice(1) } : {}) }],
		...(who.phone ? { telecom: [{ system: 'phone', value: who.phone }] } : {}),
		...(who.gender ? { gender: who.gender } : {}),
		...(born ? { birthDate: born } : {}),
		...(who.address ? { address: [{ text: who.address }] } : {}),
	};
}

function subjectOf(person: string | undefined, { isRevealed, origin }: FhirContext) {
	if (person === undefined) return { display: 'Hồ sơ đã đóng · A closed case' };
	if (isRevealed) return { reference: `Patient/P${person}` };
	return { type: 'Patient', identifier: { system: `${origin}/person`, value: `P${person}` } };
}

function codeOf(disease: string, { diseases }: FhirContext) {
	const known = diseases.get(disease);
	const coding = known?.icd10 ? [{ system: 'http://hl7.org/fhir/sid/icd-10', code: known.icd10 }] : undefined;
	return { ...(coding ? { coding } : {}), text: known?.name.vi ?? disease };
}

const coded = (system: string, code: string) => ({
	coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});
