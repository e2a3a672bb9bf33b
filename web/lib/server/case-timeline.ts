import type { RequestEvent } from '@sveltejs/kit';
import { countCaseLooks } from '#audit';
import { getTimeline } from '#cases';
import type { Operation } from '#platform/operation';
import { operations } from '#server/modules';
import { startOfDay } from '#shared/language';
import { acts as actWords, type TimelineEvent } from '#web/ui/timeline-words.ts';
import { askOrShow } from './ask.ts';

/** An operation by the name the log has; one of an older version is not known any more. */
export const findOperation = (name: string) => operations.get(name as Operation['name']);

const timeOf = ({ at }: TimelineEvent) => (at.length === 10 ? startOfDay(at).getTime() : Date.parse(at));

/** What happened in a case, with what the access log tells: who acted on it, and who looked at it how often each day. */
export async function loadTimeline(event: Pick<RequestEvent, 'locals' | 'url' | 'params'>): Promise<TimelineEvent[]> {
	const caseId = event.params.id!;
	const [{ events }, { groups }] = await Promise.all([
		askOrShow(event, getTimeline, { caseId }),
		askOrShow(event, countCaseLooks, { caseId }),
	]);
	const looks = new Map<string, TimelineEvent>();
	const acts: TimelineEvent[] = [];
	for (const { day, lastAt, authority, operation, times, persons } of groups) {
		const known = findOperation(operation);
		// What was done with the file itself stands in its own history.
		if (known?.personal === 'changes' && operation.startsWith('cases.')) continue;
		if (known?.personal === 'changes') {
			acts.push({
				at: lastAt,
				kind: 'done',
				title: actWords[operation] ?? known.summary,
				count: persons,
				by: authority,
			});
			continue;
		}
		const look = looks.get(`${day} ${authority}`) ?? { at: lastAt, kind: 'looked', count: 0, by: authority };
		looks.set(`${day} ${authority}`, { ...look, count: look.count! + times });
	}
	return [...events, ...acts, ...looks.values()].sort((one, other) => timeOf(other) - timeOf(one));
}
