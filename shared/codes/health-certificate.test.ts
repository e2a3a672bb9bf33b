import { deflateSync } from 'node:zlib';
import { encode, Tag } from 'cbor2';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeBase45 } from './base45.ts';
import { p256 } from './cose.ts';
import { healthCertificate, healthCertificateWords, openHealthCertificate } from './health-certificate.ts';
import { inflate } from './inflate.ts';
import { kindsOfKeyUsage, type TrustedIssuer, trustListOf } from './trust-list.ts';

const now = new Date('2026-11-24T08:00:00+07:00');
const seconds = (days: number) => now.getTime() / 1_000 + days * 86_400;
const keyId = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const rsaPss = { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 };

const vaccinated = {
	ver: '1.3.0',
	nam: { fn: 'Ðặng Thị', fnt: 'DANG<THI', gn: 'Bưởi', gnt: 'BUOI' },
	dob: '1990-02-28',
	v: [{ tg: '840539006', vp: 'J07BX03', dn: 2, sd: 2, dt: '2026-03-01', co: 'VN', is: 'Bộ Y tế', ci: 'URN:1' }],
};
const claimed: [number, unknown][] = [
	[1, 'VN'],
	[4, seconds(365)],
	[6, seconds(-1)],
];

let ecdsa: CryptoKeyPair;
let rsa: CryptoKeyPair;
let issuer: TrustedIssuer;

beforeAll(async () => {
	ecdsa = (await crypto.subtle.generateKey(p256, true, ['sign', 'verify'])) as CryptoKeyPair;
	const rsaKey = { ...rsaPss, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
	rsa = (await crypto.subtle.generateKey(rsaKey, true, ['sign', 'verify'])) as CryptoKeyPair;
	issuer = {
		keyId: '0102030405060708',
		key: await crypto.subtle.exportKey('jwk', ecdsa.publicKey),
		kinds: ['vaccination', 'test'],
		validFrom: '2026-01-01T00:00:00+07:00',
		validUntil: '2027-01-01T00:00:00+07:00',
	};
});

interface Making {
	body?: unknown;
	claims?: [number, unknown][];
	signs?: CryptoKeyPair;
	algorithm?: number;
	spoil?: (signature: Uint8Array) => Uint8Array;
}

/** A certificate as an issuer makes it, before it is written as a QR code. */
async function make({
	body = vaccinated,
	claims = [],
	signs = ecdsa,
	algorithm = -7,
	spoil = (it) => it,
}: Making = {}) {
	const header = encode(
		new Map<number, unknown>([
			[1, algorithm],
			[4, keyId],
		]),
	);
	const payload = encode(new Map<number, unknown>([...claimed, ...claims, [-260, new Map([[1, body]])]]));
	const signed = Uint8Array.from(
		encode(['Signature1', Uint8Array.from(header), new Uint8Array(), Uint8Array.from(payload)]),
	);
	const parameters = signs === rsa ? rsaPss : { name: 'ECDSA', hash: 'SHA-256' };
	const signature = spoil(new Uint8Array(await crypto.subtle.sign(parameters, signs.privateKey, signed)));
	const parts = [header, new Map(), payload, signature].map((part) =>
		part instanceof Uint8Array ? Uint8Array.from(part) : part,
	);
	return Uint8Array.from(deflateSync(encode(new Tag(18, parts))));
}

const open = async (making: Making = {}, trust: Partial<TrustedIssuer> = {}, at = now) =>
	openHealthCertificate(await make(making), trustListOf([{ ...issuer, ...trust }]), at);

test('a vaccination certificate says who, when born, of what kind, by whom and until when', async () => {
	const text = `HC1:${encodeBase45(await make())}`;

	const content = healthCertificate.parse(` ${text}\r\n`, now)!;
	const opened = await openHealthCertificate(content, trustListOf([issuer]), now);

	expect(opened).toEqual({
		ok: true,
		keyId: issuer.keyId,
		certificate: {
			fullName: 'Đặng Thị Bưởi',
			birthDate: '1990-02-28',
			kind: 'vaccination',
			isPositive: false,
			issuer: 'Bộ Y tế',
			country: 'VN',
			issuedAt: new Date(seconds(-1) * 1_000),
			expiresAt: new Date(seconds(365) * 1_000),
		},
	});
});

test('a test that found the disease says so', async () => {
	const { v: _v, ...person } = vaccinated;
	const test = { tr: '260373001', is: 'Bộ Y tế' };

	expect(await open({ body: { ...person, t: [test] } })).toMatchObject({
		certificate: { kind: 'test', isPositive: true },
	});
});

test('RSA with PS256 holds as well', async () => {
	const key = await crypto.subtle.exportKey('jwk', rsa.publicKey);

	expect(await open({ signs: rsa, algorithm: -37 }, { key })).toMatchObject({ ok: true });
});

describe('refused with the reason', () => {
	const reasonOf = async (...how: Parameters<typeof open>) => {
		const opened = await open(...how);
		return opened.ok ? 'ok' : opened.reason;
	};

	test('a certificate nobody here trusts, naming the key that is missing', async () => {
		expect(await open({}, { keyId: 'ffffffffffffffff' })).toEqual({
			ok: false,
			reason: 'unknown-issuer',
			keyId: issuer.keyId,
		});
	});

	test('a signature by another key, of another algorithm, too short, too long', async () => {
		const other = (await crypto.subtle.generateKey(p256, true, ['sign', 'verify'])) as CryptoKeyPair;

		expect(await reasonOf({ signs: other })).toBe('bad-signature');
		expect(await reasonOf({ signs: rsa })).toBe('bad-signature');
		expect(await reasonOf({ algorithm: -37 })).toBe('bad-signature');
		expect(await reasonOf({ spoil: (signature) => signature.slice(1) })).toBe('bad-signature');
		expect(await reasonOf({ spoil: (signature) => Uint8Array.of(...signature, ...signature) })).toBe('bad-signature');
		expect(await reasonOf({ algorithm: -8 })).toBe('malformed');
	});

	const day = 86_400_000;
	test.each([
		['four minutes before it was issued (clocks differ)', -day - 4 * 60_000, 'ok'],
		['six minutes before it was issued', -day - 6 * 60_000, 'not-yet-valid'],
		['four minutes after it ended (clocks differ)', 365 * day + 4 * 60_000, 'ok'],
		['five minutes after it ended', 365 * day + 5 * 60_000, 'expired'],
	])('%s', async (_when, milliseconds, reason) => {
		const lasting = { validUntil: '2100-01-01T00:00:00Z' };

		expect(await reasonOf({}, lasting, new Date(now.getTime() + milliseconds))).toBe(reason);
	});

	test('an issuer whose own key has ended or not begun, or who may not certify this', async () => {
		expect(await reasonOf({}, { validUntil: '2026-11-24T07:59:59+07:00' })).toBe('issuer-not-valid');
		expect(await reasonOf({}, { validFrom: '2026-11-24T08:00:01+07:00' })).toBe('issuer-not-valid');
		expect(await reasonOf({}, { kinds: ['test', 'recovery'] })).toBe('not-for-this-issuer');
	});

	test.each([
		['without a name', { ...vaccinated, nam: {} }],
		['with a name of pictures', { ...vaccinated, nam: { fn: '😀', fnt: '' } }],
		['with a formula for a name', { ...vaccinated, nam: { fn: '=A1', fnt: '=A1' } }],
		['of somebody not born yet', { ...vaccinated, dob: '2027-01-01' }],
		['of somebody born on 30 February', { ...vaccinated, dob: '1990-02-30' }],
		['of two kinds', { ...vaccinated, r: vaccinated.v }],
		['of no kind', { ...vaccinated, v: [] }],
		['that is a list', [vaccinated]],
		['that is nothing', null],
	])('a certificate %s', async (_which, body) => {
		expect(await reasonOf({ body })).toBe('malformed');
	});

	test('a certificate that never ends', async () => {
		expect(await reasonOf({ claims: [[4, null]] })).toBe('malformed');
		expect(await reasonOf({ claims: [[4, Number.POSITIVE_INFINITY]] })).toBe('malformed');
	});

	test('each in words', () => {
		for (const { vi, en } of Object.values(healthCertificateWords)) expect([vi, en]).not.toContain('');
	});
});

test.each([
	['1963-00', '1963'],
	['1963-00-00', '1963'],
	['1978-01-26T00:00:00', '1978-01-26'],
	['', undefined],
])('a birth date written %s is kept as far as it is known', async (dob, birthDate) => {
	const opened = await open({ body: { ...vaccinated, dob } });

	expect(opened.ok && opened.certificate.birthDate).toBe(birthDate);
});

describe('unpacking', () => {
	test('stops when more comes out than a certificate can hold', async () => {
		const bomb = Uint8Array.from(deflateSync(new Uint8Array(3_000_000)));
		expect(bomb.length).toBeLessThan(3_100);

		expect(await inflate(bomb, 16_384)).toBeUndefined();
		expect(await openHealthCertificate(bomb, new Map(), now)).toEqual({ ok: false, reason: 'malformed' });
	});

	test('gives just as many bytes as may come out, and not one more', async () => {
		const packed = Uint8Array.from(deflateSync(new Uint8Array(100).fill(7)));

		expect(await inflate(packed, 100)).toEqual(new Uint8Array(100).fill(7));
		expect(await inflate(packed, 99)).toBeUndefined();
	});

	test.each([
		['nothing', []],
		['half of it', [...deflateSync('half of it').subarray(0, 9)]],
		['another method', [0x79, 0x9c, 1, 2, 3]],
	])('refuses %s', async (_what, bytes) => {
		expect(await inflate(Uint8Array.from(bytes), 100)).toBeUndefined();
	});
});

test('what is no zlib at all is damaged before anything is unpacked', () => {
	for (const text of ['HC1:', 'HC1:6BF', 'HC1:BB8B', `HC1:${encodeBase45(Uint8Array.of(0xd2, 0x84))}`])
		expect(healthCertificate.parse(text, now)).toBeUndefined();
});

test('an issuer may certify what its certificate names, and everything where it names nothing', () => {
	expect(kindsOfKeyUsage(['1.3.6.1.4.1.1847.2021.1.2', '1.3.6.1.4.1.0.1847.2021.1.1'])).toEqual([
		'vaccination',
		'test',
	]);
	expect(kindsOfKeyUsage(['1.3.6.1.5.5.7.3.2'])).toHaveLength(3);
	expect(kindsOfKeyUsage([])).toHaveLength(3);
});
