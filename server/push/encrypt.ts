import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser gives for its subscription: its public key (65 bytes) and a secret (16 bytes). */
export interface Recipient {
	p256dh: Buffer;
	auth: Buffer;
}

/** What RFC 8291 leaves to chance, given only where a result is to be foreseen. */
interface Chance {
	salt: Buffer;
	privateKey: Buffer;
}

/** One record of RFC 8188, and so the longest a message can be. */
const recordSize = 4_096;
export const payloadMax = recordSize - 17 - 86;

/**
 * Encrypts a message so that only the browser that subscribed reads it and the push service in between does not: RFC 8291
 * with the content coding `aes128gcm` of RFC 8188, in one record. Throws for keys that are none.
 */
export function encryptPush(plain: Buffer, { p256dh, auth }: Recipient, chance?: Chance): Buffer {
	const own = createECDH('prime256v1');
	if (chance) own.setPrivateKey(chance.privateKey);
	else own.generateKeys();
	const salt = chance?.salt ?? randomBytes(16);
	const publicKey = own.getPublicKey();
	const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, publicKey]);
	const material = derive(own.computeSecret(p256dh), auth, info, 32);
	const key = derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
	const nonce = derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
	const cipher = createCipheriv('aes-128-gcm', key, nonce);
	// The byte 2 says that this record is the last.
	const sealed = [cipher.update(Buffer.concat([plain, Buffer.from([2])])), cipher.final(), cipher.getAuthTag()];
	const head = Buffer.alloc(5);
	head.writeUInt32BE(recordSize);
	head.writeUInt8(publicKey.length, 4);
	return Buffer.concat([salt, head, publicKey, ...sealed]);
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
	Buffer.from(hkdfSync('sha256', secret, salt, info, length));
