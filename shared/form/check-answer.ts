import { readPhone } from '../phone.ts';
import type { Field } from './compile.ts';
import { isDay } from './tidy-answer.ts';

/** What is wrong with the answer to a question that is asked; undefined when nothing is. */
export type Wrong = 'missing' | 'too-long' | 'not-right';

/** Checks one answer, read by `readAnswers`. An answer that is not there is wrong only where one is required. */
export function findWrong(field: Field, answer: string | string[] | undefined): Wrong | undefined {
	const values = answer === undefined ? [] : Array.isArray(answer) ? answer : [answer];
	if (!values.length) return field.isRequired ? 'missing' : undefined;
	const { maxLength = Infinity } = field;
	if (values.some((value) => [...value].length > maxLength)) return 'too-long';
	if (field.options) return isChoice(field, values) ? undefined : 'not-right';
	return values.every((value) => isRight(field, value)) ? undefined : 'not-right';
}

/** Known options only, unless an answer of one's own is allowed; and an exclusive one ("none of these") by itself. */
function isChoice(field: Field, values: readonly string[]): boolean {
	const options = new Map(field.options?.map((option) => [option.value, option]));
	if (!field.isOpen && !values.every((value) => options.has(value))) return false;
	return values.length === 1 || !values.some((value) => options.get(value)?.isExclusive);
}

function isRight(field: Field, value: string): boolean {
	switch (field.kind) {
		case 'confirm':
			return value === 'true' || (value === 'false' && !field.isRequired);
		case 'tel':
			return readPhone(value) !== undefined;
		case 'email':
			return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
		case 'number':
			return (
				(field.isDecimal ? /^-?\d{1,9}(\.\d{1,6})?$/ : /^-?\d{1,9}$/).test(value) && isWithin(field, Number(value))
			);
		case 'date':
			return isDay(value) && isWithin(field, value);
		case 'country':
			return /^[A-Z]{2}$/.test(value);
		case 'province':
		case 'commune':
			return /^\d{2,5}$/.test(value);
		default:
			return field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`, 'u').test(value);
	}
}

/** Days compare as their text does. */
function isWithin<T extends number | string>({ min, max }: Field, value: T): boolean {
	return (min === undefined || value >= min) && (max === undefined || value <= max);
}
