import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { addCase, addPerson, addVisit, later, listLooks, openTracing, type Tracing } from '#test/tracing';
import { approveList } from './approve-list.ts';
import { exportContacts } from './export-contacts.ts';
import { listRequests } from './list-requests.ts';
import { requestList } from './request-list.ts';

let tracing: Tracing;
let caseId: string;
let met: string;
beforeAll(async () => {
	tracing = await openTracing();
	const { platform, market } = tracing;
	const sick = await addPerson(platform, { fullName: 'Nguyễn Văn An' });
	caseId = await addCase(tracing, sick);
	await addVisit(platform, { person: sick, place: market, from: '21 08:00', until: '21 09:00' });
	met = await addPerson(platform, { fullName: 'Lê Thị Bưởi' });
	for (const person of [met, await addPerson(platform, { fullName: 'Trần Văn Cam' })])
		await addVisit(platform, { person, place: market, from: '21 08:00', until: '21 09:00' });
});
afterAll(() => tracing.platform.close());

const purpose = 'Lập danh sách gọi điện';
type Names = 'masked' | 'revealed';
const download = (more: { requestId?: string; names?: Names } = {}, who = tracing.officer) =>
	call(tracing.platform, exportContacts, who, { caseId, names: 'revealed', purpose, ...more });
const ask = async (names: Names = 'revealed', who = tracing.officer) =>
	(await call(tracing.platform, requestList, who, { caseId, names, purpose })).requestId;
const approve = (requestId: string, who = tracing.wardOfficer, isApproved = true) =>
	call(tracing.platform, approveList, who, { requestId, isApproved });
const setMax = (people: number) =>
	tracing.platform.db.run(sql`
		insert into contacts.list_rule (version, people_max, valid_hours, valid_from, decision)
		select max(version) + 1, ${people}::integer, 24, ${tracing.platform.clock.now()}, 'Quyết định thử'
		from contacts.list_rule`);

test('a list as long as the setting allows is downloaded by one officer alone', async () => {
	await setMax(2);

	expect((await download()).persons).toBe(2);
});

test('one person more needs another officer, whole names or masked ones', async () => {
	await setMax(1);
	const before = (await listLooks(tracing.platform, met)).length;

	await expect(download()).rejects.toMatchObject({ code: 'approval-needed' });
	await expect(download({ names: 'masked' })).rejects.toMatchObject({ code: 'approval-needed' });

	expect(await listLooks(tracing.platform, met)).toHaveLength(before);
	const requestId = await ask();
	await expect(download({ requestId })).rejects.toMatchObject({ code: 'approval-needed' });
	await approve(requestId);
	expect((await download({ requestId })).persons).toBe(2);
	expect((await listLooks(tracing.platform, met)).at(-1)).toMatchObject({
		operation: 'contacts.export-contacts',
		purpose,
	});
});

test('nobody approves their own request, and an officer of another province none', async () => {
	const requestId = await ask();

	await expect(approve(requestId, tracing.officer)).rejects.toMatchObject({ code: 'own-request' });
	await expect(approve(requestId, tracing.strangeOfficer)).rejects.toMatchObject({ code: 'not-allowed' });
	await expect(download({ requestId })).rejects.toMatchObject({ code: 'approval-needed' });
});

test('an approval is for who asked, for what they asked, and not for what was refused', async () => {
	const masked = await ask('masked');
	await approve(masked);
	await expect(download({ requestId: masked })).rejects.toMatchObject({ code: 'approval-needed' });
	expect((await download({ requestId: masked, names: 'masked' })).persons).toBe(2);
	await expect(download({ requestId: masked, names: 'masked' }, tracing.wardOfficer)).rejects.toMatchObject({
		code: 'approval-needed',
	});

	const refused = await ask();
	await approve(refused, tracing.wardOfficer, false);
	await expect(download({ requestId: refused })).rejects.toMatchObject({ code: 'approval-needed' });
	await expect(approve(refused)).rejects.toMatchObject({ code: 'already-ended' });
});

test('an approval runs out after a day, and so does a request nobody decided', async () => {
	const [approved, waiting] = [await ask(), await ask()];
	await approve(approved);
	later(tracing.platform, 24 * 3_600 - 1);
	expect((await download({ requestId: approved })).persons).toBe(2);

	later(tracing.platform, 1);

	await expect(download({ requestId: approved })).rejects.toMatchObject({ code: 'approval-needed' });
	await expect(approve(waiting)).rejects.toMatchObject({ code: 'already-ended' });
	const { requests } = await call(tracing.platform, listRequests, tracing.officer, { caseId });
	expect(new Set(requests.map((one) => one.state))).toEqual(new Set(['over', 'refused']));
});
