import type { Config } from '#platform/config';

/**
 * What every answer carries, refusals included: nothing is kept, guessed at, framed or run. Pages, and files that say how
 * long they may be kept, put their own in place of these.
 */
export const headersOfAll = ({ origin }: Config): Record<string, string> => ({
	'x-content-type-options': 'nosniff',
	'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
	'cache-control': 'no-store',
	...(origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
});
