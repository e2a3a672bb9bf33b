import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveProfile, signOut } from '#identity';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import type { TestPlatform } from '#test/database';
import { addDeclared, openVaora } from '#test/people';
import { openPushService, type PushService } from '#test/push-service';
import { getMine, listPushable, pushMessages, subscribe, unsubscribe } from './index.ts';
import { jobs } from './jobs.ts';

let platform: TestPlatform;
let service: PushService;
beforeAll(async () => {
	platform = await openVaora();
	service = await openPushService(platform);
});
afterAll(async () => {
	await service.close();
	await platform.close();
});

let phones = 0;
async function addPerson() {
	const me = await addDeclared(platform, `+8490778${String(++phones).padStart(4, '0')}`);
	return { ...me, caller: await me.caller() };
}

const said = (personId: string, key = '1') => ({
	...{ key, personId, text: 'Đến giờ báo sức khoẻ', path: '/me/report', isUrgent: false },
	expiresAt: new Date('2026-11-24T20:00:00+07:00'),
});

test('a browser that subscribed is shown a message nobody else can read, once however often it subscribes', async () => {
	const [me, browser] = [await addPerson(), service.addBrowser()];
	await call(platform, subscribe, me.caller, browser);
	await call(platform, subscribe, me.caller, browser);

	const delivered = await pushMessages(platform, [said(me.personId)]);

	expect(await call(platform, getMine, me.caller, {})).toMatchObject({ devices: 1 });
	expect(delivered).toEqual(['taken']);
	expect(service.shownTo(browser)).toEqual([{ key: '1', text: said('').text, url: '/me/report' }]);
	expect(service.got.at(-1)!.headers).toMatchObject({ topic: '1', ttl: String(12 * 3_600), urgency: 'normal' });
});

test('nothing of it lies readable in the database', async () => {
	const [me, browser] = [await addPerson(), service.addBrowser()];
	await call(platform, subscribe, me.caller, browser);

	const rows = await platform.db.rows(sql<{ row: string }>`select s::text as row from push.subscription s`);

	const hidden = [browser.endpoint, browser.p256dh, browser.auth];
	const readable = rows.map(({ row }) => Buffer.from(row.replaceAll(/[^0-9a-f]/g, ''), 'hex').toString('latin1') + row);
	expect(rows.length).toBeGreaterThan(0);
	for (const text of readable) for (const secret of hidden) expect(text).not.toContain(secret);
});

test.each([
	['an address in the machine', { endpoint: 'http://127.0.0.1:1/a' }, 'endpoint'],
	['a service nobody trusts', { endpoint: 'https://push.example.com/a' }, 'endpoint'],
	['a name before a trusted one', { endpoint: 'http://127.0.0.1@push.example.com/a' }, 'endpoint'],
	['a key that is none', { p256dh: 'AAAA' }, 'p256dh'],
	['a secret that is none', { auth: 'AAAA' }, 'auth'],
])('%s is refused', async (_what, change, field) => {
	const me = await addPerson();

	const refused = call(platform, subscribe, me.caller, { ...service.addBrowser(), ...change });

	await expect(refused).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
	expect(await call(platform, getMine, me.caller, {})).toMatchObject({ devices: 0 });
});

test.each([404, 410])('a subscription that its service says is gone (%i) is forgotten', async (status) => {
	const [me, gone, living] = [await addPerson(), service.addBrowser(), service.addBrowser()];
	for (const browser of [gone, living]) await call(platform, subscribe, me.caller, browser);
	service.answer = ({ path }) => (gone.endpoint.endsWith(path) ? status : 201);

	const delivered = await pushMessages(platform, [said(me.personId)]);
	service.reset();

	expect(delivered).toEqual(['taken']);
	expect(await call(platform, getMine, me.caller, {})).toMatchObject({ devices: 1 });
});

test('a service that is busy keeps its subscription; one that hangs up leaves it open', async () => {
	const [me, browser] = [await addPerson(), service.addBrowser()];
	await call(platform, subscribe, me.caller, browser);

	service.answer = () => 429;
	const busy = await pushMessages(platform, [said(me.personId)]);
	service.answer = () => 'hang up';
	const hungUp = await pushMessages(platform, [said(me.personId)]);
	service.reset();

	expect([busy, hungUp]).toEqual([['none'], ['unsure']]);
	expect(await call(platform, getMine, me.caller, {})).toMatchObject({ devices: 1 });
});

test('whoever ends it on one browser keeps the others; whoever ends it everywhere has none', async () => {
	const [me, other] = [await addPerson(), await addPerson()];
	const [first, second] = [service.addBrowser(), service.addBrowser()];
	for (const browser of [first, second]) await call(platform, subscribe, me.caller, browser);

	await call(platform, unsubscribe, other.caller, { endpoint: first.endpoint });
	expect(await call(platform, getMine, me.caller, {})).toMatchObject({ devices: 2 });
	await call(platform, unsubscribe, me.caller, { endpoint: first.endpoint });
	expect(await call(platform, getMine, me.caller, {})).toMatchObject({ devices: 1 });
	await call(platform, unsubscribe, me.caller, {});
	expect(await listPushable(platform, [me.personId])).toEqual(new Set());
});

test('a browser that somebody else signs in on is theirs from then on', async () => {
	const [one, other, browser] = [await addPerson(), await addPerson(), service.addBrowser()];
	await call(platform, subscribe, one.caller, browser);

	await call(platform, subscribe, other.caller, browser);

	expect(await pushMessages(platform, [said(one.personId), said(other.personId)])).toEqual(['none', 'taken']);
});

test('of an eleventh browser the oldest is forgotten', async () => {
	const me = await addPerson();
	const browsers = Array.from({ length: 11 }, () => service.addBrowser());
	for (const [index, browser] of browsers.entries()) {
		platform.clock.set(`2026-11-24T08:00:${String(index).padStart(2, '0')}+07:00`);
		await call(platform, subscribe, me.caller, browser);
	}

	await pushMessages(platform, [said(me.personId)]);

	expect(await call(platform, getMine, me.caller, {})).toMatchObject({ devices: 10 });
	expect(browsers.map((browser) => service.shownTo(browser).length)).toEqual([0, ...Array(10).fill(1)]);
});

test('whoever signs out is shown nothing on that browser any more', async () => {
	const [me, browser] = [await addPerson(), service.addBrowser()];
	await call(platform, subscribe, me.caller, browser);
	await call(platform, signOut, me.caller, {});

	expect(await pushMessages(platform, [said(me.personId)])).toEqual(['none']);
	expect(service.shownTo(browser)).toEqual([]);
});

test('somebody with a phone of their own is not reached through the browser of who declares for them', async () => {
	const [me, browser] = [await addPerson(), service.addBrowser()];
	await call(platform, subscribe, me.caller, browser);
	const { db, keys, clock } = platform;
	const add = (profile: { fullName: string; phone?: string }) =>
		saveProfile({ db, keys, now: clock.now() }, { relation: 'other', accountId: me.accountId, profile });
	const [child, grown] = [await add({ fullName: 'Lê Bé' }), await add({ fullName: 'Lê Lớn', phone: '+84907780999' })];

	expect(await listPushable(platform, [child, grown])).toEqual(new Set([child]));
});

test('a service the operator no longer trusts is not called', async () => {
	const [me, browser] = [await addPerson(), service.addBrowser()];
	await call(platform, subscribe, me.caller, browser);
	const distrusting = { ...platform, config: { ...platform.config, pushOrigins: ['https://fcm.googleapis.com'] } };

	expect(await pushMessages(distrusting, [said(me.personId)])).toEqual(['none']);
	expect(service.shownTo(browser)).toEqual([]);
});

test('a browser that nothing reached for ninety days is forgotten', async () => {
	const [me, browser] = [await addPerson(), service.addBrowser()];
	await call(platform, subscribe, me.caller, browser);
	const [forget] = jobs;

	await forget!.run(platform, new Date('2027-02-20T08:00:00+07:00'), {} as never);
	expect(await call(platform, getMine, me.caller, {})).toMatchObject({ devices: 1 });
	await forget!.run(platform, new Date('2027-02-24T08:00:00+07:00'), {} as never);
	expect(await call(platform, getMine, me.caller, {})).toMatchObject({ devices: 0 });
});
