import type { Language, Text } from '../language.ts';

/** The part of FHIR R4 Questionnaire that Vaora publishes. Anything else is refused at publishing (`publishable.ts`). */
export interface Questionnaire {
	resourceType: 'Questionnaire';
	url: string;
	version: string;
	status: 'draft' | 'active' | 'retired';
	title: string;
	_title?: Translated;
	subjectType?: string[];
	/** Groups, with the questions in them. */
	item: Item[];
}

export type ItemType =
	| 'group'
	| 'display'
	| 'string'
	| 'text'
	| 'integer'
	| 'decimal'
	| 'date'
	| 'boolean'
	| 'choice'
	| 'open-choice';

export interface Item {
	linkId: string;
	type: ItemType;
	text: string;
	_text?: Translated;
	code?: Coding[];
	required?: boolean;
	repeats?: boolean;
	maxLength?: number;
	enableWhen?: EnableWhen[];
	enableBehavior?: 'any' | 'all';
	answerOption?: AnswerOption[];
	initial?: { valueCoding?: Coding; valueString?: string }[];
	extension?: Extension[];
	item?: Item[];
}

/** `exists` goes with `answerBoolean`: whether there is an answer at all. */
export interface EnableWhen {
	question: string;
	operator: '=' | '!=' | 'exists';
	answerBoolean?: boolean;
	answerCoding?: Coding;
	answerString?: string;
	answerInteger?: number;
	answerDecimal?: number;
	answerDate?: string;
}

interface AnswerOption {
	valueCoding: Coding & { _display?: Translated };
	extension?: Extension[];
}

export interface Coding {
	system?: string;
	code: string;
	display?: string;
}

export interface Extension {
	url: string;
	valueString?: string;
	_valueString?: Translated;
	valueCode?: string;
	valueInteger?: number;
	valueDecimal?: number;
	valueDate?: string;
	valueBoolean?: boolean;
	valueCoding?: Coding;
	valueCodeableConcept?: { coding: Coding[] };
	extension?: Extension[];
}

export interface Translated {
	extension: Extension[];
}

/** FHIR's own extensions, and Vaora's where FHIR has none. */
export const urls = {
	translation: 'http://hl7.org/fhir/StructureDefinition/translation',
	regex: 'http://hl7.org/fhir/StructureDefinition/regex',
	minValue: 'http://hl7.org/fhir/StructureDefinition/minValue',
	maxValue: 'http://hl7.org/fhir/StructureDefinition/maxValue',
	control: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
	/** An option that stands by itself, such as "none of these". */
	exclusive: 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive',
	/** What is said when the answer is missing or wrong. */
	error: 'urn:vaora:error',
	hint: 'urn:vaora:hint',
	/** The condition in words, for pages without JavaScript: `Nếu có` */
	condition: 'urn:vaora:condition',
	/** The field of a person's profile this answers; such answers never lie with the health answers. */
	identity: 'urn:vaora:identity',
	autocomplete: 'urn:vaora:autocomplete',
	/** Capital letters, as the official form asks. */
	capitals: 'urn:vaora:capitals',
	/** A number of a card, kept without the spaces, dots and dashes it is printed with. */
	compact: 'urn:vaora:compact',
	/** A year or a day that is not after today. */
	notInFuture: 'urn:vaora:not-in-future',
	/** The option in another code system: SNOMED CT needs a licence, so our own code stays the first. */
	mapping: 'urn:vaora:mapping',
} as const;

/** What an operator sets for a form without a new version: the look-back and the disease's name. */
export interface FormSettings {
	lookBackDays: number;
	disease: Text;
}

export const findExtension = (of: { extension?: Extension[] } | undefined, url: string): Extension | undefined =>
	of?.extension?.find((one) => one.url === url);

/** A text of the questionnaire in a language, with the settings filled in. Vietnamese stands in where English lacks. */
export function textOf(
	text: string,
	translated: Translated | undefined,
	language: Language,
	settings: FormSettings,
): string {
	const said = language === 'vi' ? text : (findTranslation(translated, language) ?? text);
	return said
		.replaceAll('{lookBackDays}', String(settings.lookBackDays))
		.replaceAll('{disease}', () => settings.disease[language]);
}

export function findTranslation(translated: Translated | undefined, language: Language): string | undefined {
	return translated?.extension
		.filter((one) => one.url === urls.translation)
		.find((one) => one.extension?.some((part) => part.url === 'lang' && part.valueCode === language))
		?.extension?.find((part) => part.url === 'content')?.valueString;
}

/** Every item, groups before what is in them. */
export function* allItems(items: readonly Item[]): Generator<Item> {
	for (const item of items) {
		yield item;
		yield* allItems(item.item ?? []);
	}
}
