import { type Extension, type Item, type ItemType, urls } from './questionnaire.ts';
import { isSafePattern, patternLengthMax } from './safe-pattern.ts';

/** The fields of a person's profile that a questionnaire may fill (`Profile` of the identity module). */
const profileFields = [
	...['fullName', 'documentNumber', 'birthYear', 'gender', 'nationality', 'healthInsuranceNumber'],
	...['province', 'commune', 'address', 'phone', 'email'],
];

interface ExtensionRule {
	value: keyof Extension | Partial<Record<ItemType, keyof Extension>>;
	types: readonly ItemType[];
	/** Words that people read: in both languages. */
	isSaid?: boolean;
	among?: readonly string[];
}

const questions: readonly ItemType[] = [
	...(['string', 'text', 'integer', 'decimal', 'date', 'boolean', 'choice', 'open-choice'] as const),
];
const limit: ExtensionRule = {
	value: { integer: 'valueInteger', decimal: 'valueDecimal', date: 'valueDate' },
	types: ['integer', 'decimal', 'date'],
};
const rules: Record<string, ExtensionRule> = {
	[urls.regex]: { value: 'valueString', types: ['string'] },
	[urls.minValue]: limit,
	[urls.maxValue]: limit,
	[urls.notInFuture]: { value: 'valueBoolean', types: ['integer', 'date'] },
	[urls.control]: { value: 'valueCodeableConcept', types: ['string', 'choice', 'open-choice'] },
	[urls.error]: { value: 'valueString', types: questions, isSaid: true },
	[urls.hint]: { value: 'valueString', types: questions, isSaid: true },
	[urls.condition]: { value: 'valueString', types: [...questions, 'display'], isSaid: true },
	[urls.identity]: { value: 'valueString', types: questions, among: profileFields },
	[urls.autocomplete]: { value: 'valueString', types: ['string', 'text', 'integer', 'date', 'choice'] },
	[urls.capitals]: { value: 'valueBoolean', types: ['string'] },
	[urls.compact]: { value: 'valueBoolean', types: ['string'] },
};
const optionRules: Record<string, ExtensionRule> = {
	[urls.exclusive]: { value: 'valueBoolean', types: ['choice', 'open-choice'] },
	[urls.mapping]: { value: 'valueCoding', types: ['choice', 'open-choice'] },
};
const controls: Partial<Record<ItemType, readonly string[]>> = {
	string: ['phone', 'email'],
	choice: ['drop-down', 'radio-button', 'check-box', 'province', 'commune', 'country'],
	'open-choice': ['radio-button', 'check-box'],
};

/** What is wrong with the extensions of an item and of its options. */
export function findExtensionFaults(item: Item): string[] {
	const all = [...(item.extension ?? [])];
	const faults = all.flatMap((extension) => findFaultsOf(extension, item, rules));
	for (const option of item.answerOption ?? [])
		faults.push(...(option.extension ?? []).flatMap((extension) => findFaultsOf(extension, item, optionRules)));
	if (new Set(all.map(({ url }) => url)).size < all.length) faults.push('an extension stands twice');
	const control = all.find(({ url }) => url === urls.control)?.valueCodeableConcept?.coding[0]?.code;
	if (control && !controls[item.type]?.includes(control)) faults.push(`the control ${control} is not supported here`);
	const pattern = all.find(({ url }) => url === urls.regex)?.valueString;
	if (pattern === undefined) return faults;
	if (!isSafePattern(pattern)) faults.push('the regex may take for ever or is none');
	if (!item.maxLength || item.maxLength > patternLengthMax)
		faults.push(`a regex needs a maxLength of at most ${patternLengthMax}`);
	return faults;
}

function findFaultsOf(extension: Extension, { type }: Item, known: Record<string, ExtensionRule>): string[] {
	const { url, _valueString, ...rest } = extension;
	const rule = Object.hasOwn(known, url) ? known[url] : undefined;
	if (!rule) return [`the extension ${url} is not supported`];
	if (!rule.types.includes(type)) return [`the extension ${url} does not go with ${type}`];
	const value = typeof rule.value === 'string' ? rule.value : rule.value[type];
	if (Object.keys(rest).join() !== value) return [`the extension ${url} needs ${value}, and only that`];
	if (Boolean(rule.isSaid) !== Boolean(_valueString))
		return [rule.isSaid ? `${url} has no English` : `${url} is not read by people`];
	return rule.among?.includes(extension.valueString!) === false
		? [`${extension.valueString} is not known to ${url}`]
		: [];
}
