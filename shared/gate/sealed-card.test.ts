import { beforeAll, describe, expect, test } from 'vitest';
import { keyIdOf } from '../codes/cose.ts';
import { toHex } from '../codes/personal-code.ts';
import type { SealedCard } from './scan.ts';
import {
	importSealKey,
	importUnsealKey,
	newSealKey,
	type SealKey,
	sealCard,
	sealedLengthMax,
	unsealCard,
} from './sealed-card.ts';

const card: SealedCard = {
	document: '001093029317',
	formerDocument: '012345678',
	fullName: 'Nguyễn Thị Bưởi',
	birthDate: '1987-01-18',
	gender: 'female',
};

let sealTo: SealKey;
let keys: Map<string, CryptoKey>;

beforeAll(async () => ({ sealTo, keys } = await makeKeys()));

async function makeKeys() {
	const key = await newSealKey();
	const keyId = toHex(await keyIdOf(key));
	return {
		sealTo: { keyId, key: await importSealKey(key) },
		keys: new Map([[keyId, await importUnsealKey(key)]]),
	};
}

describe('a sealed card', () => {
	test('is opened by whoever it was sealed to', async () => {
		expect(await unsealCard(await sealCard(card, sealTo), keys)).toEqual(card);
	});

	test('is not opened by anybody else', async () => {
		const other = await makeKeys();

		expect(await unsealCard(await sealCard(card, sealTo), other.keys)).toBeUndefined();
		const underOurName = new Map([[sealTo.keyId, [...other.keys.values()][0]!]]);
		expect(await unsealCard(await sealCard(card, sealTo), underOurName)).toBeUndefined();
	});

	test('says nothing of what is in it: neither the number nor, by its length, the name', async () => {
		const [one, again] = [await sealCard(card, sealTo), await sealCard(card, sealTo)];

		expect(one).not.toBe(again);
		expect(Buffer.from(one, 'base64url').includes('001093029317')).toBe(false);
		const long = await sealCard({ ...card, fullName: 'Nguyễn Thị Bưởi Hồng' }, sealTo);
		expect(long.length).toBe(one.length);
	});

	test('with one byte changed is not opened', async () => {
		const bytes = Buffer.from(await sealCard(card, sealTo), 'base64url');

		for (let at = 0; at < bytes.length; at++) {
			const forged = Buffer.from(bytes);
			forged[at]! ^= 1 << (at & 7);
			expect([at, await unsealCard(forged.toString('base64url'), keys)]).toEqual([at, undefined]);
		}
	});

	test('has room for the longest card', async () => {
		const longest = { ...card, insurance: 'DN4010123456789', number: 'K7QF2M', fullName: 'Ỗ'.repeat(255) };

		const sealed = await sealCard(longest, sealTo);

		expect(sealed.length).toBeLessThanOrEqual(sealedLengthMax);
		expect(await unsealCard(sealed, keys)).toEqual(longest);
	});

	test.each(['', 'AA', '!', 'A'.repeat(sealedLengthMax), 'A'.repeat(10_000)])('%s is none', async (text) => {
		expect(await unsealCard(text, keys)).toBeUndefined();
	});
});
