import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { message, openSending, type Sending } from '#test/sending';
import { addPerson } from '#test/tracing';
import { listReached, recallMessages, sendDue } from './index.ts';

let sending: Sending;
beforeAll(async () => void (sending = await openSending()));
afterAll(() => sending.close());
beforeEach(() => sending.renew());

describe('a recall', () => {
	test('stops what is unsent and tells exactly whom it reached', async () => {
		const sourceId = newId();
		const [got, later] = [await sending.addReached(), await sending.addReached()];
		const nobody = await addPerson(sending.platform, { fullName: 'Lê Thị Ước' });
		const notBefore = new Date('2026-11-24T09:00:00+07:00');
		await sending.queue(message(got.personId, { sourceId }), message(nobody, { sourceId }));
		await sending.queue(message(later.personId, { sourceId, notBefore }));
		await sendDue(sending.platform);

		const recalled = await recallMessages(sending.platform.db, { sourceId }, sending.platform.clock.now());
		sending.platform.clock.set('2026-11-24T10:00:00+07:00');
		await sendDue(sending.platform);

		expect(recalled).toEqual({ stopped: 2, underWay: 0 });
		expect(sending.gateway.sentTo(later.phone)).toEqual([]);
		expect(await listReached(sending.platform.db, sourceId, { limit: 10 })).toEqual([got.personId]);
		expect(await sending.callsOf(sourceId)).toEqual([]);
	});

	test('counts whom an officer told by phone among those it reached', async () => {
		const sourceId = newId();
		const personId = await addPerson(sending.platform, { fullName: 'Lê Thị Ước' });
		await sending.queue(message(personId, { sourceId }));
		await sendDue(sending.platform);
		await sending.platform.db.run(sql`
			update calls.call set outcome = 'told', noted_at = ${sending.platform.clock.now()} where source_id = ${sourceId}`);

		await recallMessages(sending.platform.db, { sourceId }, sending.platform.clock.now());

		expect(await listReached(sending.platform.db, sourceId, { limit: 10 })).toEqual([personId]);
	});

	test('holds for what is queued after it, and for what a worker would have tried again', async () => {
		const sourceId = newId();
		const [waiting, after] = [await sending.addReached(), await sending.addReached()];
		sending.gateway.answer = () => {
			void recallMessages(sending.platform.db, { sourceId }, sending.platform.clock.now());
			return 503;
		};
		await sending.queue(message(waiting.personId, { sourceId }));

		await sendDue(sending.platform);
		sending.gateway.answer = () => 200;
		await sending.queue(message(after.personId, { sourceId }));
		sending.platform.clock.set('2026-11-24T09:00:00+07:00');
		await sendDue(sending.platform);

		expect(sending.gateway.sentTo(waiting.phone)).toHaveLength(1);
		expect(sending.gateway.sentTo(after.phone)).toHaveLength(0);
	});
});
