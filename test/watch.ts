import { findAreaByCode } from '#areas';
import { beginDuties, type NewDuty, submitReports } from '#monitoring';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newId, newUuid } from '#platform/ids';
import { sql } from '#platform/sql';
import type { TestPlatform } from './database.ts';
import { openVaora, staff } from './people.ts';

/** Two wards of Ha Noi and one of Hue with their stations. "Now" is 24 November 2026, 8 o'clock. */
export async function openWatch() {
	const platform = await openVaora();
	const area = async (level: 'province' | 'commune', code: string) =>
		(await findAreaByCode(platform.db, level, code, '2026-11-24'))!;
	const haNoi = await area('province', '01');
	const baDinh = await area('commune', '00004');
	const hoanKiem = await area('commune', '00070');
	const hue = await area('province', '46');
	const officer = (path: string) => staff('Trạm Y tế phường Ba Đình', { name: 'health-officer', area: path });
	return {
		platform,
		areas: { haNoi, baDinh, hoanKiem, hue },
		station: officer(baDinh.path),
		neighbour: officer(hoanKiem.path),
		province: officer(haNoi.path),
		elsewhere: officer(hue.path),
		/** Somebody of Ba Đình who is to report from today on. */
		watch: (personId: string, change: Partial<NewDuty> = {}) =>
			beginDuties(platform.db, [dutyOf(personId, baDinh.path, change)], platform.clock.now()),
	};
}
export type Watch = Awaited<ReturnType<typeof openWatch>>;

export const dutyOf = (personId: string, areaPath: string, change: Partial<NewDuty> = {}): NewDuty => ({
	...{ personId, kind: 'isolation', sourceId: newId(), areaPath, disease: 'covid-19', reportsADay: 1 },
	...{ fromOn: '2026-11-24', untilOn: '2026-12-07', ...change },
});

export const healthy = { signs: ['none'] };

/** Sends reports of some people; unless told otherwise they are well. */
export async function report(
	platform: TestPlatform,
	who: Caller,
	persons: readonly string[],
	answers: Record<string, string | string[]> = healthy,
	more: { at?: string; id?: string; slot?: number } = {},
) {
	const reports = persons.map((person) => ({ id: newUuid(), person, answers, ...more }));
	return (await call(platform, submitReports, who, { reports })).reports;
}

/** In which state the database has each person's leading duty. */
export const stateOf = async ({ db }: TestPlatform, person: string) =>
	(
		await db.rows(sql<{ state: string }>`
			select state from monitoring.duty where person_id = ${person} and leads order by duty_id`)
	).map(({ state }) => state);

/** The tally must say what counting says. */
export async function tallyFaults({ db }: TestPlatform) {
	return db.rows(sql`
		select area_path, state, sum(people)::integer as people from (
			select area_path, state, people from monitoring.tally
			union all select area_path, state, -1 from monitoring.duty where leads
		) both_ways group by area_path, state having sum(people) <> 0 order by area_path, state limit 10`);
}
