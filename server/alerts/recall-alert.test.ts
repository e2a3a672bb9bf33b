import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sendDue } from '#messages';
import { call } from '#platform/call';
import { type Alerting, openAlerting } from '#test/alerting';
import { addCase, addPerson } from '#test/tracing';
import { advance } from './advance.ts';
import { getAlert, recallAlert, submitAlert } from './index.ts';

let alerting: Alerting;
beforeAll(async () => void (alerting = await openAlerting()));
afterAll(() => alerting.close());
beforeEach(() => {
	alerting.platform.clock.set('2026-11-24T08:00:00+07:00');
	alerting.gateway.reset();
});

const correction = {
	vi: 'Đính chính: tin cảnh báo lúc sáng là nhầm. Bạn không cần làm gì.',
	en: 'Correction: this morning’s alert was a mistake. You need do nothing.',
};
const sent = correction.vi;
const recall = (alertId: string) =>
	call(alerting.platform, recallAlert, alerting.officer, { alertId, correction, reason: 'Nhầm ngày' });
const get = (alertId: string) => call(alerting.platform, getAlert, alerting.officer, { alertId });

async function sendTo(count: number, placeName: string) {
	const of = await addCase(alerting, await addPerson(alerting.platform, { fullName: 'Trần Văn Đủ' }));
	const people = [];
	for (let index = 0; index < count; index++) people.push(await alerting.addContact({ of }));
	const { alertId } = await alerting.send({ of, placeName });
	await advance(alerting.platform, alertId);
	return { of, people, alertId };
}

test('a recall stops the unsent and corrects exactly those who got it, at night too', async () => {
	const { platform, gateway } = alerting;
	const { people, alertId } = await sendTo(60, 'Chợ Hôm');
	const failing = new Set(people.slice(0, 10).map(({ phone }) => phone));
	gateway.answer = ({ phone }) => (failing.has(phone) ? 503 : 200);
	await sendDue(platform);
	const got = people.filter(({ phone }) => !failing.has(phone)).map(({ phone }) => phone);
	gateway.reset();

	platform.clock.set('2026-11-24T23:30:00+07:00');
	const { stopped } = await recall(alertId);
	await advance(platform, alertId);
	await sendDue(platform);
	platform.clock.set('2026-11-25T09:00:00+07:00');
	await sendDue(platform);

	expect(stopped).toBe(10);
	expect(gateway.phones().sort()).toEqual(got.sort());
	for (const phone of got) expect(gateway.sentTo(phone)).toEqual([sent]);
	expect(await get(alertId)).toMatchObject({
		...{ state: 'recalled', messages: { sent: 50, recalled: 10 }, corrections: { sent: 50 } },
	});
});

test('whom a worker was telling at that very moment is corrected once it is known', async () => {
	const { platform, gateway } = alerting;
	const { people, alertId } = await sendTo(3, 'Chợ Bưởi');
	let recalled: Promise<unknown> | undefined;
	gateway.answer = async () => {
		recalled ??= recall(alertId).then(() => advance(platform, alertId));
		await recalled;
		return 200;
	};

	await sendDue(platform);
	expect(await get(alertId)).toMatchObject({ state: 'recalling' });
	gateway.reset();
	await advance(platform, alertId);
	await sendDue(platform);

	for (const { phone } of people) expect(gateway.sentTo(phone)).toEqual([sent]);
	expect(await get(alertId)).toMatchObject({ state: 'recalled' });
});

test('recalling again, or taking the step again after a kill, corrects nobody twice', async () => {
	const { platform, gateway } = alerting;
	const { people, alertId } = await sendTo(1, 'Chợ Xanh');
	await sendDue(platform);
	gateway.reset();
	await recall(alertId);

	for (let time = 0; time < 3; time++) await advance(platform, alertId);
	await sendDue(platform);

	expect(gateway.sentTo(people[0]!.phone)).toEqual([sent]);
	await expect(recall(alertId)).rejects.toMatchObject({ code: 'alert-has-moved-on' });
});

test('after a recall the right alert may tell the same people', async () => {
	const { platform, officer, gateway } = alerting;
	const { of, people, alertId } = await sendTo(1, 'Chợ Hàng Da');
	await sendDue(platform);
	await recall(alertId);
	await advance(platform, alertId);

	const again = await alerting.write({ of, placeName: 'Chợ Hàng Da' });
	await call(platform, submitAlert, officer, { alertId: again });
	await advance(platform, again);
	await sendDue(platform);

	expect(gateway.sentTo(people[0]!.phone)).toHaveLength(3);
});

test('a draft is no alert to take back', async () => {
	const alertId = await alerting.write();

	await expect(recall(alertId)).rejects.toMatchObject({ code: 'alert-has-moved-on' });
});
