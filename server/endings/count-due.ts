import Type from 'typebox';
import { officer, officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { countDue as countRows } from './queries.ts';

export const countDue = operation({
	name: 'endings.count-due',
	summary: {
		vi: 'Bao nhiêu người đủ điều kiện kết thúc cách ly, còn thiếu điều kiện, hoặc đã hết căn cứ',
		en: 'How many are ready to end isolation, lack something, or have no reason for it any more',
	},
	who: officer,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({ ready: Type.Integer(), waiting: Type.Integer(), groundless: Type.Integer() }),
	personal: 'none',
	run: ({ db, caller }) => db.one(countRows(officerRanges(caller.actor))),
});
