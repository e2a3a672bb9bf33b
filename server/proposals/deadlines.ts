/** How long each step may take, by where somebody is to stay. */
export interface Limits {
	listMinutes: number;
	decisionMinutes: number;
	/** Absent where no notice but the person's own is asked for. */
	noticeMinutes?: number;
}

/** What has happened so far. */
export interface Course {
	/** When somebody knew that the person must be isolated. */
	knownAt: Date;
	/** When the list was made. */
	proposedAt: Date;
	decidedAt?: Date;
	outcome?: 'accepted' | 'refused';
	/** When the last of those who must be told was told. */
	notifiedAt?: Date;
}

export interface Deadline {
	step: 'list' | 'decision' | 'notice';
	dueAt: Date;
	/** From when on little is left. */
	warnAt: Date;
	/** `done` in time, `late` when it was done after, `soon` when little is left, `missed` when nothing is. */
	state: 'done' | 'late' | 'running' | 'soon' | 'missed';
	doneAt?: Date;
}

/**
 * The clocks of an order before it is in force and told (NĐ 165/2026 Đ14-20): the list from when the need was known, the
 * decision from the list, the notices from the decision. Each begins with what really happened, so a late list does not
 * shorten the time to decide. To be on time to the second is on time.
 */
export function deadlines(course: Course, limits: Limits, now: Date): Deadline[] {
	const { knownAt, proposedAt, decidedAt, notifiedAt, outcome } = course;
	const found = [
		assess('list', { from: knownAt, minutes: limits.listMinutes, doneAt: proposedAt }, now),
		assess('decision', { from: proposedAt, minutes: limits.decisionMinutes, doneAt: decidedAt }, now),
	];
	if (decidedAt && outcome === 'accepted' && limits.noticeMinutes !== undefined)
		found.push(assess('notice', { from: decidedAt, minutes: limits.noticeMinutes, doneAt: notifiedAt }, now));
	return found;
}

/** A warning comes when a quarter of the time is left, and a quarter of an hour before at the latest. */
const warnedBefore = (minutes: number) => Math.min(minutes, Math.max(minutes / 4, 15));

const plus = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

function assess(
	step: Deadline['step'],
	{ from, minutes, doneAt }: { from: Date; minutes: number; doneAt: Date | undefined },
	now: Date,
): Deadline {
	const dueAt = plus(from, minutes);
	const warnAt = plus(dueAt, -warnedBefore(minutes));
	if (doneAt) return { step, dueAt, warnAt, doneAt, state: doneAt > dueAt ? 'late' : 'done' };
	if (now > dueAt) return { step, dueAt, warnAt, state: 'missed' };
	return { step, dueAt, warnAt, state: now >= warnAt ? 'soon' : 'running' };
}
