import type { Config } from '#platform/config';
import type { Log } from '#platform/log';
import { keepInOutbox } from './outbox.ts';

const patience = 5_000;

/**
 * Opens the way text messages go out: the gateway of `VAORA_SMS_URL`, or, outside production, the outbox. A message may
 * hold a one-time code, so nothing of it is stored or logged here.
 */
export function openSmsSender(config: Pick<Config, 'production' | 'smsUrl'>, log: Log) {
	return async (phone: string, text: string): Promise<void> => {
		if (!config.production) keepInOutbox(phone, text);
		if (!config.smsUrl) return;
		const isSent = (await post(config.smsUrl, phone, text)) || (await post(config.smsUrl, phone, text));
		if (!isSent) log.error({ sms: 'the gateway took the message neither the first nor the second time' });
	};
}

async function post(url: string, phone: string, text: string): Promise<boolean> {
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ to: phone, text }),
			signal: AbortSignal.timeout(patience),
		});
		return response.ok;
	} catch {
		return false;
	}
}
