import { allItems, findTranslation, type Item, type Questionnaire, urls } from './questionnaire.ts';

const types = new Set(['group', 'display', 'string', 'text', 'integer', 'boolean', 'choice']);
const properties = new Set([
	...['linkId', 'type', 'text', '_text', 'required', 'repeats', 'maxLength', 'enableWhen', 'enableBehavior'],
	...['answerOption', 'initial', 'code', 'extension', 'item'],
]);
const extensionUrls = new Set<string>(Object.values(urls));
/** A group that repeats can take for ever on a wrong answer, and so can three open repeats one after another. */
const repeatedGroup = /\)(?:[*+]|\{)/;
const openRepeat = /[*+]|\{\d+,\d*\}/g;

/** What stands in the way of publishing a questionnaire, in words for whoever wrote it; nothing when it may be. */
export function findFaults(questionnaire: Questionnaire): string[] {
	try {
		return listFaults(questionnaire);
	} catch {
		// Anything may be handed in: a text where a list belongs is not worth a sentence of its own.
		return ['is not built as FHIR says a Questionnaire is'];
	}
}

function listFaults(questionnaire: Questionnaire): string[] {
	const faults: string[] = [];
	const groups = listOf(questionnaire.item);
	if (!isText(questionnaire.url) || !isText(questionnaire.version)) faults.push('url and version are needed');
	if (!isText(questionnaire.title)) faults.push('the title is missing');
	if (!findTranslation(questionnaire._title, 'en')) faults.push('the title has no English');
	if (!groups.length) faults.push('there are no questions');
	const before = new Map<string, Item>();
	for (const item of allItems(groups)) {
		for (const fault of [...idFaults(item, before), ...itemFaults(item, before)])
			faults.push(`${item.linkId}: ${fault}`);
		before.set(item.linkId, item);
	}
	for (const { linkId, type, item } of groups) {
		if (type !== 'group') faults.push(`${linkId}: stands outside a group`);
		for (const inner of listOf(item))
			if (inner.type === 'group' || listOf(inner.item).length) faults.push(`${inner.linkId}: a group inside a group`);
	}
	return faults;
}

function* idFaults({ linkId }: Item, before: ReadonlyMap<string, Item>): Generator<string> {
	if (!isText(linkId) || !/^[a-z][a-z0-9-]*$/.test(linkId)) yield 'a linkId is small letters, digits and dashes';
	if (before.has(linkId)) yield 'this linkId stands twice';
}

function* itemFaults(item: Item, before: ReadonlyMap<string, Item>): Generator<string> {
	for (const name of Object.keys(item)) if (!properties.has(name)) yield `${name} is not supported`;
	if (!types.has(item.type)) yield `the type ${item.type} is not supported`;
	if (!isText(item.text)) yield 'has no text';
	if (!findTranslation(item._text, 'en')) yield 'has no English';
	if (item.repeats && item.type !== 'choice') yield 'only a choice may repeat';
	yield* optionFaults(item);
	for (const { url, valueString } of listOf(item.extension)) {
		if (!extensionUrls.has(url)) yield `the extension ${url} is not supported`;
		if (url === urls.regex && !isSafe(valueString)) yield 'the regex may take for ever or is none';
	}
	for (const { question, operator, answerCoding, answerBoolean } of listOf(item.enableWhen)) {
		const asked = before.get(question);
		if (!asked) yield `depends on ${question}, which does not stand before it`;
		const isCompared = answerCoding !== undefined || answerBoolean !== undefined;
		if (!/^!?=$/.test(operator) || !isCompared) yield `the condition on ${question} is not supported`;
		const options = listOf(asked?.answerOption);
		if (options.length && !options.some(({ valueCoding }) => valueCoding?.code === answerCoding?.code))
			yield `depends on an answer ${question} does not have`;
	}
}

function* optionFaults(item: Item): Generator<string> {
	const options = listOf(item.answerOption);
	if (item.type === 'choice' && !options.length && !hasOwnList(item)) yield 'has no options';
	const codes = options.map(({ valueCoding }) => valueCoding?.code);
	if (!codes.every(isText)) yield 'an option has no code';
	if (new Set(codes).size < codes.length) yield 'an option stands twice';
	for (const { valueCoding } of options)
		if (!findTranslation(valueCoding?._display, 'en')) yield `the option ${valueCoding?.code} has no English`;
}

/** Provinces, communes and countries are lists the page fills itself. */
const hasOwnList = (item: Item) => listOf(item.extension).some((one) => one.url === urls.control);

function isSafe(pattern: unknown): boolean {
	if (!isText(pattern) || pattern.length > 200 || repeatedGroup.test(pattern)) return false;
	if ((pattern.match(openRepeat) ?? []).length > 2) return false;
	try {
		return Boolean(new RegExp(pattern, 'u'));
	} catch {
		return false;
	}
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The objects in what should be a list; whoever wrote it may have written something else. */
const listOf = <T>(value: T[] | undefined): T[] =>
	Array.isArray(value) ? value.filter((one) => one instanceof Object) : [];
