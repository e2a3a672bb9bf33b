import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { decode } from 'cbor2';
import { describe, expect, test } from 'vitest';
import { readSharedJson, sharedData } from '#test/shared-data';
import { decodeBase45 } from './base45.ts';
import { isSignedBy, p256, readMessage } from './cose.ts';

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
