import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { as } from '#test/people';
import { message, openSending, type Sending } from '#test/sending';
import { addPerson } from '#test/tracing';
import { receiveReply, sendDue, takeReplies } from './index.ts';

let sending: Sending;
beforeAll(async () => void (sending = await openSending()));
afterAll(() => sending.close());
beforeEach(() => sending.renew());

const system = (...roles: Role[]) =>
	as({ kind: 'partner', id: newId(), scopes: ['messages.receive-reply'], roles, authority: 'Cổng SMS' });
const gateway = system({ name: 'sms-gateway' });

const answer = (from: string, text: string, id = newId()) =>
	call(sending.platform, receiveReply, gateway, { id, from, text });

const take = (kind: 'reminder' | 'alert') =>
	sending.platform.db.transaction((db) =>
		takeReplies({ db, keys: sending.platform.keys, now: sending.platform.clock.now() }, { kind, limit: 10 }),
	);

async function remind(change: Parameters<typeof message>[1] = {}) {
	const reached = await sending.addReached();
	const sourceId = newId();
	await sending.queue(message(reached.personId, { kind: 'reminder', sourceId, ...change }));
	await sendDue(sending.platform);
	return { ...reached, sourceId };
}

test('what somebody answers to a reminder is handed to whoever reminds, once', async () => {
	const { personId, phone, sourceId } = await remind();

	await answer(phone, 'Không');
	const [taken, again] = [await take('reminder'), await take('reminder')];

	expect(taken).toMatchObject([{ personId, sourceId, text: 'Không' }]);
	expect(again).toEqual([]);
});

test('one the gateway tells of twice is one answer, and its words are not in clear anywhere', async () => {
	const { personId, phone } = await remind();

	const told = [await answer(phone, 'sốt 39', 'a-1'), await answer(phone, 'sốt 39', 'a-1')];

	expect(told).toEqual([{ isNew: true }, { isNew: false }]);
	expect(await take('reminder')).toHaveLength(1);
	const [row] = await sending.platform.db.rows(
		sql<{ text_sealed: Buffer }>`select text_sealed from messages.reply where person_id = ${personId}`,
	);
	expect(row!.text_sealed.includes('39')).toBe(false);
});

describe('STOP', () => {
	test('ends reminders to everybody of the number, and START begins them again', async () => {
		const { personId, phone } = await remind();
		const child = await addPerson(sending.platform, { fullName: 'Lê Bé Na', phone });
		const remindBoth = async () => {
			const before = sending.gateway.sentTo(phone).length;
			for (const one of [personId, child]) await sending.queue(message(one, { kind: 'reminder' }));
			await sendDue(sending.platform);
			return sending.gateway.sentTo(phone).length - before;
		};

		await answer(phone, 'Dừng');
		const stopped = await remindBoth();
		await answer(phone, 'Tiếp tục');
		const begun = await remindBoth();

		expect([stopped, begun]).toEqual([0, 2]);
		expect(await take('reminder')).toEqual([]);
	});
});

test('a wrong number puts the person on the call list and is not written to again', async () => {
	const { personId, phone, sourceId } = await remind({ kind: 'alert' });

	await answer(phone, 'sai số');
	await sending.queue(message(personId, { kind: 'notice' }));
	await sendDue(sending.platform);

	expect(await sending.callsOf(sourceId)).toMatchObject([{ person_id: personId, reason: 'wrong-number' }]);
	expect(sending.gateway.sentTo(phone)).toHaveLength(1);
});

test('what somebody answers to an alert puts them on the call list, for an officer to ask', async () => {
	const { phone, sourceId } = await remind({ kind: 'alert' });

	await answer(phone, 'Tôi phải đi đâu?');

	expect(await sending.callsOf(sourceId)).toMatchObject([{ reason: 'replied' }]);
});

test('a number nobody has is refused, and so is a system that is no gateway', async () => {
	const reply = { id: 'x', from: '0909 999 999', text: 'a' };

	await expect(call(sending.platform, receiveReply, gateway, reply)).rejects.toMatchObject({ code: 'not-found' });
	await expect(call(sending.platform, receiveReply, system({ name: 'controller' }), reply)).rejects.toMatchObject({
		code: 'not-allowed',
	});
});
