import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listCalls, noteCall } from '#calls';
import { addAlias, endAlias } from '#identity';
import { queueMessages, receiveReply, sendDue } from '#messages';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { type Alerting, openAlerting } from '#test/alerting';
import { addCase, addPerson, caller } from '#test/tracing';
import { advance } from './advance.ts';
import { approveAlert, previewAlert, recallAlert } from './index.ts';

let alerting: Alerting;
beforeAll(async () => {
	alerting = await openAlerting();
});
afterAll(() => alerting.close());
beforeEach(() => alerting.gateway.reset());

/** The record that goes is the same person as the one that stays; gives what parts them again. */
async function merge(gone: { personId: string }, stays: { personId: string }): Promise<() => Promise<number>> {
	const { db, clock } = alerting.platform;
	const mergeId = newId();
	await addAlias(db, { personId: gone.personId, staysId: stays.personId, mergeId, now: clock.now() });
	return () => endAlias(db, mergeId, clock.now());
}

const newCase = async () => {
	const personId = await addPerson(alerting.platform, { fullName: 'Trần Văn Đủ' });
	return { personId, of: await addCase(alerting, personId) };
};

/** Two contacts of a new case, who may turn out to be one. */
async function addTwo(hasPhone = [true, true]) {
	const { of, personId } = await newCase();
	const gone = await alerting.addContact({ of, hasPhone: hasPhone[0]! });
	const stays = await alerting.addContact({ of, hasPhone: hasPhone[1]! });
	return { of, ill: { personId }, gone, stays, placeName: `Chợ ${newId()}` };
}

/** Lets what was handed in go out; tells how many messages each phone got. */
async function goOut(alertId: string, ...people: { phone: string }[]): Promise<number[]> {
	await advance(alerting.platform, alertId);
	await sendDue(alerting.platform);
	return people.map(({ phone }) => alerting.gateway.sentTo(phone).length);
}

/** Hands an alert in that waits for a second officer, who approves it when asked. */
async function handIn(of: string, placeName: string) {
	const { db } = alerting.platform;
	await db.run(sql`update alerts.setting set approve_above = 0`);
	const { alertId, recipients } = await alerting.send({ of, placeName });
	await db.run(sql`update alerts.setting set approve_above = 100`);
	return { alertId, recipients, approve: () => call(alerting.platform, approveAlert, alerting.second, { alertId }) };
}

test('two records of one contact are told once, by the record that stays', async () => {
	const { of, gone, stays, placeName } = await addTwo();
	await merge(gone, stays);

	const { alertId, recipients } = await alerting.send({ of, placeName });

	expect(recipients).toBe(1);
	expect(await goOut(alertId, gone, stays)).toEqual([0, 1]);
});

test('three records merged one into the next are one person', async () => {
	const { of, gone, stays, placeName } = await addTwo();
	const last = await alerting.addContact({ of });
	await merge(gone, stays);
	await merge(stays, last);

	const { alertId, recipients } = await alerting.send({ of, placeName });

	expect(recipients).toBe(1);
	expect(await goOut(alertId, gone, stays, last)).toEqual([0, 0, 1]);
});

test('where the record that stays has no phone, the other’s is used', async () => {
	const { of, gone, stays, placeName } = await addTwo([true, false]);
	await merge(gone, stays);
	const drafted = await alerting.write({ of, placeName });
	expect(await call(alerting.platform, previewAlert, alerting.officer, { alertId: drafted })).toMatchObject({
		...{ people: 1, bySms: 1, toCall: 0 },
	});

	const { alertId } = await alerting.send({ of, placeName });

	expect(await goOut(alertId, gone)).toEqual([1]);
	expect(await listCallsOf(stays.personId)).toEqual([]);
});

test('found to be one after the alert was handed in, they are told once all the same', async () => {
	const { of, gone, stays, placeName } = await addTwo();
	const { alertId, recipients, approve } = await handIn(of, placeName);
	expect(recipients).toBe(2);

	await merge(gone, stays);
	await approve();

	expect(await goOut(alertId, gone, stays)).toEqual([0, 1]);
});

test('parted before it goes out, both are told', async () => {
	const { of, gone, stays, placeName } = await addTwo();
	const undo = await merge(gone, stays);
	const { alertId, recipients, approve } = await handIn(of, placeName);
	expect(recipients).toBe(1);

	await undo();
	await approve();

	expect(await goOut(alertId, gone, stays)).toEqual([1, 1]);
});

test('whoever was told under one record is not told of the same event under the other, until they are parted', async () => {
	const first = await addTwo();
	const { of: other } = await newCase();
	await alerting.addContactRow({ personId: first.stays.personId, of: other });
	const alone = await newCase();
	await alerting.addContactRow({ personId: first.gone.personId, of: alone.of });
	const { placeName, gone, stays } = first;
	const told = await alerting.send({ of: alone.of, placeName });
	expect(await goOut(told.alertId, gone, stays)).toEqual([1, 0]);

	const undo = await merge(gone, stays);
	await expect(alerting.send({ of: other, placeName })).rejects.toMatchObject({ code: 'alert-without-recipients' });

	await undo();
	const { alertId } = await alerting.send({ of: other, placeName });
	expect(await goOut(alertId, gone, stays)).toEqual([1, 1]);
});

test('a case is not told that it met itself under its other record', async () => {
	const { of, ill, gone, stays, placeName } = await addTwo();
	await merge(ill, gone);

	const { alertId, recipients } = await alerting.send({ of, placeName });

	expect(recipients).toBe(1);
	expect(await goOut(alertId, gone, stays)).toEqual([0, 1]);
});

test('a recall corrects the person once', async () => {
	const { of, gone, stays, placeName } = await addTwo();
	await merge(gone, stays);
	const { alertId } = await alerting.send({ of, placeName });
	await goOut(alertId);
	alerting.gateway.reset();
	const correction = { vi: 'Đính chính: tin cảnh báo là nhầm.', en: 'Correction: the alert was a mistake.' };

	await call(alerting.platform, recallAlert, alerting.officer, { alertId, correction, reason: 'Nhầm ngày' });

	expect(await goOut(alertId, gone, stays)).toEqual([0, 1]);
	expect(alerting.gateway.sentTo(stays.phone)).toEqual([correction.vi]);
});

test('whoever answers STOP at one phone is sent no reminder under any record', async () => {
	const { gone, stays } = await addTwo([true, false]);
	await merge(gone, stays);
	const gateway = caller({
		...{ kind: 'partner', id: newId(), roles: [{ name: 'sms-gateway' }], authority: 'Cổng SMS' },
		scopes: ['messages.receive-reply'],
	});
	const remind = async (key: string) => {
		const { db, clock } = alerting.platform;
		const reminder = {
			...{ personId: stays.personId, key, kind: 'reminder' as const, sourceId: newId(), areaPath: '1' },
			...{ text: { vi: 'Hãy báo sức khoẻ', en: 'Report your health' } },
			expiresAt: new Date(clock.now().getTime() + 3_600_000),
		};
		await db.transaction((inside) => queueMessages(inside, [reminder], clock.now()));
		await sendDue(alerting.platform);
		return alerting.gateway.sentTo(gone.phone).length;
	};
	expect(await remind('slot 1')).toBe(1);

	await call(alerting.platform, receiveReply, gateway, { id: newId(), from: gone.phone, text: 'DUNG' });

	expect(await remind('slot 2')).toBe(1);
});

const listCallsOf = async (...persons: string[]) =>
	(await call(alerting.platform, listCalls, alerting.officer, { state: 'open' })).calls.filter(({ person }) =>
		persons.includes(person),
	);

test('a call noted for one record is noted for the other, and nobody is called twice', async () => {
	const { of, gone, stays, placeName } = await addTwo([false, false]);
	const { alertId } = await alerting.send({ of, placeName });
	await goOut(alertId);
	const open = await listCallsOf(gone.personId, stays.personId);
	expect(open).toHaveLength(2);

	await merge(gone, stays);
	await call(alerting.platform, noteCall, alerting.officer, { callId: open[0]!.callId, outcome: 'told' });

	expect(await listCallsOf(gone.personId, stays.personId)).toEqual([]);
	await expect(
		call(alerting.platform, noteCall, alerting.officer, { callId: open[1]!.callId, outcome: 'told' }),
	).rejects.toMatchObject({ code: 'already-ended' });
});
