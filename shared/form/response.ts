import { type Answers, askedAnswers } from './answers.ts';
import { type Field, type Form, fieldsOf } from './compile.ts';
import type { Coding } from './questionnaire.ts';

export interface ResponseItem {
	linkId: string;
	text?: string;
	item?: ResponseItem[];
	answer?: ResponseAnswer[];
}

interface ResponseAnswer {
	valueString?: string;
	valueInteger?: number;
	valueDecimal?: number;
	valueDate?: string;
	valueBoolean?: boolean;
	valueCoding?: Coding;
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

/** The answers of a QuestionnaireResponse to this form; what the form does not ask is left out. */
export function fromResponse(form: Form, response: { item?: readonly ResponseItem[] }): Answers {
	const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
	const answers: Answers = {};
	const visit = ({ linkId, answer, item }: ResponseItem) => {
		const field = fields.get(linkId);
		const values = answer?.map(fromAnswer) ?? [];
		if (field && values.length) answers[linkId] = field.kind === 'checkbox' ? values : values[0]!;
		item?.forEach(visit);
	};
	response.item?.forEach(visit);
	return answers;
}

function fromAnswer(answer: ResponseAnswer): string {
	const { valueString, valueInteger, valueDecimal, valueDate, valueBoolean, valueCoding } = answer;
	return String(valueCoding?.code ?? valueString ?? valueInteger ?? valueDecimal ?? valueDate ?? valueBoolean ?? '');
}

function toItem(field: Field, value: string | string[] | undefined): ResponseItem[] {
	if (value === undefined) return [];
	const answer = (Array.isArray(value) ? value : [value]).map((one) => toAnswer(field, one));
	return [{ linkId: field.id, text: field.label, answer }];
}

function toAnswer(field: Field, value: string): ResponseAnswer {
	switch (field.kind) {
		case 'number':
			return field.isDecimal ? { valueDecimal: Number(value) } : { valueInteger: Number(value) };
		case 'date':
			return { valueDate: value };
		case 'confirm':
			return { valueBoolean: value === 'true' };
		case 'country':
			return { valueCoding: { system: 'urn:iso:std:iso:3166', code: value } };
		case 'province':
		case 'commune':
			return { valueCoding: { system: 'urn:vaora:area', code: value } };
	}
	const option = field.options?.find((one) => one.value === value);
	if (!option) return { valueString: value };
	const { system, label: display } = option;
	return { valueCoding: { ...(system ? { system } : {}), code: value, display } };
}

/** FHIR asks for an offset: Viet Nam's. */
function toLocalTime(at: Date): string {
	return new Date(at.getTime() + 7 * 3_600_000).toISOString().replace('Z', '+07:00');
}
