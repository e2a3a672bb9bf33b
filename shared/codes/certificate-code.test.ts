import { beforeAll, expect, test } from 'vitest';
import { type CertificateClaims, issueCertificateCode, readCertificateCode } from './certificate-code.ts';
import { keyIdOf, p256, type Signer } from './cose.ts';
import { issuePersonalCode, toHex } from './personal-code.ts';

const now = new Date('2026-12-01T08:00:00+07:00');
const page = 'https://vaora.example.vn/verify/certificate';
const claims: CertificateClaims = {
	...{ certificateId: '9007199254740993123', fullName: 'NGUYỄN THỊ ƯỚC', birthYear: 1950 },
	...{ fromOn: '2026-11-24', completedOn: '2026-11-30', decidedBy: 'Chủ tịch UBND phường Ba Đình' },
	...{ decisionNumber: '91/QĐ-UBND', issuedAt: new Date('2026-11-30T03:04:05Z') },
};

async function makeKey(): Promise<{ signer: Signer; keys: Map<string, CryptoKey> }> {
	const pair = (await crypto.subtle.generateKey(p256, true, ['sign', 'verify'])) as CryptoKeyPair;
	const keyId = await keyIdOf(await crypto.subtle.exportKey('jwk', pair.publicKey));
	return { signer: { keyId, key: pair.privateKey }, keys: new Map([[toHex(keyId), pair.publicKey]]) };
}
let own: Awaited<ReturnType<typeof makeKey>>;
beforeAll(async () => void (own = await makeKey()));

test('what is signed is read, by a camera as an address and by whoever pastes it', async () => {
	const code = await issueCertificateCode(claims, own.signer, page);

	expect(code).toMatch(/^https:\/\/vaora\.example\.vn\/verify\/certificate#CN1\.[\w-]+$/);
	expect(await readCertificateCode(code, own.keys, now)).toEqual({ ok: true, claims });
	expect(await readCertificateCode(` ${code.slice(code.indexOf('#'))} `, own.keys, now)).toEqual({ ok: true, claims });
});

test('fits a code a phone reads from paper, for the longest names', async () => {
	const long = { ...claims, fullName: 'N'.repeat(255), decidedBy: 'Đ'.repeat(200), decisionNumber: '9'.repeat(100) };

	expect((await issueCertificateCode(long, own.signer, page)).length).toBeLessThan(1_300);
	expect((await issueCertificateCode(claims, own.signer, page)).length).toBeLessThan(420);
});

test('every changed letter is refused', async () => {
	const code = await issueCertificateCode(claims, own.signer, page);
	const start = code.indexOf('#CN1.') + 5;

	for (let at = start; at < code.length - 1; at++) {
		const changed = code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1);
		expect((await readCertificateCode(changed, own.keys, now)).ok).toBe(false);
	}
});

test.each([
	['a place’s address', 'https://vaora.example.vn/p/K7QF2M9X4', 'other-kind'],
	['nothing after the sign', `${page}#CN1.`, 'malformed'],
	['letters that are none', `${page}#CN1.%%%`, 'malformed'],
	['something that is no message', `${page}#CN1.AAAA`, 'malformed'],
	['more than anybody signs', `${page}#CN1.${'A'.repeat(3_000)}`, 'malformed'],
])('%s is told apart', async (_what, text, reason) => {
	expect(await readCertificateCode(text, own.keys, now)).toEqual({ ok: false, reason });
});

test('another installation’s certificate is not vouched for', async () => {
	const other = await makeKey();
	const code = await issueCertificateCode(claims, other.signer, page);

	expect(await readCertificateCode(code, own.keys, now)).toEqual({ ok: false, reason: 'unknown-key' });
});

test('a personal code dressed as one is no certificate, though the same key signed it', async () => {
	const day = 86_400_000;
	const personal = await issuePersonalCode(
		{ personId: '7', level: 'green', kind: 'static', issuedAt: new Date(0), expiresAt: new Date(day) },
		own.signer,
	);
	const { decodeBase45 } = await import('./base45.ts');
	const bytes = Buffer.from(decodeBase45(personal.slice('VAORA1:'.length))!).toString('base64url');

	expect(await readCertificateCode(`#CN1.${bytes}`, own.keys, now)).toEqual({ ok: false, reason: 'other-kind' });
});

test('a certificate with an end holds on its last day, and the day after it is expired', async () => {
	const code = await issueCertificateCode({ ...claims, expiresOn: '2027-05-29' }, own.signer, page);
	const on = (at: string) => readCertificateCode(code, own.keys, new Date(at));

	expect(await on('2027-05-29T23:59:59+07:00')).toMatchObject({ ok: true, claims: { expiresOn: '2027-05-29' } });
	expect(await on('2027-05-30T00:00:00+07:00')).toEqual({ ok: false, reason: 'expired' });
});
