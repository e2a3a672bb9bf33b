import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeCase } from '#cases';
import { sendDue } from '#messages';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { type Alerting, openAlerting } from '#test/alerting';
import { addCase, addPerson } from '#test/tracing';
import { advance } from './advance.ts';
import {
	approveAlert,
	draftAlert,
	getAlert,
	previewAlert,
	releaseStage,
	stopAlert,
	submitAlert,
	writeAlert,
} from './index.ts';

let alerting: Alerting;
beforeAll(async () => void (alerting = await openAlerting()));
afterAll(() => alerting.close());
beforeEach(() => {
	alerting.platform.clock.set('2026-11-24T08:00:00+07:00');
	alerting.gateway.reset();
});

const newCase = async () => addCase(alerting, await addPerson(alerting.platform, { fullName: 'Trần Văn Đủ' }));
const get = (alertId: string) => call(alerting.platform, getAlert, alerting.officer, { alertId });

async function goOn(alertId: string) {
	await advance(alerting.platform, alertId);
	await sendDue(alerting.platform);
	await advance(alerting.platform, alertId);
}

test('the confirmed contacts of a case are told, and nobody else', async () => {
	const of = await newCase();
	const met = await alerting.addContact({ of });
	const others = await Promise.all([
		alerting.addContact({ of, state: 'found' }),
		alerting.addContact({ of, state: 'dismissed' }),
		alerting.addContact({ of, level: 2 }),
		alerting.addContact({ of: await newCase() }),
	]);

	const { alertId, state, recipients } = await alerting.send({ of });
	await goOn(alertId);

	expect({ state, recipients }).toEqual({ state: 'sending', recipients: 1 });
	expect(alerting.gateway.sentTo(met.phone)).toEqual([
		expect.stringMatching(/^CANH BAO Y TE: ban da den Cho Long Bien/),
	]);
	for (const { phone } of others) expect(alerting.gateway.sentTo(phone)).toEqual([]);
	expect(await get(alertId)).toMatchObject({ state: 'sent', messages: { sent: 1 } });
});

test('nobody is told of the same event twice, whichever case and words', async () => {
	const [of, other] = [await newCase(), await newCase()];
	const { personId, phone } = await alerting.addContact({ of });
	await alerting.addContactRow({ personId, of: other });
	const placeName = 'Bến xe Mỹ Đình';

	const first = await alerting.send({ of, placeName });
	await goOn(first.alertId);
	const again = await alerting.write({ of: other, placeName: 'bến xe mỹ đình', phone: '024 3733 0001' });

	expect(await call(alerting.platform, previewAlert, alerting.officer, { alertId: again })).toMatchObject({
		people: 0,
		toldBefore: 1,
	});
	await expect(call(alerting.platform, submitAlert, alerting.officer, { alertId: again })).rejects.toMatchObject({
		code: 'alert-without-recipients',
	});
	expect(alerting.gateway.sentTo(phone)).toHaveLength(1);
});

test('the preview shows what people will read, and how many are told by which way', async () => {
	const of = await newCase();
	await alerting.addContact({ of });
	await alerting.addContact({ of, hasPhone: false });
	const alertId = await alerting.write({ of, placeName: 'Ga Hà Nội' });

	const preview = await call(alerting.platform, previewAlert, alerting.officer, { alertId });

	expect(preview).toMatchObject({ people: 2, bySms: 1, inApp: 0, toCall: 1, needsApproval: false, stages: 1 });
	expect(preview.text.vi).toBe(
		'CẢNH BÁO Y TẾ: bạn đã đến Ga Hà Nội, 08:00 21/11/2026 - 10:30, cùng lúc với ca bệnh. Hãy ở nhà và gọi trạm y tế. Gọi: 024 3733 0000',
	);
	expect(preview.sms.vi).toEqual({ text: expect.stringMatching(/^CANH BAO/), segments: 1 });
});

describe('an alert is refused', () => {
	test('for a case without grounds', async () => {
		const of = await addCase(alerting, await addPerson(alerting.platform, { fullName: 'Lê Văn Nghi' }), {
			...{ onsetOn: '2026-11-20', isSuspected: true },
		});

		await expect(alerting.write({ of })).rejects.toMatchObject({ code: 'case-without-grounds' });
	});

	test('when the case was closed before it went out', async () => {
		const of = await newCase();
		await alerting.addContact({ of });
		const alertId = await alerting.write({ of });
		await call(alerting.platform, closeCase, alerting.officer, { caseId: of });

		const submitted = call(alerting.platform, submitAlert, alerting.officer, { alertId });

		await expect(submitted).rejects.toMatchObject({ code: 'case-closed' });
	});

	test('that holds the name of the case', async () => {
		await expect(alerting.write({ placeName: 'Quán bà Đặng Văn Ước' })).rejects.toMatchObject({
			code: 'alert-names-case',
		});
	});

	test('of more than two text messages, or of a time that has not come', async () => {
		const advice = { vi: 'a'.repeat(200), en: 'b'.repeat(200) };

		await expect(alerting.write({ advice, placeName: 'c'.repeat(60) })).rejects.toMatchObject({
			code: 'message-too-long',
		});
		await expect(alerting.write({ until: '2026-11-24T08:00:01+07:00' })).rejects.toMatchObject({
			...{ code: 'invalid-input', options: { field: 'until' } },
		});
	});

	test('over a case of another province', async () => {
		const { caseId } = alerting;
		const draft = { severity: 'warning' as const, purpose: 'Báo người tiếp xúc' };

		for (const caller of [alerting.strangeOfficer, alerting.analyst, alerting.administrator])
			await expect(call(alerting.platform, draftAlert, caller, { caseId, ...draft })).rejects.toMatchObject({
				code: 'not-allowed',
			});
		const far = await call(alerting.platform, draftAlert, alerting.officer, { caseId, ...draft });
		const also = { caseId, alsoCases: [newId()], ...draft };
		await expect(call(alerting.platform, draftAlert, alerting.officer, also)).rejects.toMatchObject({
			code: 'not-allowed',
		});
		await expect(
			call(alerting.platform, writeAlert, alerting.strangeOfficer, { ...far, ...alerting.words }),
		).rejects.toMatchObject({ code: 'not-allowed' });
	});
});

describe('an alert to more than a hundred people', () => {
	let of: string;
	beforeEach(async () => {
		of = await newCase();
		for (let count = 0; count < 101; count++) await alerting.addContact({ of });
	});

	test('waits for a second officer, and goes out in three stages', async () => {
		const { platform, officer, second, gateway } = alerting;
		const { alertId, state } = await alerting.send({ of, placeName: 'Sân Mỹ Đình' });
		await goOn(alertId);
		expect(state).toBe('waiting');
		expect(gateway.phones()).toHaveLength(0);
		expect(await get(alertId)).toMatchObject({ mayApprove: false });
		await expect(call(platform, approveAlert, officer, { alertId })).rejects.toMatchObject({
			code: 'second-officer-needed',
		});

		await call(platform, approveAlert, second, { alertId });
		const sent: number[] = [];
		for (const after of [1, 2, 3]) {
			await goOn(alertId);
			sent.push(gateway.phones().length);
			if (after < 3) await call(platform, releaseStage, officer, { alertId, after });
		}

		expect(sent).toEqual([2, 11, 101]);
		expect(new Set(gateway.phones()).size).toBe(101);
		expect(await get(alertId)).toMatchObject({ state: 'sent', messages: { sent: 101 } });
	});

	test('begins its next stage by itself when it was told to, and only once by hand', async () => {
		const { platform, officer, second, gateway } = alerting;
		const { alertId } = await call(platform, draftAlert, officer, {
			...{ caseId: of, severity: 'warning', purpose: 'Báo người tiếp xúc' },
		});
		const words = { ...alerting.words, placeName: 'Chợ Đồng Xuân', stageMinutes: 10 };
		await call(platform, writeAlert, officer, { alertId, ...words });
		await call(platform, submitAlert, officer, { alertId });
		await call(platform, approveAlert, second, { alertId });
		await goOn(alertId);

		platform.clock.set('2026-11-24T08:09:59+07:00');
		await goOn(alertId);
		expect(gateway.phones()).toHaveLength(2);
		platform.clock.set('2026-11-24T08:10:00+07:00');
		await goOn(alertId);
		await sendDue(platform);
		expect(gateway.phones()).toHaveLength(11);
		await call(platform, releaseStage, second, { alertId, after: 2 });
		await expect(call(platform, releaseStage, officer, { alertId, after: 2 })).rejects.toMatchObject({
			code: 'alert-has-moved-on',
		});
	});

	test('can be stopped between its stages: the others are never told', async () => {
		const { platform, officer, second, gateway } = alerting;
		const { alertId } = await alerting.send({ of, placeName: 'Chợ Mơ' });
		await call(platform, approveAlert, second, { alertId });
		await goOn(alertId);

		await call(platform, stopAlert, officer, { alertId, reason: 'Sai giờ' });
		await goOn(alertId);

		expect(gateway.phones()).toHaveLength(2);
		expect(await get(alertId)).toMatchObject({ state: 'stopped', endedReason: 'Sai giờ' });
		const queued = sql<{ count: number }>`
			select count(*)::integer as count from messages.message where source_id = ${alertId}`;
		expect((await platform.db.one(queued)).count).toBe(2);
	});
});
