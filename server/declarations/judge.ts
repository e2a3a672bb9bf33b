import { type Form, fieldsOf } from '#shared/form/compile';
import type { Text } from '#shared/language';

export type Level = 'green' | 'amber' | 'red';

/** What the answer to a question must be. Of a list, at least one answer, or as many different ones as are counted. */
export type Test =
	| { question: string; is: string }
	| { anyQuestion: string[]; is: string }
	| { question: string; anyOf: string[]; atLeast?: number };

interface Condition {
	code: string;
	level: 'amber' | 'red';
	/** All of these must hold. */
	all: Test[];
	reason: Text;
}

/** A version of the rule by which answers become a level. Data: operators add versions, nobody changes one. */
export interface DeclarationRule {
	rule: string;
	version: number;
	validFrom: string;
	/** The decision it comes from. */
	decision: string;
	/** How long a declaration holds. */
	validHours: number;
	advice: Record<Level, Text>;
	conditions: Condition[];
}

export interface Judgement {
	level: Level;
	/** The conditions that decided the level, in the order of the rule; none when it is green. */
	reasons: { code: string; vi: string; en: string }[];
	advice: Text;
}

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Judges health answers by a rule: red if any red condition holds, else amber if any amber one does, else green. */
export function judge(rule: DeclarationRule, answers: Answers): Judgement {
	const holding = rule.conditions.filter((condition) => condition.all.every((test) => holds(test, answers)));
	const red = holding.filter((condition) => condition.level === 'red');
	const deciding = red.length ? red : holding;
	const level = red.length ? 'red' : holding.length ? 'amber' : 'green';
	return {
		level,
		reasons: deciding.map(({ code, reason }) => ({ code, ...reason })),
		advice: rule.advice[level],
	};
}

/** What a rule reads and a form does not ask: `question`, or `question = answer` where nobody can choose the answer. */
export function listUnasked(rule: DeclarationRule, form: Form): string[] {
	const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
	const unasked = rule.conditions
		.flatMap(({ all }) => all)
		.flatMap((test) => {
			const answers = 'is' in test ? [test.is] : test.anyOf;
			const questions = 'anyQuestion' in test ? test.anyQuestion : [test.question];
			return questions.flatMap((question) => {
				const field = fields.get(question);
				if (!field) return [question];
				const isChoosable = (answer: string) =>
					!field.options || field.isOpen || field.options.some(({ value }) => value === answer);
				return answers.filter((answer) => !isChoosable(answer)).map((answer) => `${question} = ${answer}`);
			});
		});
	return [...new Set(unasked)];
}

function holds(test: Test, answers: Answers): boolean {
	const given = (question: string) => {
		const value = answers[question];
		return value === undefined ? [] : typeof value === 'string' ? [value] : value;
	};
	if ('anyQuestion' in test) return test.anyQuestion.some((question) => given(question).includes(test.is));
	if ('is' in test) return given(test.question).includes(test.is);
	const chosen = given(test.question);
	return test.anyOf.filter((value) => chosen.includes(value)).length >= (test.atLeast ?? 1);
}
