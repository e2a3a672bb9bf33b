import { createPublicKey, verify } from 'node:crypto';
import { decode, encode } from 'cbor2';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { keyIdOf, p256, readMessage, type Signer, signMessage } from './cose.ts';
import { issuePersonalCode, type PersonalClaims, personalPrefix, readPersonalCode, toHex } from './personal-code.ts';

const now = new Date('2026-11-24T08:00:00+07:00');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const claims: PersonalClaims = {
	kind: 'static',
	personId: '4611686018427387904',
	level: 'green',
	issuedAt: now,
	expiresAt: minutes(72 * 60),
};

let signer: Signer;
let keys: Map<string, CryptoKey>;
let publicKey: JsonWebKey;

beforeAll(async () => ({ signer, keys, publicKey } = await makeKey()));

async function makeKey() {
	const pair = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
	const publicKey = await crypto.subtle.exportKey('jwk', pair.publicKey);
	const keyId = await keyIdOf(publicKey);
	return { signer: { keyId, key: pair.privateKey }, keys: new Map([[toHex(keyId), pair.publicKey]]), publicKey };
}

const messageOf = (code: string) => readMessage(decodeBase45(code.slice(personalPrefix.length))!)!;

describe('a personal code', () => {
	test('says who, which level and from when to when, in at most 300 characters', async () => {
		const anyClaims = fc.record({
			personId: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
			level: fc.constantFrom('green' as const, 'amber' as const, 'red' as const),
		});

		await fc.assert(
			fc.asyncProperty(anyClaims, async (change) => {
				const code = await issuePersonalCode({ ...claims, ...change }, signer);

				expect(code.length).toBeLessThanOrEqual(300);
				expect(code).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
				expect(await readPersonalCode(` ${code}\n`, keys, now)).toEqual({ ok: true, claims: { ...claims, ...change } });
			}),
			{ numRuns: 200 },
		);
	});

	test('of a card says whose card it is and nothing of health', async () => {
		const card = { ...claims, kind: 'card' as const, serial: '81', expiresAt: minutes(365 * 24 * 60) };
		const code = await issuePersonalCode(card, signer);

		const { level: _level, ...said } = card as typeof card & { level: string };
		expect(await readPersonalCode(code, keys, minutes(300 * 24 * 60))).toEqual({ ok: true, claims: said });
		expect(code.length).toBeLessThanOrEqual(200);
		expect((decode(messageOf(code).payload) as Map<number, unknown>).has(2)).toBe(false);
	});

	test('is signed as RFC 9052 says: another library’s check of the same bytes agrees', async () => {
		const { header, payload, signature } = messageOf(await issuePersonalCode(claims, signer));

		const signed = encode(['Signature1', header, new Uint8Array(), payload]);
		const key = createPublicKey({ key: publicKey as never, format: 'jwk' });
		expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
		expect(toHex(header)).toMatch(/^a20126/);
	});

	test('with one letter changed is never accepted', async () => {
		const code = await issuePersonalCode(claims, signer);
		const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

		for (let at = 0; at < code.length; at++)
			for (const letter of letters) {
				if (letter === code[at]) continue;
				const forged = code.slice(0, at) + letter + code.slice(at + 1);
				expect([forged, (await readPersonalCode(forged, keys, now)).ok]).toEqual([forged, false]);
			}
	});

	test('with one byte changed is never accepted', async () => {
		const bytes = decodeBase45((await issuePersonalCode(claims, signer)).slice(personalPrefix.length))!;

		for (let at = 0; at < bytes.length; at++)
			for (const change of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
				const forged = Uint8Array.from(bytes);
				forged[at]! ^= change;
				expect([at, (await readPersonalCode(personalPrefix + encodeBase45(forged), keys, now)).ok]).toEqual([
					at,
					false,
				]);
			}
	});

	test('says nothing else', async () => {
		const { payload } = messageOf(await issuePersonalCode(claims, signer));

		expect(decode(payload)).toEqual(
			new Map<number, unknown>([
				[1, 4611686018427387904n],
				[2, 0],
				[3, 0],
				[4, minutes(72 * 60).getTime() / 1_000],
				[5, 1],
				[6, now.getTime() / 1_000],
			]),
		);
	});

	test.each([
		['four minutes before it was issued (clocks differ)', -4, 'ok'],
		['six minutes before it was issued', -6, 'not-yet-valid'],
		['a minute before it ends', 72 * 60 - 1, 'ok'],
		['four minutes after it ended (clocks differ)', 72 * 60 + 4, 'ok'],
		['five minutes after it ended', 72 * 60 + 5, 'expired'],
	])('%s', async (_when, at, answer) => {
		const read = await readPersonalCode(await issuePersonalCode(claims, signer), keys, minutes(at));

		expect(read.ok ? 'ok' : read.reason).toBe(answer);
	});
});

describe('refused with the reason', () => {
	const reasonOf = async (text: string) => {
		const read = await readPersonalCode(text, keys, now);
		return read.ok ? 'ok' : read.reason;
	};

	test('a code of another installation', async () => {
		const other = await makeKey();

		expect(await reasonOf(await issuePersonalCode(claims, other.signer))).toBe('unknown-key');
		const disguised = { keyId: signer.keyId, key: other.signer.key };
		expect(await reasonOf(await issuePersonalCode(claims, disguised))).toBe('bad-signature');
	});

	/** A code signed by the right key, whatever it says. */
	const sign = async (payload: Uint8Array) => personalPrefix + encodeBase45(await signMessage(payload, signer));

	const second = Math.floor(now.getTime() / 1_000);
	const right: [number, unknown][] = [
		[1, 7],
		[2, 0],
		[3, 0],
		[4, second + 60],
		[5, 1],
		[6, second],
	];

	test.each([
		['as we write it', undefined, 'ok'],
		['of another format version', [5, 2], 'other-kind'],
		['of a kind that changes by the minute, without its link', [3, 1], 'malformed'],
		['of a card without a serial', [3, 3], 'malformed'],
		['of a kind nobody knows yet', [3, 4], 'other-kind'],
		['of a kind that is a word', [3, 'length'], 'other-kind'],
		['for a person that is no number', [1, 'x'], 'malformed'],
		['with an unknown level', [2, 3], 'malformed'],
		['with a level that is a word', [2, 'length'], 'malformed'],
		['that expires at the end of time', [4, Number.MAX_SAFE_INTEGER], 'malformed'],
		['that was never issued', [6, null], 'malformed'],
	] as const)('a code %s: %s', async (_which, change, reason) => {
		expect(await reasonOf(await sign(encode(new Map([...right, ...(change ? [change] : [])] as never))))).toBe(reason);
	});

	test.each([
		['a word', encode('hello')],
		['a list', encode([1, 2])],
		['half a number', Uint8Array.of(0x1b, 1)],
		['nothing', new Uint8Array()],
	])('a message that was signed and says %s', async (_what, payload) => {
		expect(await reasonOf(await sign(payload))).toBe('malformed');
	});

	test('what is no code of ours', async () => {
		for (const text of ['', 'HC1:6BF', 'https://vaora.example.vn/p/K7QF2M9X4', 'vaora1:BB8'])
			expect(await reasonOf(text)).toBe('other-kind');
		for (const text of [
			personalPrefix,
			`${personalPrefix}BB8`,
			`${personalPrefix}bb8`,
			personalPrefix + '0'.repeat(5_000),
		])
			expect(await reasonOf(text)).toBe('malformed');
	});
});
