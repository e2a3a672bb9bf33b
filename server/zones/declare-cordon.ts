import Type from 'typebox';
import { findArea } from '#areas';
import { officerOf } from '#identity';
import { actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { isNoticeShort, Moment } from './cordon.ts';
import { forgetLastEnd } from './home-cordons.ts';
import { insertCordon, selectSameCordon } from './queries.ts';

export const declareCordon = operation({
	name: 'zones.declare-cordon',
	summary: {
		vi: 'Ghi quyết định khoanh vùng một đơn vị hành chính, hoặc một phần của nó',
		en: 'Records the decision to cordon off an area, or a part of one',
	},
	who: officerOf(async ({ areaId }: { areaId: number }, db: Db) => (await findArea(db, areaId))?.path),
	input: Type.Object(
		{
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
			part: Type.Optional(
				Type.String({ minLength: 2, maxLength: 200, description: 'A tổ dân phố, a thôn, a building' }),
			),
			from: Moment,
			until: Type.Optional(Moment),
			decidedBy: Type.String({ minLength: 3, maxLength: 200 }),
			decisionNumber: Type.String({ minLength: 1, maxLength: 100 }),
			noticeAt: Type.Optional({ ...Moment, description: 'When those concerned were told' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		cordonId: Id,
		isNoticeShort: Type.Boolean({ description: 'Less than six hours before, or not told at all' }),
		wasDeclared: Type.Boolean(),
	}),
	// About nobody by name, and kept in the log all the same: it stops people at every door.
	personal: 'changes',
	run: async ({ db, caller, now, platform, afterCommit }, input) => {
		const area = await findArea(db, input.areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		const times = readTimes(input, now);
		const row = {
			cordon_id: newId(),
			area_id: area.areaId,
			area_path: area.path,
			part: input.part ?? null,
			holds_from: times.from,
			decided_until: times.until ?? null,
			holds_until: times.until ?? null,
			decided_by: input.decidedBy,
			decision_number: input.decisionNumber,
			notice_at: times.noticeAt ?? null,
			declared_by: actorId(caller.actor) ?? null,
			declared_at: now,
			ended_at: null,
			end_decision: null,
		};
		const isNew = (await db.run(insertCordon(row))) > 0;
		afterCommit(() => forgetLastEnd(platform));
		const cordonId = isNew ? row.cordon_id : (await db.one(selectSameCordon(row))).cordon_id;
		return { cordonId, isNoticeShort: isNoticeShort(times.noticeAt, times.from), wasDeclared: !isNew };
	},
});

const dayLong = 86_400_000;
/** Further from now than this is a slip of the pen. */
const daysMax = { before: 90, ahead: 30, long: 366 };

function readTimes(given: { from: string; until?: string; noticeAt?: string }, now: Date) {
	const from = new Date(given.from);
	const until = given.until === undefined ? undefined : new Date(given.until);
	const noticeAt = given.noticeAt === undefined ? undefined : new Date(given.noticeAt);
	const daysAhead = (from.getTime() - now.getTime()) / dayLong;
	const refuse = (field: string): never => {
		throw new Problem('invalid-input', { field });
	};
	if (!(daysAhead <= daysMax.ahead && daysAhead >= -daysMax.before)) refuse('from');
	if (until && !(until > from && until.getTime() - from.getTime() <= daysMax.long * dayLong)) refuse('until');
	if (noticeAt && !(noticeAt <= now)) refuse('noticeAt');
	return { from, until, noticeAt };
}
