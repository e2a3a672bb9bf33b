import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeCase, closeCase, listGrounded } from '#cases';
import { sendDue } from '#messages';
import { declareOutbreak, outbreaks } from '#outbreaks';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { sql } from '#platform/sql';
import { type Alerting, openAlerting } from '#test/alerting';
import { addCase, addPerson } from '#test/tracing';
import { advance } from './advance.ts';
import { approveAlert, draftOutbreakAlert, getAlert, previewAlert, submitAlert, writeAlert } from './index.ts';

let alerting: Alerting;
let outbreakId: string;
beforeAll(async () => {
	alerting = await openAlerting();
	await outbreaks.prepare!(alerting.platform);
});
afterAll(() => alerting.close());
beforeEach(async () => {
	alerting.gateway.reset();
	const said = { name: 'Ổ dịch chợ Long Biên', location: 'Chợ Long Biên', advice: 'Đeo khẩu trang', decision: '1/TB' };
	const when = { fromOn: '2026-11-20', determinedAt: '2026-11-23T08:00:00+07:00' };
	const outbreak = { areaId: alerting.areas.baDinh.areaId, disease: 'covid-19', ...said, ...when };
	outbreakId = (await call(alerting.platform, declareOutbreak, alerting.officer, outbreak)).outbreakId;
});

const purpose = 'Báo mọi người tiếp xúc của ổ dịch';
async function addOf(more: Parameters<typeof addCase>[2] = { onsetOn: '2026-11-20' }) {
	const personId = await addPerson(alerting.platform, { fullName: 'Trần Văn Chợ' });
	const of = await addCase(alerting, personId, more);
	await call(alerting.platform, changeCase, alerting.officer, { caseId: of, outbreak: outbreakId });
	return { of, personId };
}
const draft = (by = alerting.officer) =>
	call(alerting.platform, draftOutbreakAlert, by, { outbreakId, severity: 'urgent', purpose });
async function write() {
	const { alertId } = await draft();
	await call(alerting.platform, writeAlert, alerting.officer, { alertId, ...alerting.words, placeName: newId() });
	return alertId;
}
const preview = (alertId: string) => call(alerting.platform, previewAlert, alerting.officer, { alertId });
const submit = (alertId: string) => call(alerting.platform, submitAlert, alerting.officer, { alertId });
const setApproval = (above: number) =>
	alerting.platform.db.run(sql`update alerts.setting set approve_above = ${above}`);

test('everybody who met a case of the outbreak is told once; a case of it, and a contact of another, are not', async () => {
	const [one, other] = [await addOf(), await addOf()];
	const both = await alerting.addContact(one);
	await alerting.addContactRow({ personId: both.personId, of: other.of });
	const second = await alerting.addContact(other);
	await alerting.addContactRow({ personId: one.personId, of: other.of });
	const elsewhere = await alerting.addContact({ of: alerting.caseId });

	const alertId = await write();
	expect(await preview(alertId)).toMatchObject({ people: 2, bySms: 2 });
	expect(await submit(alertId)).toEqual({ state: 'sending', recipients: 2 });
	await advance(alerting.platform, alertId);
	await sendDue(alerting.platform);

	expect(alerting.gateway.sentTo(both.phone)).toHaveLength(1);
	expect(alerting.gateway.sentTo(second.phone)).toHaveLength(1);
	expect(alerting.gateway.sentTo(elsewhere.phone)).toEqual([]);
	expect(await call(alerting.platform, getAlert, alerting.officer, { alertId })).toMatchObject({
		outbreakId,
		caseCount: 2,
	});
});

test('a person under two ids is one', async () => {
	const { of } = await addOf();
	const [old, current] = [await alerting.addContact({ of }), await alerting.addContact({ of })];
	await alerting.platform.db.run(sql`insert into identity.person_alias (person_id, stays_id, merge_id, since)
		values (${old.personId}, ${current.personId}, ${newId()}, ${alerting.platform.clock.now()})`);

	expect(await preview(await write())).toMatchObject({ people: 1 });
});

test('cases on a guess or closed are left out; an outbreak of nothing else alarms nobody', async () => {
	const suspected = await addOf({ onsetOn: '2026-11-20', isSuspected: true });
	await alerting.addContact(suspected);
	await expect(draft()).rejects.toMatchObject({ code: 'case-without-grounds' });

	const sure = await addOf();
	await alerting.addContact(sure);

	expect(await preview(await write())).toMatchObject({ people: 1 });
});

test('a case that is closed before the second officer approves takes those with it whom it alone ties', async () => {
	const [stays, goes] = [await addOf(), await addOf()];
	const [kept, dropped, shared] = [
		await alerting.addContact(stays),
		await alerting.addContact(goes),
		await alerting.addContact(goes),
	];
	await alerting.addContactRow({ personId: shared.personId, of: stays.of });
	const alertId = await write();
	await setApproval(1);
	expect(await submit(alertId)).toEqual({ state: 'waiting', recipients: 3 });
	await setApproval(100);
	await call(alerting.platform, closeCase, alerting.officer, { caseId: goes.of, reason: 'discarded', note: 'Âm tính' });
	const later = await addOf();
	const after = await alerting.addContact(later);

	await call(alerting.platform, approveAlert, alerting.second, { alertId });
	await advance(alerting.platform, alertId);
	await sendDue(alerting.platform);

	expect(alerting.gateway.sentTo(kept.phone)).toHaveLength(1);
	expect(alerting.gateway.sentTo(shared.phone)).toHaveLength(1);
	expect(alerting.gateway.sentTo(dropped.phone)).toEqual([]);
	expect(alerting.gateway.sentTo(after.phone)).toEqual([]);
	expect(await call(alerting.platform, getAlert, alerting.officer, { alertId })).toMatchObject({ recipients: 2 });
});

test('of more cases than one alert may have none is left out unseen: it is refused', async () => {
	await addOf();
	await addOf();
	const outbreak = { outbreakId, areaPath: alerting.areas.baDinh.path };

	expect(await listGrounded(alerting.platform.db, outbreak, 2)).toHaveLength(2);
	await expect(listGrounded(alerting.platform.db, outbreak, 1)).rejects.toMatchObject({ code: 'payload-too-large' });
});

test('an officer of another province drafts none', async () => {
	await addOf();

	await expect(draft(alerting.strangeOfficer)).rejects.toMatchObject({ code: 'not-allowed' });
});
