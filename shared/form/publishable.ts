import { allItems, findTranslation, type Item, type Questionnaire, urls } from './questionnaire.ts';

const types = new Set(['group', 'display', 'string', 'text', 'integer', 'boolean', 'choice']);
const extensionUrls = new Set<string>(Object.values(urls));
/** No group may repeat what repeats itself: such an expression can take for ever. */
const nestedRepeat = /\([^)]*[*+}][^)]*\)[*+{]/;

/** What stands in the way of publishing a questionnaire, in words for whoever wrote it; nothing when it may be. */
export function findFaults(questionnaire: Questionnaire): string[] {
	const faults: string[] = [];
	const items = [...allItems(questionnaire.item)];
	if (!questionnaire.url || !questionnaire.version) faults.push('url and version are needed');
	if (!findTranslation(questionnaire._title, 'en')) faults.push('the title has no English');
	const seen = new Set<string>();
	for (const item of items) {
		const say = (what: string) => faults.push(`${item.linkId}: ${what}`);
		if (!/^[a-z][a-z0-9-]*$/.test(item.linkId)) say('a linkId is small letters, digits and dashes');
		if (seen.has(item.linkId)) say('this linkId stands twice');
		for (const fault of itemFaults(item, seen)) say(fault);
		seen.add(item.linkId);
	}
	for (const group of questionnaire.item) if (group.type !== 'group') faults.push(`${group.linkId}: stands outside a group`);
	return faults;
}

function itemFaults(item: Item, before: ReadonlySet<string>): string[] {
	const faults: string[] = [];
	if (!types.has(item.type)) faults.push(`the type ${item.type} is not supported`);
	if (!findTranslation(item._text, 'en')) faults.push('has no English');
	if (item.type === 'choice' && !item.answerOption?.length && !hasOwnList(item)) faults.push('has no options');
	for (const { valueCoding } of item.answerOption ?? [])
		if (!findTranslation(valueCoding._display, 'en')) faults.push(`the option ${valueCoding.code} has no English`);
	for (const { url, valueString } of item.extension ?? []) {
		if (!extensionUrls.has(url)) faults.push(`the extension ${url} is not supported`);
		if (url === urls.regex && !isSafe(valueString ?? '')) faults.push('the regex may take for ever or is none');
	}
	for (const { question } of item.enableWhen ?? [])
		if (!before.has(question)) faults.push(`depends on ${question}, which does not stand before it`);
	return faults;
}

/** Provinces, communes and countries are lists the page fills itself. */
const hasOwnList = (item: Item) => item.extension?.some((one) => one.url === urls.control) === true;

function isSafe(pattern: string): boolean {
	if (pattern.length > 200 || nestedRepeat.test(pattern)) return false;
	try {
		return Boolean(new RegExp(pattern, 'u'));
	} catch {
		return false;
	}
}
