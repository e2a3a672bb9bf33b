import type { Text } from '../language.ts';

export interface ProblemWords {
	status: number;
	title: Text;
	/** What to do next. `{name}` is filled with a value of the problem. */
	detail: Text;
}

export const problem = (status: number, title: [string, string], detail: [string, string]): ProblemWords => ({
	status,
	title: { vi: title[0], en: title[1] },
	detail: { vi: detail[0], en: detail[1] },
});
