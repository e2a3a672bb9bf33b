import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { openTestPlatform, type TestPlatform } from '#test/database';
import { beginDuties, endDuties, type NewDuty } from './index.ts';

let platform: TestPlatform;
beforeAll(async () => {
	platform = await openTestPlatform();
});
afterAll(() => platform.close());

const now = new Date('2026-11-24T01:00:00Z');
const duty = (sourceId: string, more: Partial<NewDuty> = {}): NewDuty => ({
	...{ personId: newId(), kind: 'isolation', sourceId, areaPath: '1.4', disease: 'covid-19', reportsADay: 1 },
	...{ fromOn: '2026-11-24', untilOn: '2026-12-07', ...more },
});
const open = async (sourceId: string) =>
	(
		await platform.db.rows(
			sql<{ person_id: string }>`
				select person_id from monitoring.duty where source_id = ${sourceId} and ended_at is null order by person_id`,
		)
	).map((row) => row.person_id);

test('a duty that is begun twice is one', async () => {
	const sourceId = newId();
	const one = duty(sourceId);

	await beginDuties(platform.db, [one], now);
	await beginDuties(platform.db, [one, duty(sourceId)], now);

	expect(await open(sourceId)).toHaveLength(2);
});

test('ending what a duty follows from ends it for everybody, or for some', async () => {
	const sourceId = newId();
	const [first, second, third] = [duty(sourceId), duty(sourceId), duty(sourceId)];
	await beginDuties(platform.db, [first, second, third], now);

	const one = await endDuties(
		platform.db,
		{ kind: 'isolation', sourceId, persons: [first.personId] },
		{ reason: 'đủ ngày', now },
	);
	expect(one).toBe(1);
	expect(await open(sourceId)).toHaveLength(2);

	expect(await endDuties(platform.db, { kind: 'isolation', sourceId }, { reason: 'hết khoanh vùng', now })).toBe(2);
	expect(await open(sourceId)).toEqual([]);
});

test('a duty that was ended and is begun again holds again, with the days given now', async () => {
	const one = duty(newId());
	await beginDuties(platform.db, [one], now);
	await endDuties(platform.db, one, { reason: 'nhầm', now });

	await beginDuties(platform.db, [{ ...one, fromOn: '2026-11-25', untilOn: '2026-12-09' }], now);

	expect(await open(one.sourceId)).toEqual([one.personId]);
	const stored = sql<{ until_on: string }>`select until_on from monitoring.duty where source_id = ${one.sourceId}`;
	expect(await platform.db.rows(stored)).toEqual([{ until_on: '2026-12-09' }]);
});
