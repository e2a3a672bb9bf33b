import Type from 'typebox';
import { getOpenCaseRow, requireGrounds } from '#cases';
import { readIds } from '#identity';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { normalise } from '#shared/text/vietnamese';
import { Moment, shownDays } from './notice.ts';
import { countVisitors, insertNotice, selectPlaceOfCase } from './queries.ts';
import { officerOfCase } from './reach.ts';

/** Of fewer people a notice would point at somebody (Aarogya Setu, 2020). */
export const visitorsLeast = 10;

const longestMilliseconds = 24 * 3_600_000;
const dayLong = 86_400_000;
const Advice = Type.String({ minLength: 5, maxLength: 300 });

export const proposeNotice = operation({
	name: 'venues.propose-notice',
	summary: {
		vi: 'Đề nghị thông báo công khai: những ai đã ở một địa điểm trong khoảng thời gian',
		en: 'Proposes a public notice: whoever was at a place between two times',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			placeId: Id,
			from: Moment,
			until: Moment,
			advice: Type.Object({ vi: Advice, en: Advice }, { additionalProperties: false }),
			phone: Type.String({ pattern: '^[0-9+][0-9 .]{2,19}$', description: 'Of the health station' }),
			despite: Type.Optional(
				Type.String({ minLength: 10, maxLength: 500, description: 'Why, although fewer than ten people were there' }),
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ noticeId: Id, visitors: Type.Integer() }),
	personal: 'changes',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, now, about }, { caseId, placeId, advice, phone, despite, ...times }) => {
		const row = await getOpenCaseRow(db, caseId);
		await requireGrounds(db, row);
		about(row.person_id);
		const [from, until] = [new Date(times.from), new Date(times.until)];
		checkTimes(from, until, now);
		// Only where the case was: no officer may point at a place of their choice.
		const ids = await readIds(db, row.person_id);
		if (!(await db.find(selectPlaceOfCase(placeId, ids, from, until))))
			throw new Problem('not-found', { field: 'placeId' });
		const { people: visitors } = await db.one(countVisitors(placeId, from, until, ids));
		if (visitors < visitorsLeast && !despite)
			throw new Problem('too-few-visitors', { field: 'despite', values: { least: visitorsLeast } });
		const noticeId = newId();
		await db.run(
			insertNotice({
				...{ notice_id: noticeId, case_id: caseId, area_path: row.area_path, place_id: placeId, seen_from: from },
				...{ seen_until: until, advice_vi: normalise(advice.vi), advice_en: normalise(advice.en), phone, visitors },
				...{
					despite: despite ?? null,
					state: 'proposed',
					proposed_by: actorId(caller.actor) ?? null,
					proposed_at: now,
				},
				...{ published_at: null, withdrawn_at: null, correction_vi: null, correction_en: null },
			}),
		);
		return { noticeId, visitors };
	},
});

/** At most a day, so that it warns those who were there and not everybody; none that has not come. */
function checkTimes(from: Date, until: Date, now: Date): void {
	if (!(from < until) || until > now || until.getTime() - from.getTime() > longestMilliseconds)
		throw new Problem('invalid-input', { field: 'until' });
	if (now.getTime() - from.getTime() > shownDays * dayLong) throw new Problem('invalid-input', { field: 'from' });
}
