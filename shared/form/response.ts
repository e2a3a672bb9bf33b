import { type Answers, askedAnswers } from './answers.ts';
import { type Field, type Form, fieldsOf } from './compile.ts';

interface ResponseItem {
	linkId: string;
	text?: string;
	item?: ResponseItem[];
	answer?: ResponseAnswer[];
}

interface ResponseAnswer {
	valueString?: string;
	valueInteger?: number;
	valueBoolean?: boolean;
	valueCoding?: { code: string; display?: string };
}

/** FHIR R4 QuestionnaireResponse. */
export interface QuestionnaireResponse {
	resourceType: 'QuestionnaireResponse';
	id?: string;
	questionnaire: string;
	status: 'completed';
	subject: { reference: string };
	/** Who answered; another than the subject when somebody declared for them. */
	source: { reference: string };
	authored: string;
	item: ResponseItem[];
}

export interface ResponseOptions {
	id?: string;
	personId: string;
	declaredBy?: string;
	authored: Date;
}

/** Writes answers as a QuestionnaireResponse: only questions that are asked, in the groups of the questionnaire. */
export function toResponse(form: Form, answers: Answers, options: ResponseOptions): QuestionnaireResponse {
	const asked = askedAnswers(form, answers);
	const { id, personId, declaredBy = personId, authored } = options;
	return {
		resourceType: 'QuestionnaireResponse',
		...(id ? { id } : {}),
		questionnaire: `${form.url}|${form.version}`,
		status: 'completed',
		subject: { reference: `Patient/${personId}` },
		source: { reference: declaredBy === personId ? `Patient/${personId}` : `RelatedPerson/${declaredBy}` },
		authored: toLocalTime(authored),
		item: form.sections.flatMap((section) => {
			const item = section.fields.flatMap((field) => toItem(field, asked[field.id]));
			return item.length ? [{ linkId: section.id, text: section.title, item }] : [];
		}),
	};
}

/** The answers of a QuestionnaireResponse to this form. */
export function fromResponse(form: Form, response: QuestionnaireResponse): Answers {
	const several = new Set(
		fieldsOf(form)
			.filter((field) => field.kind === 'checkbox')
			.map((field) => field.id),
	);
	const answers: Answers = {};
	const visit = (item: ResponseItem) => {
		const values = item.answer?.map(({ valueString, valueInteger, valueBoolean, valueCoding }) =>
			String(valueCoding?.code ?? valueString ?? valueInteger ?? valueBoolean),
		);
		if (values?.length) answers[item.linkId] = several.has(item.linkId) ? values : values[0]!;
		for (const inner of item.item ?? []) visit(inner);
	};
	for (const item of response.item) visit(item);
	return answers;
}

function toItem(field: Field, value: string | string[] | undefined): ResponseItem[] {
	if (value === undefined) return [];
	const answer = (Array.isArray(value) ? value : [value]).map((one) => toAnswer(field, one));
	return [{ linkId: field.id, text: field.label, answer }];
}

function toAnswer(field: Field, value: string): ResponseAnswer {
	if (field.kind === 'number') return { valueInteger: Number(value) };
	if (field.kind === 'confirm') return { valueBoolean: value === 'true' };
	if (['province', 'commune', 'country'].includes(field.kind)) return { valueCoding: { code: value } };
	const option = field.options?.find((one) => one.value === value);
	return option ? { valueCoding: { code: value, display: option.label } } : { valueString: value };
}

/** FHIR asks for an offset: Viet Nam's. */
function toLocalTime(at: Date): string {
	return new Date(at.getTime() + 7 * 3_600_000).toISOString().replace('Z', '+07:00');
}
