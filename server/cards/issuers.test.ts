import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importIssuers, listTrustedIssuers } from '#cards';
import { call } from '#platform/call';
import { healthCertificate, openHealthCertificate } from '#shared/codes/health-certificate';
import { trustListOf } from '#shared/codes/trust-list';
import { openTestPlatform, type TestPlatform } from '#test/database';
import { administrator, anybody, staff } from '#test/people';
import { hasSharedData, readSharedJson } from '#test/shared-data';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openTestPlatform();
});
afterAll(() => platform.close());

const load = (list: unknown, replace = false) =>
	call(platform, importIssuers, administrator, {
		list: typeof list === 'string' ? list : JSON.stringify(list),
		replace,
	});
const trusted = (at = platform.clock.now()) => listTrustedIssuers(platform.db, at);

async function bareKey(change: object = {}) {
	const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
	const key = await crypto.subtle.exportKey('jwk', pair.privateKey);
	const times = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2027-01-01T00:00:00Z' };
	return { keyId: '0011223344556677', key, ...times, ...change };
}

describe('a trust list', () => {
	test('of bare keys is kept without what would sign, and holds to its day', async () => {
		expect(await load([await bareKey({ kinds: ['test'] })])).toEqual({ loaded: 1, removed: 0, faults: [] });

		const [issuer] = await trusted();
		expect(issuer).toMatchObject({
			keyId: '0011223344556677',
			kinds: ['test'],
			validUntil: '2027-01-01T00:00:00.000Z',
		});
		expect(Object.keys(issuer!.key).sort()).toEqual(['crv', 'kty', 'x', 'y']);
		expect(await trusted(new Date('2027-01-01T00:00:00Z'))).toEqual([]);
	});

	test('loaded again changes what is there; as the whole list it ends the others', async () => {
		await load([await bareKey(), await bareKey({ keyId: 'aaaaaaaaaaaaaaaa' })]);
		expect((await trusted()).map(({ keyId, kinds }) => [keyId, kinds.length])).toEqual([
			['0011223344556677', 3],
			['aaaaaaaaaaaaaaaa', 3],
		]);

		expect(await load([await bareKey({ keyId: 'BBBBBBBBBBBBBBBB' })], true)).toMatchObject({ loaded: 1, removed: 2 });
		expect((await trusted()).map(({ keyId }) => keyId)).toEqual(['bbbbbbbbbbbbbbbb']);
	});

	test.each<[string, () => unknown, string]>([
		['a word', () => 'hello', 'tệp không phải'],
		['an object', () => ({}), 'tệp không phải'],
		['5,001 entries', () => Array.from({ length: 5_001 }, () => 0), 'tệp không phải'],
		['an entry that is a number', () => [7], 'cần certificate'],
		['an id that is too short', () => bareKey({ keyId: '00' }).then((one) => [one]), 'cần certificate'],
		[
			'an end before its beginning',
			() => bareKey({ validUntil: '2025-01-01' }).then((one) => [one]),
			'cần certificate',
		],
		['a kind nobody knows', () => bareKey({ kinds: ['visa'] }).then((one) => [one]), 'kinds chỉ gồm'],
		[
			'another curve',
			() => bareKey({ key: { kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' } }).then((one) => [one]),
			'khoá phải',
		],
		['a short RSA key', () => bareKey({ key: { kty: 'RSA', n: 'vw', e: 'AQAB' } }).then((one) => [one]), 'khoá phải'],
		['half a certificate', () => [{ certificate: 'MIIB' }], 'chứng thư không đọc được'],
	])('with %s is refused in words, and nobody is distrusted for it', async (_what, list, words) => {
		const before = await trusted();

		const { faults, removed } = await load(await list(), true);

		expect(faults.map(({ text }) => text.vi)).toEqual([expect.stringContaining(words)]);
		expect(removed).toBe(0);
		expect(await trusted()).toEqual(before);
	});

	test('is loaded by the administrator, and by no officer', async () => {
		for (const caller of [anybody, staff('CDC', { name: 'health-officer', area: '1' })])
			await expect(call(platform, importIssuers, caller, { list: '[]' })).rejects.toMatchObject({ name: 'Problem' });
	});
});

describe.skipIf(!hasSharedData('testvectors/eu-dcc'))('the EU’s test issuers', () => {
	const vector = (path: string) => readSharedJson(`testvectors/eu-dcc/${path}`);
	/** Whose certificates are good in every respect: an issuer with ES256, and one with PS256. */
	const paths = ['AT/2DCode/raw/1.json', 'DE/2DCode/raw/1.json'];

	test.each(paths)(
		'%s: as PEM, as base64 of DER and as the gateway writes it, a certificate then holds',
		async (path) => {
			const { PREFIX, TESTCTX } = vector(path);
			const der: string = TESTCTX.CERTIFICATE;
			const pem = new X509Certificate(Buffer.from(der, 'base64')).toString();
			const keyId = createHash('sha256').update(Buffer.from(der, 'base64')).digest('hex').slice(0, 16);
			const at = new Date(TESTCTX.VALIDATIONCLOCK);

			for (const list of [
				pem,
				`${pem}\n`,
				[{ certificate: pem }],
				[{ certificate: der }],
				[{ rawData: der, kid: 'x' }],
			]) {
				expect(await load(list, true)).toMatchObject({ loaded: 1, faults: [] });
				const issuers = await trusted(at);
				expect(issuers.map((issuer) => issuer.keyId)).toEqual([keyId]);
				const content = healthCertificate.parse(PREFIX, at)!;
				expect(await openHealthCertificate(content, trustListOf(issuers), at)).toMatchObject({ ok: true, keyId });
			}
			const content = healthCertificate.parse(PREFIX, at)!;
			expect(await openHealthCertificate(content, trustListOf([]), at)).toMatchObject({ reason: 'unknown-issuer' });
		},
	);
});
