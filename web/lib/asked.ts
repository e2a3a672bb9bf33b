import type { Field } from '#shared/form/compile';

/**
 * Whether a question is asked, given what stands in the form. The page's twin of `isAsked` in shared/form, which would
 * bring the whole check along; `asked.test.ts` holds the two together.
 */
export function isAsked(
	{ any, conditions }: NonNullable<Field['when']>,
	given: (question: string) => string[],
): boolean {
	const holds = ({ question, is, value }: (typeof conditions)[number]) => {
		const answers = given(question);
		return (value === undefined ? answers.length > 0 : answers.includes(value)) === is;
	};
	return any ? conditions.some(holds) : conditions.every(holds);
}
