import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { decode, encode, Tag } from 'cbor2';
import { describe, expect, test } from 'vitest';
import { readSharedJson, sharedData } from '#test/shared-data';
import { decodeBase45 } from './base45.ts';
import { isSignedBy, keyIdOf, p256, readMessage, signMessage } from './cose.ts';

interface Certificate {
	PREFIX: string;
	TESTCTX: { CERTIFICATE: string };
	EXPECTEDRESULTS: { EXPECTEDVERIFY?: boolean };
}

const folder = 'testvectors/eu-dcc';
const found = ['AT', 'BE', 'DE', 'DK', 'ES', 'FR', 'IT', 'SE'].flatMap((country) => {
	const raw = `${folder}/${country}/2DCode/raw`;
	if (!existsSync(sharedData(raw))) return [];
	return readdirSync(sharedData(raw))
		.filter((name) => name.endsWith('.json'))
		.map((name) => `${raw}/${name}`);
});

describe.skipIf(!found.length)('EU Digital COVID Certificates, signed by others', () => {
	test('those with ES256 are read, and their signature holds under their own key', async () => {
		let verified = 0;
		for (const path of found) {
			const { PREFIX, TESTCTX, EXPECTEDRESULTS } = readSharedJson(path) as Certificate;
			if (!PREFIX?.startsWith('HC1:') || !EXPECTEDRESULTS.EXPECTEDVERIFY) continue;
			const message = readMessage(inflateSync(decodeBase45(PREFIX.slice(4))!));
			if (!message) continue;
			expect(decode(message.payload)).toBeInstanceOf(Map);
			const key = new X509Certificate(Buffer.from(TESTCTX.CERTIFICATE, 'base64')).publicKey.export({ format: 'jwk' });
			if (key.crv !== 'P-256') continue;
			const imported = await crypto.subtle.importKey('jwk', key as JsonWebKey, p256, false, ['verify']);
			expect([path, await isSignedBy(message, imported)]).toEqual([path, true]);
			verified++;
		}

		expect(verified).toBeGreaterThan(5);
	});
});

test.each([
	['nothing', []],
	['a number', [0x01]],
	['a list without the tag', [0x84, 0x40, 0xa0, 0x40, 0x40]],
	['an empty header', [0xd2, 0x84, 0x40, 0xa0, 0x40, 0x40]],
	['a list of three', [0xd2, 0x83, 0x40, 0xa0, 0x40]],
	['text where bytes belong', [0xd2, 0x84, 0x60, 0xa0, 0x60, 0x60]],
	['deeply nested lists', [0xd2, ...new Array(5_000).fill(0x81), 0x00]],
])('%s is no signed message', (_what, bytes) => {
	expect(readMessage(Uint8Array.from(bytes))).toBeUndefined();
});

test('what a sender calls critical and nobody here knows is not passed over', async () => {
	const bytes = Uint8Array.of(1, 2, 3);
	const withHeader = (header: [number, unknown][]) =>
		readMessage(encode(new Tag(18, [encode(new Map(header)), new Map(), bytes, bytes])));
	const known: [number, unknown][] = [
		[1, -7],
		[4, bytes],
	];

	expect(withHeader(known)).toBeDefined();
	expect(withHeader([...known, [2, [99]]])).toBeUndefined();
	expect(withHeader([...known, [1, -8]])).toBeUndefined();
});

test('what was signed is verified by the public half of the same key only', async () => {
	const [one, other] = await Promise.all(
		[0, 1].map(() => crypto.subtle.generateKey(p256, false, ['sign', 'verify']) as Promise<CryptoKeyPair>),
	);
	const keyId = Uint8Array.of(1, 2, 3, 4);

	const message = readMessage(await signMessage(Uint8Array.of(5, 6), { keyId, key: one!.privateKey }))!;

	expect([...message.keyId, ...message.payload]).toEqual([1, 2, 3, 4, 5, 6]);
	expect(await isSignedBy(message, one!.publicKey)).toBe(true);
	expect(await isSignedBy(message, other!.publicKey)).toBe(false);
});

test('a key’s id is the beginning of its thumbprint, as in the example of RFC 9449', async () => {
	const key = {
		kty: 'EC',
		x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
		y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
		crv: 'P-256',
	};

	const id = await keyIdOf(key);

	expect(Buffer.from(id)).toEqual(
		Buffer.from('0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I', 'base64url').subarray(0, 8),
	);
});
