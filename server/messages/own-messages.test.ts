import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { addDeclared } from '#test/people';
import { message, openSending, type Sending } from '#test/sending';
import { countUnread, listMine, listReached, markRead, recallMessages, sendDue } from './index.ts';

let sending: Sending;
beforeAll(async () => void (sending = await openSending()));
afterAll(() => sending.close());
beforeEach(() => sending.renew());

test('a person reads in the app what they and those they declare for were told, and what is new', async () => {
	const { platform } = sending;
	const [me, other] = [await addDeclared(platform, '+84906660001'), await addDeclared(platform, '+84906660002')];
	const caller = await me.caller();
	await sending.queue(message(me.personId), message(other.personId));
	await sendDue(platform);
	platform.clock.set('2026-11-24T08:05:00+07:00');
	await sending.queue(message(me.personId, { channel: 'app', text: { vi: 'Nhắc', en: 'Reminder' } }));
	await sendDue(platform);

	const before = await call(platform, countUnread, caller, {});
	const { messages } = await call(platform, listMine, caller, {});
	await call(platform, markRead, caller, { until: messages[0]!.at });

	expect(before).toEqual({ unread: 2 });
	expect(messages.map(({ person, text }) => [person, text.vi])).toEqual([
		[me.personId, 'Nhắc'],
		[me.personId, 'Hãy ở nhà.'],
	]);
	expect(sending.gateway.sentTo(me.phone)).toHaveLength(1);
	expect(await call(platform, countUnread, caller, {})).toEqual({ unread: 0 });
	expect(await call(platform, countUnread, await other.caller(), {})).toEqual({ unread: 1 });
});

test('pages of messages follow each other without a gap', async () => {
	const { platform } = sending;
	const me = await addDeclared(platform, '+84906660003');
	const caller = await me.caller();
	await sending.queue(...['a', 'b', 'c'].map((key) => message(me.personId, { key, text: { vi: key, en: key } })));
	await sendDue(platform);

	const first = await call(platform, listMine, caller, { limit: 2 });
	const second = await call(platform, listMine, caller, { limit: 2, cursor: first.nextCursor! });

	expect([...first.messages, ...second.messages].map(({ text }) => text.vi).sort()).toEqual(['a', 'b', 'c']);
});

test('a recalled message that was read says so; its reader is among those to correct', async () => {
	const { platform } = sending;
	const me = await addDeclared(platform, '+84906660004');
	const sourceId = newId();
	sending.gateway.answer = () => 422;
	await sending.queue(message(me.personId, { sourceId }));
	await sendDue(platform);
	const { messages } = await call(platform, listMine, await me.caller(), {});
	await call(platform, markRead, await me.caller(), { until: messages[0]!.at });

	await recallMessages(platform.db, { sourceId }, platform.clock.now());

	expect((await call(platform, listMine, await me.caller(), {})).messages[0]).toMatchObject({ isRecalled: true });
	expect(await listReached(platform.db, sourceId, { limit: 10 })).toEqual([me.personId]);
});
