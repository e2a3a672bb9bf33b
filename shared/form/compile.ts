import type { Language } from '../language.ts';
import {
	type Extension,
	type FormSettings,
	findExtension,
	type Item,
	type Questionnaire,
	textOf,
	urls,
} from './questionnaire.ts';

export type FieldKind =
	| 'text'
	| 'tel'
	| 'email'
	| 'number'
	| 'textarea'
	| 'radio'
	| 'checkbox'
	| 'select'
	| 'confirm'
	| 'province'
	| 'commune'
	| 'country'
	| 'display';

/** A question as a page shows it and as an answer is checked. */
export interface Field {
	id: string;
	kind: FieldKind;
	label: string;
	hint?: string;
	/** What to say when the answer is missing or wrong. */
	error: string;
	isRequired: boolean;
	maxLength?: number;
	pattern?: string;
	min?: number;
	max?: number;
	options?: { value: string; label: string; isExclusive?: boolean }[];
	initial?: string;
	/** Asked only under these conditions. */
	when?: { any: boolean; conditions: { question: string; is: boolean; value: string }[] };
	conditionText?: string;
	autocomplete?: string;
	isCapitals?: boolean;
	/** The profile field it answers. */
	identity?: string;
}

export interface Section {
	id: string;
	title: string;
	fields: Field[];
}

export interface Form {
	url: string;
	version: string;
	title: string;
	sections: Section[];
}

export interface CompileOptions {
	language: Language;
	settings: FormSettings;
	/** Today in Viet Nam, `YYYY-MM-DD`: a birth year is not in the future. */
	today: string;
}

/** Turns a questionnaire into what a page shows: sections of flat fields in one language, settings filled in. */
export function compile(questionnaire: Questionnaire, options: CompileOptions): Form {
	const { title, _title, url, version } = questionnaire;
	return {
		url,
		version,
		title: textOf(title, _title, options.language, options.settings),
		sections: questionnaire.item.map((group) => ({
			id: group.linkId,
			title: textOf(group.text, group._text, options.language, options.settings),
			fields: (group.item ?? []).map((item) => toField(item, options)),
		})),
	};
}

/** All fields, in their order. */
export const fieldsOf = (form: Form): Field[] => form.sections.flatMap((section) => section.fields);

/** The form without what is known already: who the person is. Sections that become empty go. */
export function healthPart(form: Form): Form {
	const sections = form.sections
		.map((section) => ({ ...section, fields: section.fields.filter((field) => !field.identity) }))
		.filter((section) => section.fields.some((field) => field.kind !== 'display'));
	return { ...form, sections };
}

function toField(item: Item, options: CompileOptions): Field {
	const { language, settings, today } = options;
	const label = textOf(item.text, item._text, language, settings);
	const said = (url: string) => {
		const found = findExtension(item, url);
		return found?.valueString === undefined
			? undefined
			: textOf(found.valueString, found._valueString, language, settings);
	};
	const field: Field = {
		id: item.linkId,
		kind: kindOf(item),
		label,
		hint: said(urls.hint),
		error: said(urls.error) ?? (language === 'vi' ? `Bạn chưa trả lời: ${label}` : `Answer this: ${label}`),
		isRequired: item.required === true,
		maxLength: item.maxLength,
		pattern: findExtension(item, urls.regex)?.valueString,
		...limitsOf(item, today),
		options: item.answerOption?.map(({ valueCoding: { code, display = code, _display, extension } }) => ({
			value: code,
			label: textOf(display, _display, language, settings),
			...(findExtension({ extension }, urls.exclusive)?.valueBoolean ? { isExclusive: true } : {}),
		})),
		initial: item.initial?.[0]?.valueCoding?.code ?? item.initial?.[0]?.valueString,
		when: whenOf(item),
		conditionText: said(urls.condition),
		autocomplete: findExtension(item, urls.autocomplete)?.valueString,
		isCapitals: findExtension(item, urls.capitals)?.valueBoolean,
		identity: findExtension(item, urls.identity)?.valueString,
	};
	return Object.fromEntries(Object.entries(field).filter(([, value]) => value !== undefined)) as unknown as Field;
}

function kindOf(item: Item): FieldKind {
	const control = findExtension(item, urls.control)?.valueCodeableConcept?.coding[0]?.code;
	if (control === 'province' || control === 'commune' || control === 'country') return control;
	if (item.type === 'choice') return item.repeats ? 'checkbox' : control === 'drop-down' ? 'select' : 'radio';
	if (item.type === 'string') return control === 'phone' ? 'tel' : control === 'email' ? 'email' : 'text';
	return ({ integer: 'number', boolean: 'confirm', text: 'textarea', display: 'display' } as const)[
		item.type as 'integer' | 'boolean' | 'text' | 'display'
	];
}

/** A limit is a number, or `this-year` for what cannot lie in the future. */
function limitsOf(item: Item, today: string): { min?: number; max?: number } {
	const read = (found: Extension | undefined) =>
		found?.valueCode === 'this-year' ? Number(today.slice(0, 4)) : found?.valueInteger;
	return { min: read(findExtension(item, urls.minValue)), max: read(findExtension(item, urls.maxValue)) };
}

function whenOf(item: Item): Field['when'] {
	if (!item.enableWhen?.length) return undefined;
	return {
		any: item.enableBehavior === 'any',
		conditions: item.enableWhen.map(({ question, operator, answerCoding, answerBoolean }) => ({
			question,
			is: operator === '=',
			value: answerCoding?.code ?? String(answerBoolean),
		})),
	};
}
