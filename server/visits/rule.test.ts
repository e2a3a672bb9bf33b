import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/sql';
import type { TestPlatform } from '#test/database';
import { openVaora } from '#test/people';
import { currentRule } from './rule.ts';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openVaora('2026-11-24T08:00:00+07:00');
});
afterAll(() => platform.close());

const at = (clock: string) => new Date(`2026-11-24T${clock}+07:00`);

test('a new version of the rule reaches every process half a minute after it is in force, at the latest', async () => {
	const processes = [platform, { ...platform }];
	const versions = (clock: string) =>
		Promise.all(
			processes.map(async (one) => (await currentRule({ db: one.db, platform: one, now: at(clock) })).version),
		);
	expect(await versions('08:00:00')).toEqual([1, 1]);

	await platform.db.run(sql`insert into visits.rule (version, closes_elsewhere, keep_days, valid_from, decision)
		values (2, false, 21, '2026-11-24 08:00:10+07', 'Công văn thử')`);

	expect(await versions('08:00:29.999')).toEqual([1, 1]);
	expect(await versions('08:00:30')).toEqual([2, 2]);
});

test('a process that starts meanwhile has the new version at once', async () => {
	const started = { ...platform };

	const rule = await currentRule({ db: started.db, platform: started, now: at('08:00:31') });

	expect(rule).toEqual({ version: 2, closesElsewhere: false, keepDays: 21, logDays: 21 });
});
