import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPlatform, type TestPlatform } from '#test/database';
import { openDatabase } from './db.ts';
import { countCall, deletePastCounts } from './limit.ts';
import { sql } from './sql.ts';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openTestPlatform();
});
afterAll(() => platform.close());

const limit = { count: 3, seconds: 300 };
const at = (time: string) => new Date(`2026-11-24T${time}+07:00`);
const count = (value: string, now: Date, db = platform.db) =>
	countCall({ db, keys: platform.keys, now }, { what: 'code', value, limit });

test('the fourth call in a window is refused until the window ends, the next one is not', async () => {
	for (let calls = 0; calls < 3; calls++) await count('a', at('08:00:00'));

	await expect(count('a', at('08:03:20'))).rejects.toMatchObject({
		code: 'too-many-requests',
		options: { retryAfterSeconds: 100 },
	});
	await expect(count('a', at('08:04:59.500'))).rejects.toMatchObject({ options: { retryAfterSeconds: 1 } });
	await count('a', at('08:05:00'));
});

test('somebody else’s calls do not count', async () => {
	for (let calls = 0; calls < 3; calls++) await count('b', at('08:00:00'));

	await count('c', at('08:00:00'));
});

test('a second server, or one that was restarted, goes on counting', async () => {
	const other = openDatabase({ url: platform.config.databaseUrl!, connections: 2 });
	await count('d', at('08:00:00'));
	await count('d', at('08:00:00'), other);
	await count('d', at('08:00:00'));

	await expect(count('d', at('08:00:00'), other)).rejects.toMatchObject({ code: 'too-many-requests' });
	await other.close();
});

test('of many calls at once exactly three are let through', async () => {
	const calls = await Promise.allSettled(Array.from({ length: 40 }, () => count('e', at('08:00:00'))));

	expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

test('what is counted cannot be read, and goes when its window is over', async () => {
	await count('+84901234567', at('08:00:00'));
	const { stored } = await platform.db.one(
		sql<{ stored: string }>`select string_agg(c::text, '') as stored from platform.call_count c`,
	);
	expect(stored).not.toContain('901234567');

	await platform.db.run(deletePastCounts(at('09:00:00')));

	expect(await platform.db.rows(sql`select 1 as one from platform.call_count`)).toEqual([]);
});
