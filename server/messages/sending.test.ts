import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { message, openSending, type Sending } from '#test/sending';
import { addPerson } from '#test/tracing';
import { sendDue } from './index.ts';

let sending: Sending;
beforeAll(async () => void (sending = await openSending()));
afterAll(() => sending.close());
beforeEach(() => sending.renew());

test('a message queued twice goes out once, to the phone of the person', async () => {
	const sourceId = newId();
	const { personId, phone } = await sending.addReached();

	const added = [
		await sending.queue(message(personId, { sourceId })),
		await sending.queue(message(personId, { sourceId })),
	];
	await sendDue(sending.platform);
	await sendDue(sending.platform);

	expect(added).toEqual([1, 0]);
	expect(sending.gateway.sentTo(phone)).toEqual(['Hãy ở nhà.']);
	expect(await sending.counts(sourceId)).toEqual({ sent: 1 });
});

test('whoever is of another country is told in English', async () => {
	const phone = '+84905550001';
	const personId = await addPerson(sending.platform, { fullName: 'Anna Svensson', phone, nationality: 'SE' });

	await sending.queue(message(personId, { sourceId: newId() }));
	await sendDue(sending.platform);

	expect(sending.gateway.sentTo(phone)).toEqual(['Stay at home.']);
});

test('words that would go out as three text messages are refused', async () => {
	const { personId } = await sending.addReached();

	const long = sending.queue(message(personId, { text: { vi: 'a'.repeat(307), en: 'a' } }));

	await expect(long).rejects.toMatchObject({ code: 'message-too-long', options: { values: { segments: 3 } } });
});

test('words of two text messages without their diacritics go out so', async () => {
	const { personId, phone } = await sending.addReached();

	await sending.queue(message(personId, { sourceId: newId(), text: { vi: 'ế'.repeat(306), en: 'e' } }));
	await sendDue(sending.platform);

	expect(sending.gateway.sentTo(phone)).toEqual(['e'.repeat(306)]);
});

describe('in the quiet hours', () => {
	test.each([
		['20:59', true],
		['21:00', false],
		['23:59', false],
		['00:00', false],
		['06:59', false],
		['07:00', true],
	])('at %s a message that may not wake anybody goes out: %s', async (time, goes) => {
		const { personId, phone } = await sending.addReached();
		sending.platform.clock.set(`2026-11-24T${time}:00+07:00`);

		await sending.queue(message(personId, { sourceId: newId() }));
		await sendDue(sending.platform);

		expect(sending.gateway.sentTo(phone)).toHaveLength(goes ? 1 : 0);
		sending.platform.clock.set('2026-11-24T08:00:00+07:00');
		await sendDue(sending.platform);
	});

	test('one that may goes out', async () => {
		const { personId, phone } = await sending.addReached();
		sending.platform.clock.set('2026-11-24T23:00:00+07:00');

		await sending.queue(message(personId, { sourceId: newId(), mayWakeAtNight: true }));
		await sendDue(sending.platform);

		expect(sending.gateway.sentTo(phone)).toHaveLength(1);
	});
});

test('a message waits for its time, and one that is past its own is not sent', async () => {
	const sourceId = newId();
	const [later, late] = [await sending.addReached(), await sending.addReached()];
	const notBefore = new Date('2026-11-24T09:00:00+07:00');

	await sending.queue(
		message(later.personId, { sourceId, notBefore }),
		message(late.personId, { sourceId, expiresAt: sending.platform.clock.now() }),
	);
	await sendDue(sending.platform);
	expect(await sending.counts(sourceId)).toEqual({ expired: 1, waiting: 1 });
	sending.platform.clock.set('2026-11-24T09:00:00+07:00');
	await sendDue(sending.platform);

	expect(sending.gateway.sentTo(later.phone)).toHaveLength(1);
	expect(sending.gateway.sentTo(late.phone)).toHaveLength(0);
});

test('what is urgent goes first', async () => {
	const [one, other] = [await sending.addReached(), await sending.addReached()];

	await sending.queue(
		message(one.personId, { sourceId: newId(), kind: 'reminder' }),
		message(other.personId, { sourceId: newId(), kind: 'correction' }),
	);
	await sendDue(sending.platform);

	expect(sending.gateway.phones()).toEqual([other.phone, one.phone]);
});

describe('whom no message reaches', () => {
	test('without a phone is put on the call list of their home', async () => {
		const sourceId = newId();
		const personId = await addPerson(sending.platform, { fullName: 'Lê Thị Ước' });

		await sending.queue(message(personId, { sourceId }));
		await sendDue(sending.platform);

		expect(await sending.callsOf(sourceId)).toEqual([{ person_id: personId, reason: 'no-phone', area_path: '1.2' }]);
		expect(await sending.counts(sourceId)).toEqual({ 'to-call': 1 });
	});

	test('with a number the gateway refuses is called, and not tried for the next message', async () => {
		const [first, second] = [newId(), newId()];
		const { personId, phone } = await sending.addReached();
		sending.gateway.answer = () => 422;

		await sending.queue(message(personId, { sourceId: first }));
		await sendDue(sending.platform);
		sending.gateway.answer = () => 200;
		await sending.queue(message(personId, { sourceId: second }));
		await sendDue(sending.platform);

		expect(sending.gateway.sentTo(phone)).toHaveLength(1);
		expect([...(await sending.callsOf(first)), ...(await sending.callsOf(second))].map(({ reason }) => reason)).toEqual(
			['refused', 'wrong-number'],
		);
	});

	test('and who said STOP gets no reminder, but what the law requires', async () => {
		const { personId, phone } = await sending.addReached();
		await sending.platform.db.run(sql`
			insert into messages.refusal (person_id, stopped_at) values (${personId}, ${sending.platform.clock.now()})`);

		await sending.queue(
			message(personId, { sourceId: newId(), key: 'r', kind: 'reminder', text: { vi: 'Nhắc', en: 'R' } }),
			message(personId, { sourceId: newId(), key: 'n', kind: 'notice', text: { vi: 'Lệnh', en: 'N' } }),
		);
		await sendDue(sending.platform);

		expect(sending.gateway.sentTo(phone)).toEqual(['Lệnh']);
	});
});
