import { type EnableWhen, findExtension, type Item, urls } from './questionnaire.ts';

/** What is wrong with the conditions of an item, given the items before it: a condition looks back, never forward. */
export function findConditionFaults(item: Item, before: ReadonlyMap<string, Item>): string[] {
	const conditions = item.enableWhen ?? [];
	const faults = conditions.flatMap((condition) => {
		const asked = before.get(condition.question);
		if (!asked || asked.type === 'group' || asked.type === 'display')
			return [`depends on ${condition.question}, which is no question before it`];
		// Somebody known is asked only about health, so that nothing of the identity is answered.
		if (findExtension(asked, urls.identity) && !findExtension(item, urls.identity))
			return [`depends on ${condition.question}, which is not asked again`];
		return isFit(condition, asked) ? [] : [`the condition on ${condition.question} can never hold`];
	});
	if (conditions.length > 1 && !item.enableBehavior) faults.push('several conditions need an enableBehavior');
	if (item.enableBehavior && !conditions.length) faults.push('an enableBehavior needs conditions');
	if (findExtension(item, urls.condition) && !conditions.length) faults.push('says a condition and has none');
	return faults;
}

/** The answer that is compared is one that can be given. */
function isFit({ question: _question, operator, ...answer }: EnableWhen, asked: Item): boolean {
	const names = Object.keys(answer);
	if (names.length !== 1) return false;
	if (operator === 'exists') return names[0] === 'answerBoolean';
	const { answerCoding } = answer;
	if (asked.type === 'choice' || asked.type === 'open-choice') {
		if (!answerCoding) return false;
		return (asked.answerOption ?? []).some(
			({ valueCoding }) => valueCoding.code === answerCoding.code && valueCoding.system === answerCoding.system,
		);
	}
	return names[0] === answerNames[asked.type as keyof typeof answerNames];
}

const answerNames = {
	string: 'answerString',
	text: 'answerString',
	integer: 'answerInteger',
	decimal: 'answerDecimal',
	date: 'answerDate',
	boolean: 'answerBoolean',
} as const;
