import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { message, openSending, type Sending } from '#test/sending';
import { listReached, sendDue } from './index.ts';
import { settleAbandoned } from './send-due.ts';

let sending: Sending;
beforeAll(async () => void (sending = await openSending()));
afterAll(() => sending.close());
beforeEach(() => sending.renew());

describe('a gateway that fails', () => {
	test('is asked again after a minute, then two, until it takes the message', async () => {
		const sourceId = newId();
		const { personId, phone } = await sending.addReached();
		sending.gateway.answer = () => 503;

		await sending.queue(message(personId, { sourceId }));
		for (const time of ['08:00:00', '08:00:59', '08:01:00', '08:02:59']) {
			sending.platform.clock.set(`2026-11-24T${time}+07:00`);
			await sendDue(sending.platform);
		}
		expect(sending.gateway.sentTo(phone)).toHaveLength(2);
		sending.gateway.answer = () => 200;
		sending.platform.clock.set('2026-11-24T08:03:00+07:00');
		await sendDue(sending.platform);

		expect(sending.gateway.sentTo(phone)).toHaveLength(3);
		expect(new Set(sending.gateway.keysOf(phone)).size).toBe(1);
		expect(await sending.counts(sourceId)).toEqual({ sent: 1 });
	});

	test('that hangs up leaves the message unsure: nobody sends it again, an officer calls', async () => {
		const sourceId = newId();
		const { personId, phone } = await sending.addReached();
		sending.gateway.answer = () => 'hang up';

		await sending.queue(message(personId, { sourceId }));
		await sendDue(sending.platform);
		sending.platform.clock.set('2026-11-24T12:00:00+07:00');
		await sendDue(sending.platform);
		await settleAbandoned(sending.platform);

		expect(sending.gateway.sentTo(phone)).toHaveLength(1);
		expect(await sending.counts(sourceId)).toEqual({ unsure: 1 });
		expect(await sending.callsOf(sourceId)).toMatchObject([{ reason: 'unsure' }]);
		expect(await listReached(sending.platform.db, sourceId, { limit: 10 })).toEqual([personId]);
	});

	test('and keeps keys is asked again under the same one', async () => {
		const { personId, phone } = await sending.addReached();
		const keeping = { ...sending.platform, config: { ...sending.platform.config, smsKeepsKeys: true } };
		sending.gateway.answer = () => 'hang up';

		await sending.queue(message(personId, { sourceId: newId() }));
		await sendDue(keeping);
		sending.gateway.answer = () => 200;
		sending.platform.clock.set('2026-11-24T08:01:00+07:00');
		await sendDue(keeping);

		expect(sending.gateway.sentTo(phone)).toHaveLength(2);
		expect(new Set(sending.gateway.keysOf(phone)).size).toBe(1);
	});
});
