import { addAttempts, type NewAttempt } from '#monitoring';
import { startOfDay } from '#shared/language';
import type { Added, Adding } from './adding.ts';
import type { Entry } from './file/read-row.ts';
import { findKnown } from './known.ts';

/**
 * Notes that somebody was visited, or was not found: what a follow-up of another system says. It is no report of health,
 * since nobody knows what was asked. One that never took place is left out.
 */
export async function addFollowUpRows(adding: Adding, entries: readonly Entry[]): Promise<Added> {
	const { db, keys, row, scope } = adding;
	const known = await findKnown(
		adding,
		scope,
		entries.map(({ externalId }) => externalId),
	);
	const told = entries.filter(({ externalId }) => known.has(externalId));
	const tried = told.filter(({ values }) => values.followUp && values.followUp !== 'nothing');
	const attempts = tried.map(({ externalId, values }): NewAttempt => {
		const id = `${scope}\n${externalId}\n${values.followedOn}\n${values.followUp}`;
		return {
			personId: known.get(externalId)!.personId,
			attemptId: (keys.hash('imported follow-up', id).readBigUInt64BE() >> 1n).toString(),
			at: startOfDay(values.followedOn!),
			outcome: values.followUp === 'no-answer' ? 'no-answer' : 'visited',
			note: values.followUp === 'ill' ? 'Có triệu chứng · Ill' : values.followUp === 'visited' ? 'Khoẻ · Well' : '',
		};
	});
	const added = await addAttempts(db, { id: row.sent_by, authority: row.source }, attempts);
	return {
		...{ added, known: told.length - added, links: 0 },
		refused: entries.filter(({ externalId }) => !known.has(externalId)).map(({ number }) => number),
		persons: [...new Set(attempts.map(({ personId }) => personId))],
	};
}
