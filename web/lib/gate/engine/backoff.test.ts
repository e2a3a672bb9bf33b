import { describe, expect, test } from 'vitest';
import { waitAfter } from './backoff.ts';

describe('how long a device waits before it tries again', () => {
	test.each<[number, number | undefined, number, number]>([
		// failures, Retry-After in seconds, and the least and most milliseconds
		[1, undefined, 1_000, 2_000],
		[2, undefined, 2_000, 4_000],
		[3, undefined, 4_000, 8_000],
		[8, undefined, 128_000, 256_000],
		[9, undefined, 150_000, 300_000],
		[10_000, undefined, 150_000, 300_000],
		[1, 30, 30_000, 33_000],
		[1, 0, 1_000, 2_000],
		[9, 30, 150_000, 300_000],
		[1, 999_999_999, 3_600_000, 3_960_000],
	])('after %d failures and Retry-After %s: %d to %d ms', (failures, retryAfter, least, most) => {
		expect([waitAfter(failures, retryAfter, 0), waitAfter(failures, retryAfter, 1)]).toEqual([least, most]);
	});
});
