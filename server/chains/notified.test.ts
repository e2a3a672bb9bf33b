import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recallAlert } from '#alerts';
import { add, interviews } from '#interviews';
import { sendDue } from '#messages';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { type Alerting, openAlerting } from '#test/alerting';
import { addCase, addPerson } from '#test/tracing';
import { advance } from '../alerts/advance.ts';
import { getNumbers } from './index.ts';

let alerting: Alerting;
let of: string;
beforeAll(async () => {
	alerting = await openAlerting();
	await interviews.prepare!(alerting.platform);
});
afterAll(() => alerting.close());
beforeEach(async () => {
	alerting.platform.clock.set('2026-11-24T08:00:00+07:00');
	await alerting.platform.db.run(sql`update cases.case set classification = 'discarded'`);
	of = await addCase(alerting, await addPerson(alerting.platform, { fullName: 'Trần Văn Gốc' }));
});

const numbers = () => call(alerting.platform, getNumbers, alerting.officer, { disease: 'covid-19' });
const notified = async () => {
	const { count, of } = (await numbers()).indicators.notified;
	return [count, of];
};
async function goOn(alertId: string) {
	await advance(alerting.platform, alertId);
	await sendDue(alerting.platform);
}

test('a contact whose alert went out within 24 hours was notified in time; a later one was not', async () => {
	await alerting.addContact({ of });
	expect(await notified()).toEqual([0, 0]);
	alerting.platform.clock.set('2026-11-25T08:00:00+07:00');
	expect(await notified()).toEqual([0, 1]);

	alerting.platform.clock.set('2026-11-25T07:59:00+07:00');
	const { alertId } = await alerting.send({ of, placeName: 'Ga Giáp Bát' });
	await goOn(alertId);
	expect(await notified()).toEqual([1, 1]);

	alerting.platform.clock.set('2026-11-26T08:00:00+07:00');
	await alerting.platform.db.run(sql`
		update contacts.contact set found_at = ${new Date('2026-11-24T07:58:00+07:00')} where case_id = ${of}`);
	expect(await notified()).toEqual([0, 1]);
});

test('an alert of another case, one nobody could be sent, and one taken back notify nobody', async () => {
	const other = await addCase(alerting, await addPerson(alerting.platform, { fullName: 'Trần Văn Khác' }));
	const { personId } = await alerting.addContact({ of });
	await alerting.addContact({ of, hasPhone: false });
	await alerting.addContactRow({ personId, of: other });
	await goOn((await alerting.send({ of: other, placeName: 'Bến xe Nước Ngầm' })).alertId);
	const { alertId } = await alerting.send({ of, placeName: 'Chợ Hôm' });
	await goOn(alertId);
	expect(await notified()).toEqual([2, 2]);
	const correction = { vi: 'Tin trước là nhầm, xin lỗi.', en: 'The alert was wrong, we are sorry.' };
	await call(alerting.platform, recallAlert, alerting.officer, { alertId, correction, reason: 'Nhầm địa điểm' });

	expect(await notified()).toEqual([1, 1]);
});

test('the attack rate tells how contacts met: nearest as told, else the place shared longest, else how they are known', async () => {
	const { platform, officer } = alerting;
	const told = { caseId: of, name: 'Lê Thị Nhà', mode: 'same-room', metOn: '2026-11-01' };
	const { contactId } = await call(platform, add, officer, told);
	const phone = '0901 888 001';
	await call(platform, add, officer, { ...told, name: 'Lê Thị Gần', phone, mode: 'same-room' });
	await call(platform, add, officer, { ...told, name: 'Lê Thị Gần', phone, mode: 'household' });
	const shares = newId();
	const person = await addPerson(platform, { fullName: 'Lê Thị Chợ' });
	const days = [new Date('2026-11-01T08:00:00+07:00'), new Date('2026-11-24T08:00:00+07:00')] as const;
	for (const [id, who] of [
		[shares, person],
		[newId(), await addPerson(platform, { fullName: 'Lê Thị Danh Sách' })],
	] as const)
		await platform.db.run(sql`
			insert into contacts.contact (contact_id, case_id, person_id, level, origin, last_exposed_at, state, found_at)
			values (${id}, ${of}, ${who}, 1, ${id === shares ? 'visit' : 'import'}, ${days[0]}, 'found', ${days[1]})`);
	for (const [place, minutes] of [
		[alerting.cafe, 20],
		[alerting.market, 45],
	] as const)
		await platform.db.run(sql`insert into contacts.shared_place (case_id, place_id, contact_id, minutes)
			values (${of}, ${place}, ${shares}, ${minutes})`);
	await addCase(alerting, person, { onsetOn: '2026-11-05' });

	const { attack } = await numbers();

	expect(contactId).toBeTruthy();
	expect(attack.byRelation.map(({ relation, count, of }) => [relation, count, of])).toEqual([
		['mode:household', 0, 1],
		['mode:same-room', 0, 1],
		['origin:import', 0, 1],
		['place:market', 1, 1],
	]);
	expect(attack.byRelation.at(-1)).toMatchObject({ share: 1, low: expect.any(Number), high: 1 });
	expect(attack.all).toMatchObject({ count: 1, of: 4 });
});
