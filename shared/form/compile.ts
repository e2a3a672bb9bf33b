import type { Language } from '../language.ts';
import {
	type EnableWhen,
	type FormSettings,
	findExtension,
	type Item,
	type Questionnaire,
	textOf,
	urls,
} from './questionnaire.ts';

type FieldKind =
	| 'text'
	| 'tel'
	| 'email'
	| 'number'
	| 'date'
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
	/** In characters as people count them. */
	maxLength?: number;
	/** The whole answer must match it. */
	pattern?: string;
	/** A number, or a day `YYYY-MM-DD`. */
	min?: number | string;
	max?: number | string;
	isDecimal?: boolean;
	options?: Option[];
	/** An answer of one's own may stand beside the options: a text input of the same name. */
	isOpen?: boolean;
	initial?: string;
	/** Asked only under these conditions. */
	when?: { any: boolean; conditions: Condition[] };
	/** The conditions in words, for a page without JavaScript. */
	conditionText?: string;
	autocomplete?: string;
	isCapitals?: boolean;
	isCompact?: boolean;
	/** The profile field it answers. */
	identity?: string;
}

interface Option {
	value: string;
	label: string;
	/** The code system of the value. */
	system?: string;
	isExclusive?: boolean;
}

/** Whether a question was answered so, or, without a value, whether it was answered at all. */
export interface Condition {
	question: string;
	is: boolean;
	value?: string;
}

interface Section {
	id: string;
	title: string;
	fields: Field[];
}

export interface Form {
	url: string;
	version: string;
	language: Language;
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
	const { language, settings } = options;
	return {
		url,
		version,
		language,
		title: textOf(title, _title, language, settings),
		sections: questionnaire.item.map((group) => ({
			id: group.linkId,
			title: textOf(group.text, group._text, language, settings),
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
	const isSet = (url: string) => findExtension(item, url)?.valueBoolean || undefined;
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
		isDecimal: item.type === 'decimal' || undefined,
		options: optionsOf(item, options),
		isOpen: item.type === 'open-choice' || undefined,
		initial: item.initial?.[0]?.valueCoding?.code ?? item.initial?.[0]?.valueString,
		when: whenOf(item),
		conditionText: said(urls.condition),
		autocomplete: findExtension(item, urls.autocomplete)?.valueString,
		isCapitals: isSet(urls.capitals),
		isCompact: isSet(urls.compact),
		identity: findExtension(item, urls.identity)?.valueString,
	};
	return withoutUndefined(field);
}

function kindOf(item: Item): FieldKind {
	const control = findExtension(item, urls.control)?.valueCodeableConcept?.coding[0]?.code;
	switch (item.type) {
		case 'choice':
		case 'open-choice':
			if (control === 'province' || control === 'commune' || control === 'country') return control;
			return item.repeats ? 'checkbox' : control === 'drop-down' ? 'select' : 'radio';
		case 'string':
			return control === 'phone' ? 'tel' : control === 'email' ? 'email' : 'text';
		case 'text':
			return 'textarea';
		case 'integer':
		case 'decimal':
			return 'number';
		case 'boolean':
			return 'confirm';
		case 'date':
			return 'date';
		default:
			return 'display';
	}
}

/** What cannot lie in the future ends today: a day as it is, a number as a year. */
function limitsOf(item: Item, today: string): Pick<Field, 'min' | 'max'> {
	const read = (url: string) => {
		const found = findExtension(item, url);
		return found?.valueInteger ?? found?.valueDecimal ?? found?.valueDate;
	};
	const isPast = findExtension(item, urls.notInFuture)?.valueBoolean;
	const newest = item.type === 'date' ? today : Number(today.slice(0, 4));
	return { min: read(urls.minValue), max: isPast ? newest : read(urls.maxValue) };
}

function optionsOf(item: Item, { language, settings }: CompileOptions): Option[] | undefined {
	return item.answerOption?.map((option) => {
		const { code, display = code, _display, system } = option.valueCoding;
		const isExclusive = findExtension(option, urls.exclusive)?.valueBoolean || undefined;
		return withoutUndefined({ value: code, label: textOf(display, _display, language, settings), system, isExclusive });
	});
}

function whenOf(item: Item): Field['when'] {
	if (!item.enableWhen?.length) return undefined;
	return { any: item.enableBehavior === 'any', conditions: item.enableWhen.map(toCondition) };
}

function toCondition(condition: EnableWhen): Condition {
	const { question, operator, answerCoding, answerString, answerInteger, answerDecimal, answerDate, answerBoolean } =
		condition;
	if (operator === 'exists') return { question, is: answerBoolean === true };
	const value = answerCoding?.code ?? answerString ?? answerInteger ?? answerDecimal ?? answerDate ?? answerBoolean;
	return { question, is: operator === '=', value: String(value) };
}

/** The view model is sent to pages: what is not there is left out. */
function withoutUndefined<T extends object>(of: T): T {
	return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
}
