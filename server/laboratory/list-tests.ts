import Type from 'typebox';
import { officer, officerRanges } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { selectVersionsOf } from './queries.ts';
import { TestRecord, toTest } from './test-record.ts';

const versionsMax = 500;

export const listTests = operation({
	name: 'laboratory.list-tests',
	summary: {
		vi: 'Các xét nghiệm của một người do địa bàn của bạn ghi, mọi lần sửa, mẫu mới nhất trước',
		en: 'The tests of a person that your areas recorded, with every correction, the newest sample first',
	},
	who: officer,
	input: Type.Object(
		{
			person: Id,
			purpose: Type.String({ minLength: 5, maxLength: 500, description: 'Why; the person concerned will read it' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ tests: Type.Array(TestRecord) }),
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	run: async ({ db, caller, about }, { person }) => {
		const { from, until } = officerRanges(caller.actor);
		const rows = (await db.rows(selectVersionsOf(person, versionsMax))).filter(({ area_path }) =>
			from.some((start, index) => area_path >= start && area_path < until[index]!),
		);
		if (rows.length) about(person);
		return { tests: rows.map(toTest) };
	},
});
