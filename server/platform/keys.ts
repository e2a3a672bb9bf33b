import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	createSecretKey,
	generateKeyPairSync,
	type KeyObject,
	randomBytes,
	randomFillSync,
} from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from './config.ts';
import type { Db } from './db.ts';
import { sql } from './sql.ts';

/**
 * The installation's secrets. `master` wraps the data keys that lie in the database; `index` makes the keyed hashes by
 * which a phone or document number is found; `signing` signs personal codes. They live outside the database, so that
 * neither a dump nor a backup of it says anything about a person.
 */
export interface KeyFile {
	master: Buffer;
	index: Buffer;
	signing: JsonWebKey;
}

/** Reads the key file, or makes it (readable by this user only) where `create` allows that. */
export function readKeyFile(path: string, create: boolean): KeyFile {
	if (!existsSync(path)) {
		if (!create) throw new ConfigError(`The key file ${path} is missing. Make one with: npx vaora keys create`);
		createKeyFile(path);
	}
	try {
		const { master, index, signing } = JSON.parse(readFileSync(path, 'utf8'));
		return { master: Buffer.from(master, 'base64'), index: Buffer.from(index, 'base64'), signing };
	} catch (cause) {
		throw new ConfigError(`The key file ${path} cannot be read or is damaged. Restore it from its backup.`, { cause });
	}
}

export function createKeyFile(path: string): void {
	const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const content = {
		master: randomBytes(32).toString('base64'),
		index: randomBytes(32).toString('base64'),
		signing: privateKey.export({ format: 'jwk' }),
	};
	mkdirSync(dirname(path), { recursive: true });
	const half = `${path}.${process.pid}`;
	writeFileSync(half, `${JSON.stringify(content, undefined, '\t')}\n`, { mode: 0o600 });
	chmodSync(half, 0o600);
	renameSync(half, path);
}

/** Encrypts and finds personal values. Holds the unwrapped data keys of this installation in memory. */
export interface Keys {
	/** AES-256-GCM under the newest data key; the result names its key, so keys can change. */
	encrypt(text: string): Buffer;
	decrypt(sealed: Buffer): string;
	/** The same for what is no text. */
	encryptBytes(bytes: Buffer): Buffer;
	decryptBytes(sealed: Buffer): Buffer;
	/** A keyed hash by which an exact value is found again. `kind` keeps a phone from matching a document number. */
	hash(kind: string, value: string): Buffer;
	readonly signing: JsonWebKey;
}

/** Loads the data keys of the database, making the first one on a new installation. */
export async function openKeys(file: KeyFile, db: Db): Promise<Keys> {
	let stored = await db.rows(selectDataKeys());
	if (!stored.length) {
		await db.run(insertDataKey(seal(file.master, 0, randomBytes(32))));
		stored = await db.rows(selectDataKeys());
	}
	// Made once: thousands of values a second are sealed with the same key.
	const dataKeys = new Map(stored.map((row) => [row.key_id, createSecretKey(unwrap(file, row.wrapped))]));
	const newest = Math.max(...dataKeys.keys());
	const encryptBytes = (bytes: Buffer) => seal(dataKeys.get(newest)!, newest, bytes);
	const decryptBytes = (sealed: Buffer) => {
		const key = dataKeys.get(sealed.readUInt32BE(0));
		if (!key) throw new Error('the data key of this value is gone');
		return unseal(key, sealed);
	};
	return {
		signing: file.signing,
		encrypt: (text) => encryptBytes(Buffer.from(text, 'utf8')),
		decrypt: (sealed) => decryptBytes(sealed).toString('utf8'),
		encryptBytes,
		decryptBytes,
		hash: (kind, value) => createHmac('sha256', file.index).update(`${kind}\0${value}`).digest().subarray(0, 16),
	};
}

function unwrap({ master }: KeyFile, wrapped: Buffer): Buffer {
	try {
		return unseal(master, wrapped);
	} catch (cause) {
		throw new ConfigError('The key file does not open this data. Restore the right one from its backup.', { cause });
	}
}

// Layout of a sealed value: key id (4 bytes), nonce (12), ciphertext, tag (16). The key id is authenticated too.
function seal(key: KeyObject | Buffer, keyId: number, plain: Buffer): Buffer {
	const head = Buffer.alloc(4);
	head.writeUInt32BE(keyId);
	const nonce = nextNonce();
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(head);
	return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

const nonceLength = 12;
const nonces = Buffer.alloc(nonceLength * 512);
let usedUpTo = nonces.length;

/** A copy, since what it is taken from is filled anew. */
function nextNonce(): Buffer {
	if (usedUpTo === nonces.length) {
		randomFillSync(nonces);
		usedUpTo = 0;
	}
	usedUpTo += nonceLength;
	return Buffer.from(nonces.subarray(usedUpTo - nonceLength, usedUpTo));
}

function unseal(key: KeyObject | Buffer, sealed: Buffer): Buffer {
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(4, 16)).setAAD(sealed.subarray(0, 4));
	decipher.setAuthTag(sealed.subarray(-16));
	return Buffer.concat([decipher.update(sealed.subarray(16, -16)), decipher.final()]);
}

const selectDataKeys = () =>
	sql<{ key_id: number; wrapped: Buffer }>`select key_id, wrapped from platform.data_key order by key_id`;

const insertDataKey = (wrapped: Buffer) => sql`insert into platform.data_key (key_id, wrapped)
	values (1, ${wrapped}) on conflict (key_id) do nothing`;
