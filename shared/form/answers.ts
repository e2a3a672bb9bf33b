import { findWrong } from './check-answer.ts';
import { type Condition, type Field, type Form, fieldsOf } from './compile.ts';
import { tidyAnswer } from './tidy-answer.ts';

/** Answers by question: text, or the codes chosen where several may be. */
export type Answers = Record<string, string | string[]>;

export interface AnswerFault {
	id: string;
	/** In the language of the form it was checked with. */
	text: string;
}

/**
 * Reads the answers of a form from what was posted, or from the entries of a JSON object. Nothing is cut, reordered or
 * lost; names that are no question are left out.
 */
export function readAnswers(form: Form, posted: Iterable<readonly [string, unknown]>): Answers {
	const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
	const given = new Map<Field, string[]>();
	for (const [name, value] of posted) {
		const field = fields.get(name);
		if (!field || field.kind === 'display') continue;
		const values = given.get(field) ?? [];
		given.set(field, values);
		for (const one of Array.isArray(value) ? value : [value]) values.push(tidyAnswer(field, toText(one)));
	}
	const answers: Answers = {};
	for (const field of fields.values()) {
		const values = given.get(field)?.filter(Boolean) ?? [];
		if (values.length) answers[field.id] = field.kind === 'checkbox' ? [...new Set(values)] : chosen(field, values);
	}
	return answers;
}

const toText = (value: unknown): string =>
	['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';

/** An answer of one's own goes before the option it stands beside. */
function chosen({ isOpen, options }: Field, values: readonly string[]): string {
	const own = isOpen ? values.find((value) => !options?.some((option) => option.value === value)) : undefined;
	return own ?? values[0]!;
}

/**
 * Whether a question is asked, given the other answers. What is not asked counts as not answered, and `!=` holds for
 * what is not answered (FHIR R4, `Questionnaire.item.enableWhen`).
 */
export function isAsked({ when }: Field, answers: Answers): boolean {
	if (!when) return true;
	return when.any
		? when.conditions.some((condition) => holds(condition, answers))
		: when.conditions.every((condition) => holds(condition, answers));
}

function holds({ question, is, value }: Condition, answers: Answers): boolean {
	const given = answers[question];
	if (value === undefined) return Boolean(given?.length) === is;
	return (Array.isArray(given) ? given.includes(value) : given === value) === is;
}

/** The answers to questions that are asked; those to others are dropped. A question may depend on an earlier one only. */
export function askedAnswers(form: Form, answers: Answers): Answers {
	const asked: Answers = {};
	for (const field of fieldsOf(form)) {
		const value = answers[field.id];
		if (value !== undefined && isAsked(field, asked)) asked[field.id] = value;
	}
	return asked;
}

/** What is missing or wrong, in the order of the form. */
export function checkAnswers(form: Form, answers: Answers): AnswerFault[] {
	const asked = askedAnswers(form, answers);
	return fieldsOf(form).flatMap((field) => {
		if (field.kind === 'display' || !isAsked(field, asked)) return [];
		const wrong = findWrong(field, asked[field.id]);
		return wrong ? [{ id: field.id, text: wrong === 'too-long' ? tooLong(form, field) : field.error }] : [];
	});
}

const tooLong = ({ language }: Form, { label, maxLength }: Field): string =>
	language === 'vi' ? `${label}: nhiều nhất ${maxLength} ký tự` : `${label}: at most ${maxLength} characters`;
