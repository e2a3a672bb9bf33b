import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { shiftDay } from '#shared/language';
import { anyDay, anyFacts } from '#test/any-facts';
import { dutyOf, openWatch, report, stateOf, tallyFaults, type Watch } from '#test/watch';
import { assessState } from './assess-state.ts';
import { beginDuties, endDuties, monitoring } from './index.ts';
import { turnDay } from './turn-day.ts';

let watch: Watch;
beforeAll(async () => void (watch = await openWatch()));
afterAll(() => watch.platform.close());

test('the database says the same of any facts as the rule does', async () => {
	const { db, clock } = watch.platform;
	const some = fc
		.sample(fc.tuple(anyFacts, anyDay), { numRuns: 2_000, seed: 5 })
		.map(([facts, today]) => ({ ...facts, today, person: newId() }));
	const duties = some.map(({ person, fromOn, untilOn }) =>
		dutyOf(person, '1.9', { fromOn, ...(untilOn ? { untilOn } : { untilOn: undefined }) }),
	);
	await beginDuties(db, duties, clock.now());
	await db.run(sql`update monitoring.duty d set until_on = f."untilOn", last_report_on = f."lastReportOn",
			is_symptomatic = f."isSymptomatic", last_symptom_on = f."lastSymptomOn", clear_on = f."clearOn",
			positive_on = f."positiveOn", reviewed_on = f."reviewedOn",
			ended_at = case when f."isEnded" then ${clock.now()}::timestamptz end
		from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as f (person bigint, "untilOn" date, "lastReportOn" date,
			"isSymptomatic" boolean, "lastSymptomOn" date, "clearOn" date, "positiveOn" date, "reviewedOn" date, "isEnded" boolean)
		where d.person_id = f.person`);

	const said = await db.rows(sql<{ person_id: string; state: string }>`
		select d.person_id, monitoring.state_on(d, f.today) as state from monitoring.duty d
		join jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as f (person bigint, today date) on d.person_id = f.person`);

	const states = new Map(said.map((row) => [row.person_id, row.state]));
	for (const facts of some) expect([facts, states.get(facts.person)]).toEqual([facts, assessState(facts, facts.today)]);
	await db.run(sql`truncate monitoring.duty, monitoring.tally`);
});

test('the turn of the day moves the silent and those whose last day is over, and counts them', async () => {
	const { db } = watch.platform;
	const [silent, over, spoke] = [newId(), newId(), newId()];
	const days = { fromOn: '2026-11-20' };
	await watch.watch(silent, days);
	await watch.watch(over, { ...days, untilOn: '2026-11-24' });
	await watch.watch(spoke, days);
	await report(watch.platform, watch.station, [spoke]);
	const turn = (day: string) => turnDay(db, new Date(`${day}T00:00:01+07:00`));

	await turn('2026-11-24');
	expect(await stateOf(watch.platform, silent)).toEqual(['not-reported']);
	await turn('2026-11-25');
	await turn('2026-11-25');

	expect(await stateOf(watch.platform, over)).toEqual(['needs-review']);
	expect(await stateOf(watch.platform, spoke)).toEqual(['asymptomatic']);
	expect(await tallyFaults(watch.platform)).toEqual([]);
	await turn(shiftDay('2026-11-25', 1));
	expect(await stateOf(watch.platform, spoke)).toEqual(['not-reported']);
	expect(await tallyFaults(watch.platform)).toEqual([]);
});

test('folding the tally changes no count', async () => {
	const fold = monitoring.jobs!.find(({ name }) => name === 'monitoring.fold-tally')!;

	await fold.run(watch.platform, watch.platform.clock.now(), undefined);

	expect(await tallyFaults(watch.platform)).toEqual([]);
});

test('what is over for longer than the rule says is forgotten, and not a day before', async () => {
	const { db } = watch.platform;
	const forget = monitoring.jobs!.find(({ name }) => name === 'monitoring.forget-old')!;
	const [person, sourceId] = [newId(), newId()];
	await watch.watch(person, { sourceId });
	await report(watch.platform, watch.station, [person], { signs: ['cough'] });
	await endDuties(db, { kind: 'isolation', sourceId }, { reason: 'đủ ngày', now: new Date('2026-11-24T03:00:00Z') });
	const left = async () =>
		db.one(sql<{ reports: number; duties: number }>`select
			(select count(*)::integer from monitoring.report where person_id = ${person}) as reports,
			(select count(*)::integer from monitoring.duty where person_id = ${person}) as duties`);

	await forget.run(watch.platform, new Date('2027-02-22T23:59:00+07:00'), undefined);
	expect(await left()).toEqual({ reports: 1, duties: 1 });
	await forget.run(watch.platform, new Date('2027-02-23T00:00:00+07:00'), undefined);
	expect(await left()).toEqual({ reports: 0, duties: 0 });
	expect(await tallyFaults(watch.platform)).toEqual([]);
});
