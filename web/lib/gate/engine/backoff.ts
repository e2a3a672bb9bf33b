const first = 2_000;
const longest = 5 * 60_000;

/**
 * How long to wait, in milliseconds, after `failures` sendings in a row that failed: doubled each time up to five minutes,
 * the half of it at random, so that a thousand gates do not come back in the same second. What the server asked for with
 * Retry-After is the least. `random` is from 0 to 1.
 */
export function waitAfter(failures: number, retryAfterSeconds: number | undefined, random: number): number {
	const doubled = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
	const own = doubled / 2 + (random * doubled) / 2;
	const asked = Math.min((retryAfterSeconds ?? 0) * 1_000, longestAsked);
	return Math.round(Math.max(own, asked + (asked * random) / 10));
}

/** Whatever a server says, a gate tries again within the hour. */
const longestAsked = 60 * 60_000;
