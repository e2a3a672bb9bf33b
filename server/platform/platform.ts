import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './db.ts';
import type { Keys } from './keys.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** The running installation: what every operation and job is given. Made once, in `main.ts` or a test. */
export interface Platform {
	config: Config;
	db: Database;
	keys: Keys;
	clock: Clock;
	log: Log;
	metrics: Metrics;
	/** Hands a text message over for sending. The text may hold a one-time code, so it is never stored or logged. */
	sendSms(phone: string, text: string): Promise<void>;
}
