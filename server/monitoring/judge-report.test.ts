import { expect, test } from 'vitest';
import any from '../diseases/symptom-rules/any.json' with { type: 'json' };
import { type Judged, judgeReport } from './judge-report.ts';

// biome-ignore format: a table.
const cases: [string, string[], string | undefined, Judged['level'], boolean][] = [
	['well', ['none'], undefined, 'green', false],
	['well, and no fever', ['none'], '37.4', 'green', false],
	['well, and a temperature of the rule’s', ['none'], '37.5', 'red', false],
	['a temperature that is urgent', ['none'], '39', 'red', true],
	['just below urgent', ['none'], '38.9', 'red', false],
	['any one of', ['cough'], undefined, 'red', false],
	['one of those of which it takes two', ['fatigue'], undefined, 'amber', false],
	['two of those', ['fatigue', 'headache'], undefined, 'red', false],
	['the same one twice', ['fatigue', 'fatigue'], undefined, 'amber', false],
	['a sign the rule does not name', ['rash'], undefined, 'amber', false],
	['a sign that needs somebody at once', ['difficulty-breathing'], undefined, 'red', true],
	['an answer by message that says yes', ['other'], undefined, 'red', false],
];

test.each(cases)('%s', (_name, signs, temperature, level, isUrgent) => {
	const judged = judgeReport(any, { signs, ...(temperature ? { temperature } : {}) });

	expect([judged.level, judged.isUrgent]).toEqual([level, isUrgent]);
});
