import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encryptPush, payloadMax } from './encrypt.ts';

const from64 = (text: string) => Buffer.from(text, 'base64url');

test('the example of RFC 8291, section 5, byte by byte', () => {
	const recipient = {
		p256dh: from64('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
		auth: from64('BTBZMqHH6r4Tts7J_aSIgg'),
	};
	const chance = {
		salt: from64('DGv6ra1nlYgDCS1FRnbzlw'),
		privateKey: from64('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
	};

	const sealed = encryptPush(Buffer.from('When I grow up, I want to be a watermelon'), recipient, chance);

	expect(sealed.toString('base64url')).toBe(
		'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
	);
});

test('whatever is sent, the browser reads it and it is no longer than a push service takes', () => {
	const browser = createECDH('prime256v1');
	const recipient = { p256dh: browser.generateKeys(), auth: randomBytes(16) };
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: payloadMax }), (plain) => {
			const sealed = encryptPush(Buffer.from(plain), recipient);

			expect(sealed.length).toBeLessThanOrEqual(4_096);
			expect([...open(sealed, browser, recipient)]).toEqual([...plain]);
		}),
	);
});

test('a key that is no point of the curve is refused', () => {
	expect(() => encryptPush(Buffer.from('a'), { p256dh: Buffer.alloc(65, 4), auth: randomBytes(16) })).toThrow();
});

/** What a browser does, written after RFC 8188 and apart from what is tested. */
function open(
	sealed: Buffer,
	browser: ReturnType<typeof createECDH>,
	{ p256dh, auth }: { p256dh: Buffer; auth: Buffer },
) {
	const [salt, keyLength] = [sealed.subarray(0, 16), sealed[20]!];
	const [sender, body] = [sealed.subarray(21, 21 + keyLength), sealed.subarray(21 + keyLength)];
	const hkdf = (secret: Buffer, by: Buffer, info: string | Buffer, length: number) =>
		Buffer.from(hkdfSync('sha256', secret, by, info, length));
	const secret = browser.computeSecret(sender);
	const material = hkdf(secret, auth, Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, sender]), 32);
	const decipher = createDecipheriv(
		'aes-128-gcm',
		hkdf(material, salt, 'Content-Encoding: aes128gcm\0', 16),
		hkdf(material, salt, 'Content-Encoding: nonce\0', 12),
	);
	decipher.setAuthTag(body.subarray(-16));
	const plain = Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
	return plain.subarray(0, plain.lastIndexOf(2));
}
