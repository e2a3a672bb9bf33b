import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { subscribe } from '#push';
import { addDeclared } from '#test/people';
import { openPushService, type PushService } from '#test/push-service';
import { message, openSending, type Sending } from '#test/sending';
import { listMine, sendDue } from './index.ts';
import { settleAbandoned } from './send-due.ts';

let sending: Sending;
let service: PushService;
beforeAll(async () => {
	sending = await openSending();
	service = await openPushService(sending.platform);
});
afterAll(async () => {
	await service.close();
	await sending.close();
});
beforeEach(() => {
	sending.renew();
	service.reset();
});

let phones = 0;
async function addSubscribed() {
	const { platform } = sending;
	const me = await addDeclared(platform, `+8490779${String(++phones).padStart(4, '0')}`);
	const [caller, browser] = [await me.caller(), service.addBrowser()];
	await call(platform, subscribe, caller, browser);
	return { ...me, caller, browser };
}

const reminder = (personId: string, sourceId = newId()) =>
	message(personId, {
		kind: 'reminder',
		sourceId,
		text: { vi: 'Bạn chưa báo sức khoẻ.', en: 'You have not reported.' },
	});

test('a reminder is shown in the browser, in words that tell nothing of anybody, and no text message goes out', async () => {
	const [me, sourceId] = [await addSubscribed(), newId()];
	await sending.queue(reminder(me.personId, sourceId));
	await sendDue(sending.platform);
	await sendDue(sending.platform);

	expect(service.shownTo(me.browser)).toMatchObject([{ text: 'Đến giờ báo sức khoẻ hôm nay', url: '/me/report' }]);
	expect(sending.gateway.sentTo(me.phone)).toEqual([]);
	expect(await sending.counts(sourceId)).toEqual({ sent: 1 });
	expect((await call(sending.platform, listMine, me.caller, {})).messages).toHaveLength(1);
});

test('an alert goes to the phone: the rules push reminders only', async () => {
	const me = await addSubscribed();
	await sending.queue(message(me.personId));
	await sendDue(sending.platform);

	expect(service.shownTo(me.browser)).toEqual([]);
	expect(sending.gateway.sentTo(me.phone)).toHaveLength(1);
});

test.each([410, 429, 500])('where the service says %i the phone gets it in the same turn', async (status) => {
	const [me, sourceId] = [await addSubscribed(), newId()];
	service.answer = () => status;
	await sending.queue(reminder(me.personId, sourceId));
	await sendDue(sending.platform);

	expect(sending.gateway.sentTo(me.phone)).toHaveLength(1);
	expect(await sending.counts(sourceId)).toEqual({ sent: 1 });
});

test('where nobody knows whether it was shown it is shown again in its own place, and never sent to the phone too', async () => {
	const [me, sourceId] = [await addSubscribed(), newId()];
	service.answer = () => 'hang up';
	await sending.queue(reminder(me.personId, sourceId));
	await sendDue(sending.platform);
	expect(await sending.counts(sourceId)).toEqual({ waiting: 1 });

	service.answer = () => 201;
	sending.platform.clock.set('2026-11-24T08:02:00+07:00');
	await sendDue(sending.platform);

	const shown = service.shownTo(me.browser);
	expect(shown).toHaveLength(2);
	expect(new Set(shown.map(({ key }) => key)).size).toBe(1);
	expect(sending.gateway.sentTo(me.phone)).toEqual([]);
	expect(await sending.counts(sourceId)).toEqual({ sent: 1 });
});

test('what a killed worker had begun to push is pushed again, not sent to the phone', async () => {
	const { platform } = sending;
	const [me, sourceId] = [await addSubscribed(), newId()];
	await sending.queue(reminder(me.personId, sourceId));
	// As it lies there when the process ends while the service answers.
	await platform.db.run(sql`
		update messages.message set state = 'sending', channel = 'push', attempts = 1, attempt_id = 1,
			attempted_at = ${platform.clock.now()}
		where source_id = ${sourceId}`);

	platform.clock.set('2026-11-24T08:04:00+07:00');
	expect(await settleAbandoned(platform)).toBe(1);
	await sendDue(platform);

	expect(service.shownTo(me.browser)).toHaveLength(1);
	expect(sending.gateway.sentTo(me.phone)).toEqual([]);
	expect(await sending.counts(sourceId)).toEqual({ sent: 1 });
});

test('whoever said STOP is shown no reminder', async () => {
	const me = await addSubscribed();
	await sending.platform.db.run(sql`
		insert into messages.refusal (person_id, stopped_at) values (${me.personId}, ${sending.platform.clock.now()})`);
	await sending.queue(reminder(me.personId));
	await sendDue(sending.platform);

	expect(service.shownTo(me.browser)).toEqual([]);
	expect(sending.gateway.sentTo(me.phone)).toEqual([]);
});

test('nobody is woken: at night it waits', async () => {
	const me = await addSubscribed();
	sending.platform.clock.set('2026-11-24T22:00:00+07:00');
	await sending.queue(reminder(me.personId));
	await sendDue(sending.platform);
	expect(service.shownTo(me.browser)).toEqual([]);

	sending.platform.clock.set('2026-11-25T07:00:00+07:00');
	await sendDue(sending.platform);
	expect(service.shownTo(me.browser)).toHaveLength(1);
});
