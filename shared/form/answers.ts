import { readPhone } from '../phone.ts';
import { normalise, upper } from '../text/vietnamese.ts';
import { type Field, type Form, fieldsOf } from './compile.ts';

/** Answers by question: text, or the codes chosen where several may be. */
export type Answers = Record<string, string | string[]>;

export interface AnswerFault {
	id: string;
	/** In the language of the form it was checked with. */
	text: string;
}

/** Reads the answers of a form from what was posted. Nothing is cut, reordered or lost; unknown names are left out. */
export function readAnswers(form: Form, posted: Iterable<readonly [string, unknown]>): Answers {
	const given = new Map<string, string[]>();
	for (const [name, value] of posted)
		for (const one of Array.isArray(value) ? value : [value])
			if (typeof one === 'string') given.set(name, [...(given.get(name) ?? []), one]);
	const answers: Answers = {};
	for (const field of fieldsOf(form)) {
		const values = (given.get(field.id) ?? []).map((value) => tidy(field, value)).filter(Boolean);
		if (field.kind === 'checkbox') {
			if (values.length) answers[field.id] = [...new Set(values)];
		} else if (values[0] !== undefined) answers[field.id] = values[0];
	}
	return answers;
}

function tidy(field: Field, value: string): string {
	if (field.kind === 'textarea') return value.normalize('NFC').replace(/\r\n/g, '\n').trim();
	if (field.kind === 'tel') return readPhone(value) ?? normalise(value);
	if (field.kind === 'number') return value.normalize('NFKC').trim();
	return field.isCapitals ? upper(value) : normalise(value);
}

/** Whether a question is asked, given the other answers. What is not asked counts as not answered. */
export function isAsked(field: Field, answers: Answers): boolean {
	if (!field.when) return true;
	const holds = ({ question, is, value }: { question: string; is: boolean; value: string }) => {
		const given = answers[question];
		return (Array.isArray(given) ? given.includes(value) : given === value) === is;
	};
	return field.when.any ? field.when.conditions.some(holds) : field.when.conditions.every(holds);
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
	return fieldsOf(form)
		.filter((field) => field.kind !== 'display' && isAsked(field, asked) && !isRight(field, asked[field.id]))
		.map((field) => ({ id: field.id, text: field.error }));
}

function isRight(field: Field, value: string | string[] | undefined): boolean {
	if (value === undefined || value.length === 0) return !field.isRequired;
	if (Array.isArray(value)) return isRightChoice(field, value);
	if (field.maxLength !== undefined && [...value].length > field.maxLength) return false;
	if (field.options) return field.options.some((option) => option.value === value);
	if (field.kind === 'confirm') return value === 'true' || !field.isRequired;
	if (field.kind === 'tel') return readPhone(value) !== undefined;
	if (field.kind === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
	if (field.kind === 'number') return isWithin(field, value);
	if (listKinds.has(field.kind)) return /^[A-Za-z0-9]{1,10}$/.test(value);
	return field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`, 'u').test(value);
}

/** Codes of lists that stand elsewhere; whether there is such a province or commune is for the server to say. */
const listKinds = new Set(['province', 'commune', 'country']);

/** Known options only, and an exclusive one ("none of these") by itself. */
function isRightChoice(field: Field, values: readonly string[]): boolean {
	const options = new Map(field.options?.map((option) => [option.value, option]));
	if (!values.every((value) => options.has(value))) return false;
	return values.length === 1 || !values.some((value) => options.get(value)!.isExclusive);
}

function isWithin({ min = -Infinity, max = Infinity }: Field, value: string): boolean {
	return /^-?\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
}
