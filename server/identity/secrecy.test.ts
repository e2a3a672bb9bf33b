import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueCode } from '#declarations';
import {
	changeProfile,
	createPartnerKey,
	createStaff,
	getMe,
	requestCode,
	signInStaff,
	totpCode,
	verifyCode,
} from '#identity';
import { listToday } from '#logbook';
import { call } from '#platform/call';
import { type Embedded, startEmbedded } from '#platform/embedded-postgres/index';
import { sql } from '#platform/sql';
import type { TestPlatform } from '#test/database';
import { addCafe, addDeclared, administrator, anybody, openVaora, signIn } from '#test/people';
import { checkIn } from '#visits';

const folder = mkdtempSync(join(tmpdir(), 'vaora-secrecy-'));
let server: Embedded;
let platform: TestPlatform;

beforeAll(async () => {
	server = await startEmbedded({ folder, database: 'postgres' });
	platform = await openVaora(undefined, server.url);
});
afterAll(async () => {
	await platform.close();
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

const codes: string[] = [];

/** Somebody signs in, declares, is shown a code, goes in, corrects their name; a wrong code is tried; staff sign in. */
async function goThroughEverything(): Promise<string[]> {
	const particulars = {
		'full-name': 'ĐOÀN THỊ BƯỞI',
		'document-number': '079187654321',
		'health-insurance-number': 'GD4791234567890',
		street: '99 ngõ Bí Mật',
		email: 'buoi.bi.mat@vidu.vn',
		symptoms: ['fever'],
		'symptoms-note': 'Sốt nhẹ từ hôm kia',
	};
	const manager = await signIn(platform, '+84987654320');
	const { placeId } = await addCafe(platform, manager);
	const person = await addDeclared(platform, '+84987654321', particulars);
	codes.push(platform.codeFor(manager.phone), platform.codeFor(person.phone));
	const { challengeId } = await call(platform, requestCode, anybody, { phone: '+84987654322' });
	codes.push(platform.codeFor('+84987654322'));
	await expect(call(platform, verifyCode, anybody, { challengeId, code: '12345' })).rejects.toMatchObject({
		code: 'code-wrong',
	});
	const { code } = await call(platform, issueCode, await person.caller(), { person: person.personId });
	await call(platform, checkIn, await person.caller(), {
		id: crypto.randomUUID(),
		place: placeId,
		person: person.personId,
	});
	await call(platform, listToday, await manager.caller(), { place: placeId });
	const profile = { fullName: 'Đoàn Thị Hoa Bưởi', phone: '+84987654323' };
	await call(platform, changeProfile, await person.caller(), { person: person.personId, profile });
	await call(platform, getMe, await person.caller(), {});
	const staff = { login: 'cdc.hanoi', password: 'một hai ba bốn năm', totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' };
	const named = { name: 'Cao Văn Ổi', authority: 'CDC Hà Nội', roles: [{ name: 'analyst' as const }] };
	await call(platform, createStaff, administrator, { ...staff, ...named });
	const totp = totpCode(staff.totpSecret, platform.clock.now());
	const session = await call(platform, signInStaff, anybody, { login: staff.login, password: staff.password, totp });
	const partner = { name: 'B', authority: 'B', scopes: ['identity.get-me'], roles: [], days: 1 };
	const { key } = await call(platform, createPartnerKey, administrator, partner);
	const { symptoms: _symptoms, ...texts } = particulars;
	return [
		...Object.values(texts),
		...['BƯỞI', 'Bưởi', 'Trần Thị Mít', 'Cao Văn Ổi', '98765432', '0987 654', 'met-symptomatic', '203.0.113.7'],
		...[person.token, manager.token, session.token, key, code, staff.password, staff.totpSecret],
	];
}

function* filesIn(path: string): Generator<string> {
	for (const entry of readdirSync(path, { withFileTypes: true })) {
		const inner = join(path, entry.name);
		if (entry.isDirectory()) yield* filesIn(inner);
		else if (entry.isFile()) yield inner;
	}
}

test('no file of the database, its log of changes included, says who anybody is or holds a secret', async () => {
	const secrets = (await goThroughEverything()).map((secret) => [secret, Buffer.from(secret)] as const);
	await platform.db.run(sql`checkpoint`);

	const found = new Set<string>();
	let bytes = 0;
	for (const path of filesIn(folder)) {
		const content = readFileSync(path);
		bytes += content.length;
		for (const [secret, written] of secrets) if (content.includes(written)) found.add(`${secret} in ${path}`);
		for (const code of codes) if (content.includes(code)) found.add(code);
	}

	expect(bytes).toBeGreaterThan(20_000_000);
	expect([...found].filter((one) => !codes.includes(one))).toEqual([]);
	// Six digits may stand somewhere by chance; those of all three codes do not.
	expect(codes.every((code) => found.has(code))).toBe(false);
});

test('no job in the queue carries anything about a person', async () => {
	const { payloads } = await platform.db.one(
		sql<{
			payloads: string | null;
		}>`select string_agg(payload::text, '') as payloads from graphile_worker._private_jobs`,
	);

	expect(payloads).toBeNull();
});
