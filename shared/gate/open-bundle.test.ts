import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeBase45 } from '../codes/base45.ts';
import { keyIdOf, p256, type Signer, signMessage } from '../codes/cose.ts';
import { issuePersonalCode, toHex } from '../codes/personal-code.ts';
import { type GateBundle, hashPerson } from './bundle.ts';
import { isRestricted, memberOf, openBundle, packHashes, revocationOf } from './open-bundle.ts';

const bundle: GateBundle = {
	format: 1,
	issuedAt: '2026-11-24T01:00:00.000Z',
	hoursMax: 24,
	codeKeys: [],
	bundleKeys: [],
	sealTo: { keyId: '0102030405060708', key: {} },
	device: { id: '7', name: 'Máy cổng trước', gate: 1 },
	place: {
		id: '11',
		name: 'Cà phê Hồ Tây',
		typeName: { vi: 'Quán cà phê', en: 'Café' },
		isVehicle: false,
		gates: [{ gate: 1, name: 'Cổng chính' }],
		trips: [],
	},
	salt: 'AAECAwQFBgcICQoLDA0ODw',
	restricted: '',
	revoked: [],
	members: [],
	trustList: [],
};

let signer: Signer;
let keys: Map<string, CryptoKey>;

beforeAll(async () => {
	const pair = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
	const keyId = await keyIdOf(await crypto.subtle.exportKey('jwk', pair.publicKey));
	signer = { keyId, key: pair.privateKey };
	keys = new Map([[toHex(keyId), pair.publicKey]]);
});

const sign = async (said: unknown, by = signer) =>
	Buffer.from(await signMessage(new TextEncoder().encode(JSON.stringify(said)), by)).toString('base64url');

const reasonOf = async (text: string) => {
	const opened = await openBundle(text, keys);
	return opened.ok ? 'ok' : opened.reason;
};

describe('a bundle', () => {
	test('opens as it was signed', async () => {
		expect(await openBundle(await sign(bundle), keys)).toEqual({ ok: true, bundle });
	});

	test('changed anywhere is not opened', async () => {
		const bytes = Buffer.from(await sign(bundle), 'base64url');

		for (let at = 0; at < bytes.length; at++) {
			const forged = Buffer.from(bytes);
			forged[at]! ^= 1 << (at & 7);
			expect([at, await reasonOf(forged.toString('base64url'))]).not.toEqual([at, 'ok']);
		}
	});

	test('of another installation is not opened, nor one that only says it is of this', async () => {
		const other = await crypto.subtle.generateKey(p256, true, ['sign']);

		const key = other.privateKey;
		expect(await reasonOf(await sign(bundle, { keyId: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), key }))).toBe(
			'unknown-key',
		);
		expect(await reasonOf(await sign(bundle, { keyId: signer.keyId, key }))).toBe('bad-signature');
	});

	test.each([
		['of a later format', { ...bundle, format: 2 }],
		['that is a number', 1],
		['that is nothing', null],
	])('%s is left alone', async (_which, said) => {
		expect(await reasonOf(await sign(said))).toBe('other-format');
	});

	test('is no personal code that the same key has signed', async () => {
		const at = new Date('2026-11-24T08:00:00+07:00');
		const code = await issuePersonalCode(
			{ personId: '7', kind: 'static', level: 'green', issuedAt: at, expiresAt: at },
			signer,
		);
		const bytes = decodeBase45(code.slice('VAORA1:'.length))!;

		expect(await reasonOf(Buffer.from(bytes).toString('base64url'))).toBe('other-format');
	});

	test.each(['', '!', 'AAAA', 'x'.repeat(10_000), '–'])('%s is none', async (text) => {
		expect(await reasonOf(text)).toBe('malformed');
	});
});

describe('the people of a bundle', () => {
	const hash = fc.stringMatching(/^[0-9a-f]{10}$/);

	test('are known by their hashes, and nobody else is', () => {
		fc.assert(
			fc.property(fc.array(hash, { maxLength: 50 }), hash, (listed, other) => {
				const held = { ...bundle, restricted: packHashes(listed) };

				for (const one of listed) expect(isRestricted(held, one)).toBe(true);
				expect(isRestricted(held, other)).toBe(listed.includes(other));
			}),
		);
	});

	test('who gave codes back and who has a card of the place are found', () => {
		const entry = (person: string) => ({
			...{ person, before: bundle.issuedAt, cardsOnly: false },
			...{ level: 'amber' as const, validUntil: '' },
		});
		const listed = ['0000000001', '0a00000000', 'ffffffffff'].map(entry);
		const held = { ...bundle, revoked: listed, members: listed };

		for (const { person } of listed) {
			expect(revocationOf(held, person)).toMatchObject({ person, before: bundle.issuedAt });
			expect(memberOf(held, person)).toMatchObject({ person, level: 'amber' });
		}
		for (const person of ['0000000000', '0a00000001', 'fffffffffe'])
			expect([revocationOf(held, person), memberOf(held, person)]).toEqual([undefined, undefined]);
	});

	test('have other hashes under another salt', async () => {
		const [one, other] = [await hashPerson(bundle.salt, '42'), await hashPerson('DwECAwQFBgcICQoLDA0ODw', '42')];

		expect(one).toMatch(/^[0-9a-f]{10}$/);
		expect(other).not.toBe(one);
	});
});
