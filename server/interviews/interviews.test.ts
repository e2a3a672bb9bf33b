import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeCase } from '#cases';
import { listRecorded, recordFound, revealContact, review } from '#contacts';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addCase, addPerson, addVisit, caller, listLooks, openTracing, type Tracing } from '#test/tracing';
import { add, createLink, interviews, list, openLink, tell } from './index.ts';

let tracing: Tracing;
let sick: string;
let caseId: string;
let cases = 0;
/** Another for each test: the phone of the case. */
let phone: string;
const sent: { phone: string; text: string }[] = [];
beforeAll(async () => {
	tracing = await openTracing();
	await interviews.prepare?.(tracing.platform);
	tracing.platform.sendSms = async (phone, text) => void sent.push({ phone, text });
});
afterAll(() => tracing.platform.close());

beforeEach(async () => {
	phone = `+84901000${String(++cases).padStart(3, '0')}`;
	sick = await addPerson(tracing.platform, { fullName: 'Nguyễn Văn An', phone });
	caseId = await addCase(tracing, sick);
});

const anybody = caller({ kind: 'anyone' });
const met = { name: 'Lê Thị Bưởi', phone: '0901 234 567', mode: 'care', metOn: '2026-11-21' };
const addMet = (more: object = {}) => call(tracing.platform, add, tracing.officer, { caseId, ...met, ...more });
const contacts = async () => (await call(tracing.platform, listRecorded, tracing.officer, { caseId })).contacts;
const send = () => call(tracing.platform, createLink, tracing.officer, { caseId });
const sendLink = async () => {
	await send();
	return /\/c\/([A-Za-z0-9_-]{43})/.exec(sent.at(-1)!.text)![1]!;
};
const tellOf = (token: string, ...people: (typeof met)[]) => call(tracing.platform, tell, anybody, { token, people });

describe('somebody a case says they met, typed by an officer', () => {
	test('is a contact to be reviewed, found by an interview and by no rule', async () => {
		const { contactId } = await addMet({ place: 'Nhà bà ngoại', relation: 'em gái' });

		const [one] = await contacts();
		expect(one).toMatchObject({ contactId, origin: 'interview', state: 'found', level: 1, places: [] });
		expect(one!.maskedName).toBe('Lê Thị *** (0901 234 ***)');
		expect(one!.rule).toBeUndefined();
		const { told } = await call(tracing.platform, list, tracing.officer, { caseId });
		expect(told).toMatchObject([
			{ contactId, mode: 'care', metOn: '2026-11-21', place: 'Nhà bà ngoại', relation: 'em gái', toldBy: 'officer' },
		]);
		expect((await listLooks(tracing.platform, one!.person)).map((look) => look.operation)).toContain('interviews.add');
	});

	test('is the person with that phone and given name, however it is written', async () => {
		const known = await addPerson(tracing.platform, { fullName: 'LÊ THỊ BƯỞI HỒNG', phone: '+84901234000' });

		await addMet({ name: 'chị hong', phone: '+84 901 234 000' });

		expect((await contacts()).map((one) => one.person)).toEqual([known]);
	});

	test('is somebody else when the family of the phone has no such name', async () => {
		const mother = await addPerson(tracing.platform, { fullName: 'Trần Thị Mẹ', phone: '+84901234111' });

		await addMet({ name: 'Trần Văn Con', phone: '0901234111' });

		expect((await contacts()).map((one) => one.person)).not.toContain(mother);
	});

	test('twice is one contact with the later day', async () => {
		const first = await addMet({ metOn: '2026-11-21' });
		const second = await addMet({ metOn: '2026-11-23' });

		expect(second).toEqual(first);
		expect((await contacts()).map((one) => one.lastExposedAt)).toEqual(['2026-11-23T16:59:59.999Z']);
	});

	test('can be called and followed like anybody found by visits', async () => {
		const { contactId } = await addMet();
		const { person } = (await contacts())[0]!;

		const shown = await call(tracing.platform, revealContact, tracing.officer, { caseId, person, purpose: 'Gọi điện' });
		await call(tracing.platform, review, tracing.officer, { caseId, contactIds: [contactId], state: 'confirmed' });

		expect(shown).toMatchObject({ fullName: 'Lê Thị Bưởi', phone: '+84901234567' });
		expect((await contacts())[0]!.followUp).toMatchObject({ lastOn: '2026-12-05' });
	});

	test('keeps being told of when visits show them too', async () => {
		const known = await addPerson(tracing.platform, { fullName: 'Phạm Thị Quýt', phone: '+84901234222' });
		await addVisit(tracing.platform, { person: sick, place: tracing.market, from: '20 08:00', until: '20 09:00' });
		await addVisit(tracing.platform, { person: known, place: tracing.market, from: '20 08:00', until: '20 08:42' });
		await addMet({ name: 'Quýt', phone: '0901234222' });

		await call(tracing.platform, recordFound, tracing.officer, { caseId });

		expect(await contacts()).toMatchObject([
			{ person: known, origin: 'interview', minutes: 42, lastExposedAt: '2026-11-21T16:59:59.999Z' },
		]);
	});

	test.each([
		['a day in the future', { metOn: '2026-11-25' }, 'metOn'],
		['a day of long ago', { metOn: '2024-11-25' }, 'metOn'],
		['a number that is no phone', { phone: '12' }, 'phone'],
		['a mode nobody knows', { mode: 'telepathy' }, 'mode'],
		['a name of spaces', { name: '  ' }, 'name'],
	])('is not taken with %s', async (_words, more, field) => {
		await expect(addMet(more)).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
		expect(await contacts()).toEqual([]);
	});

	test('is not the case itself', async () => {
		await expect(addMet({ name: 'An', phone })).rejects.toMatchObject({ options: { field: 'phone' } });
	});
});

describe('the link to the case’s own phone', () => {
	test('names nobody, is stored as a hash, and takes whom the case met', async () => {
		const { sentTo } = await send();
		const token = /\/c\/([A-Za-z0-9_-]{43})/.exec(sent.at(-1)!.text)![1]!;

		expect(sentTo).toBe('0901 000 ***');
		expect(sent.at(-1)).toMatchObject({ phone });
		expect(sent.at(-1)!.text).not.toMatch(/Nguy|covid|F0/i);
		const stored = await tracing.platform.db.rows(sql<{ all: string }>`select l::text as all from interviews.link l`);
		expect(stored.some((one) => one.all.includes(token))).toBe(false);
		expect(await call(tracing.platform, openLink, anybody, { token })).toMatchObject({ people: 0, peopleMax: 100 });

		expect(await tellOf(token, met, { ...met, name: 'Trần Văn Cam', phone: '' })).toEqual({ recorded: 2 });

		expect((await contacts()).map((one) => one.origin)).toEqual(['interview', 'interview']);
		const { told } = await call(tracing.platform, list, tracing.officer, { caseId });
		expect(told.map((one) => one.toldBy)).toEqual(['case', 'case']);
	});

	test('is good for three days', async () => {
		const { clock } = tracing.platform;
		const before = clock.now().toISOString();
		const token = await sendLink();
		clock.set('2026-11-27T07:59:59+07:00');
		await call(tracing.platform, openLink, anybody, { token });
		clock.set('2026-11-27T08:00:00+07:00');

		await expect(call(tracing.platform, openLink, anybody, { token })).rejects.toMatchObject({ code: 'link-over' });
		await expect(tellOf(token, met)).rejects.toMatchObject({ code: 'link-over' });
		clock.set(before);
	});

	test('is void once a new one was sent, and once the case is closed', async () => {
		const [first, second] = [await sendLink(), await sendLink()];
		await expect(tellOf(first, met)).rejects.toMatchObject({ code: 'link-over' });
		await call(tracing.platform, closeCase, tracing.officer, { caseId, reason: 'finished' });

		await expect(tellOf(second, met)).rejects.toMatchObject({ code: 'link-over' });
	});

	test('takes a hundred people and not one more', async () => {
		const token = await sendLink();
		const twenty = Array.from({ length: 20 }, (_none, index) => ({ ...met, name: `Người ${index}`, phone: '' }));
		for (let round = 0; round < 5; round++) await tellOf(token, ...twenty);

		await expect(tellOf(token, met)).rejects.toMatchObject({ code: 'link-full' });
	});

	test('says which entry is at fault, and takes none of them', async () => {
		const token = await sendLink();

		await expect(tellOf(token, met, { ...met, phone: '12' })).rejects.toMatchObject({
			options: { fields: [{ field: 'people.1.phone' }] },
		});

		expect(await contacts()).toEqual([]);
		expect(await call(tracing.platform, openLink, anybody, { token })).toMatchObject({ people: 0 });
	});

	test('is not sent where there is no phone', async () => {
		caseId = await addCase(tracing, await addPerson(tracing.platform, { fullName: 'Vũ Không Máy' }));

		await expect(send()).rejects.toMatchObject({ code: 'phone-missing' });
	});
});
