import type { RequestEvent } from '@sveltejs/kit';
import { listRegimes } from '#diseases';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';
import { askOrShow } from './ask.ts';

/** The regimes that may be chosen today, each in the version in force. */
export async function listChoosableRegimes(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const today = dayOf(running.platform!.clock.now());
	const { regimes } = await askOrShow(event, listRegimes, {});
	const valid = regimes.filter(
		({ validFrom, validUntil }) => validFrom <= today && (validUntil === undefined || validUntil >= today),
	);
	// The newest version of each stands first.
	return [...new Map(valid.toReversed().map((one) => [one.regime, one])).values()];
}
