import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPlatform, type TestPlatform } from '#test/database';
import { createKeyFile, type Keys, openKeys, readKeyFile } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'vaora-keys-'));
let platform: TestPlatform;
let keys: Keys;

beforeAll(async () => {
	platform = await openTestPlatform();
	keys = platform.keys;
});
afterAll(async () => {
	await platform.close();
	rmSync(folder, { recursive: true });
});

test('what is encrypted comes back, and looks different each time', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const sealed = keys.encrypt(text);
			expect(keys.decrypt(sealed)).toBe(text);
			expect(keys.encrypt(text).equals(sealed)).toBe(false);
		}),
	);
});

test('a value changed in any byte is refused', () => {
	const sealed = keys.encrypt('NGUYỄN THỊ BƯỞI');

	for (let at = 0; at < sealed.length; at++) {
		const forged = Buffer.from(sealed);
		forged[at]! ^= 1;
		expect(() => keys.decrypt(forged)).toThrow();
	}
	for (const length of [0, 4, 20, sealed.length - 1]) expect(() => keys.decrypt(sealed.subarray(0, length))).toThrow();
});

test('the keyed hash of a phone is not that of a document number, nor that of another installation', async () => {
	const other = await openTestPlatform();

	expect(keys.hash('phone', '+84901234567')).toEqual(keys.hash('phone', '+84901234567'));
	expect(keys.hash('document', '+84901234567')).not.toEqual(keys.hash('phone', '+84901234567'));
	expect(other.keys.hash('phone', '+84901234567')).not.toEqual(keys.hash('phone', '+84901234567'));
	await other.close();
});

test('the data keys in the database are of no use without the installation’s own key file', async () => {
	createKeyFile(join(folder, 'wrong.json'));

	await expect(openKeys(readKeyFile(join(folder, 'wrong.json'), false), platform.db)).rejects.toThrow(
		/does not open this data/,
	);
	const again = await openKeys(readKeyFile(platform.config.keysFile, false), platform.db);
	expect(again.decrypt(keys.encrypt('một'))).toBe('một');
});

test.each([['{}'], [''], ['no JSON'], ['{"master":1,"index":2}']])(
	'a key file with %j in it is told to be damaged',
	(content) => {
		const path = join(folder, 'damaged.json');
		writeFileSync(path, content);

		expect(() => readKeyFile(path, false)).toThrow(/is damaged/);
	},
);

test('the key file is readable by its owner only, and never made where that is not allowed', () => {
	const path = join(folder, 'new', 'keys.json');

	expect(() => readKeyFile(path, false)).toThrow(/keys create/);
	const made = readKeyFile(path, true);

	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(readKeyFile(path, false)).toEqual(made);
	expect(JSON.parse(readFileSync(path, 'utf8')).signing.crv).toBe('P-256');
});
