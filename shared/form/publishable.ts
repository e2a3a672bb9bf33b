import { findConditionFaults } from './condition-faults.ts';
import { findExtensionFaults } from './extension-faults.ts';
import {
	allItems,
	findExtension,
	findTranslation,
	type Item,
	type ItemType,
	type Questionnaire,
	type Translated,
	urls,
} from './questionnaire.ts';
import { questionnaireShape } from './questionnaire-shape.ts';
import { findMisfits } from './shape.ts';

/**
 * What stands in the way of publishing a questionnaire, in words for whoever wrote it; nothing when it may be. Takes
 * any JSON. What is not on the lists is refused, so that no question, condition or limit is ever silently left out.
 */
export function findFaults(given: unknown): string[] {
	const misfits = findMisfits(questionnaireShape, given);
	if (misfits.length) return misfits;
	const questionnaire = given as Questionnaire;
	const faults = findWordFaults(questionnaire.title, questionnaire._title).map((fault) => `title: ${fault}`);
	const before = new Map<string, Item>();
	const identities = new Set<string>();
	for (const item of allItems(questionnaire.item)) {
		const identity = findExtension(item, urls.identity)?.valueString;
		if (before.has(item.linkId)) faults.push(`${item.linkId}: this linkId stands twice`);
		if (identity && identities.has(identity)) faults.push(`${item.linkId}: ${identity} is asked twice`);
		faults.push(...findItemFaults(item, before).map((fault) => `${item.linkId}: ${fault}`));
		before.set(item.linkId, item);
		if (identity) identities.add(identity);
	}
	return faults;
}

function findItemFaults(item: Item, before: ReadonlyMap<string, Item>): string[] {
	const unfit = Object.keys(item).filter((name) => !common.includes(name) && !allowed[item.type].includes(name));
	return [
		...unfit.map((name) => `${name} does not go with ${item.type}`),
		...findWordFaults(item.text, item._text),
		...findLengthFaults(item),
		...findOptionFaults(item),
		...findInitialFaults(item),
		...findExtensionFaults(item),
		...(item.extension ?? []).flatMap(({ valueString, _valueString }) =>
			_valueString ? findWordFaults(valueString ?? '', _valueString) : [],
		),
		...findConditionFaults(item, before),
	];
}

const common = ['linkId', 'type', 'text', '_text'];
const conditional = ['enableWhen', 'enableBehavior', 'extension'];
const asked = [...conditional, 'required', 'code'];
const allowed: Record<ItemType, readonly string[]> = {
	group: ['item', 'code'],
	display: conditional,
	string: [...asked, 'maxLength', 'initial'],
	text: [...asked, 'maxLength'],
	integer: asked,
	decimal: asked,
	date: asked,
	boolean: asked,
	choice: [...asked, 'repeats', 'answerOption', 'initial'],
	'open-choice': [...asked, 'repeats', 'answerOption', 'maxLength'],
};

const settings = ['{lookBackDays}', '{disease}'];

/** English must be there, and speak of the same settings. */
function findWordFaults(vietnamese: string, translated: Translated | undefined): string[] {
	const english = findTranslation(translated, 'en');
	if (!english) return ['has no English'];
	const namesIn = (text: string) => [...new Set(text.match(/\{[^}]*\}/g))].sort();
	const names = namesIn(vietnamese);
	const unknown = [...names, ...namesIn(english)].find((name) => !settings.includes(name));
	if (unknown) return [`${unknown} is no setting`];
	return names.join() === namesIn(english).join() ? [] : ['speaks of other settings in English'];
}

/** Nothing people type is without an end. */
function findLengthFaults({ type, maxLength }: Item): string[] {
	if (type !== 'string' && type !== 'text' && type !== 'open-choice') return [];
	return maxLength && maxLength > 0 && maxLength <= 4_000 ? [] : ['needs a maxLength of at most 4000'];
}

function findOptionFaults({ type, answerOption = [], ...item }: Item): string[] {
	const codes = answerOption.map((option) => option.valueCoding.code);
	const faults = answerOption.flatMap(({ valueCoding }) =>
		findWordFaults(valueCoding.display!, valueCoding._display).map(
			(fault) => `the option ${valueCoding.code} ${fault}`,
		),
	);
	if (new Set(codes).size < codes.length) faults.push('an option stands twice');
	const control = findExtension(item, urls.control)?.valueCodeableConcept?.coding[0]?.code ?? '';
	const hasOwnList = ['province', 'commune', 'country'].includes(control);
	if (hasOwnList && (codes.length || item.repeats)) faults.push(`${control} has its own list, for one answer`);
	if ((type === 'choice' || type === 'open-choice') && !hasOwnList && !codes.length) faults.push('has no options');
	return faults;
}

/** Law 91/2025/QH15: consent is an act of the person. No answer about health is chosen beforehand, nor any box ticked. */
function findInitialFaults(item: Item): string[] {
	if (!item.initial) return [];
	if (!findExtension(item, urls.identity)) return ['no answer but to who somebody is may be chosen beforehand'];
	const [{ valueCoding, valueString }] = item.initial as [{ valueCoding?: unknown; valueString?: unknown }];
	const isFit = item.type === 'choice' ? valueCoding && !valueString : valueString && !valueCoding;
	return isFit ? [] : ['the initial answer is of another kind than the question'];
}
