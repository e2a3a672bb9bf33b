import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Candidate, getCandidateRow, officerOfCandidate, toCandidates } from './candidate.ts';

export const get = operation({
	name: 'duplicates.get',
	summary: {
		vi: 'Một cặp hồ sơ có thể trùng, tên được che',
		en: 'One pair of records that may be of the same person, with masked names',
	},
	who: officerOfCandidate,
	input: Type.Object({ candidateId: Id }, { additionalProperties: false }),
	output: Candidate,
	personal: 'reads',
	purpose: () => 'Tìm hồ sơ trùng · Looking for records of the same person',
	run: async ({ db, platform: { keys }, about }, { candidateId }) => {
		const row = await getCandidateRow(db, candidateId);
		about(row.low_id, row.high_id);
		return (await toCandidates({ db, keys }, [row]))[0]!;
	},
});
