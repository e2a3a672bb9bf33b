import { createHash } from 'node:crypto';
import { encode } from 'cbor2';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { keyIdOf, p256, readMessage, type Signer, signMessage, writeMessage } from './cose.ts';
import { hashOn, stepsTo } from './hash-chain.ts';
import { issuePersonalCode, personalPrefix, readPersonalCode, toHex } from './personal-code.ts';
import { anchorOf, type Chain, newSeed, showSlot, slotAt, slotsMax } from './rotating-code.ts';

const issuedAt = new Date('2026-11-24T08:00:00+07:00');
const after = (seconds: number) => new Date(issuedAt.getTime() + seconds * 1_000);
const slots = 72 * 60;
const claims = {
	kind: 'rotating',
	personId: '4611686018427387904',
	level: 'green',
	issuedAt,
	expiresAt: after(slots * 60),
} as const;
const chain: Chain = { seed: newSeed(), slots };

let signer: Signer;
let keys: Map<string, CryptoKey>;
let code: string;

beforeAll(async () => {
	const pair = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
	const keyId = await keyIdOf(await crypto.subtle.exportKey('jwk', pair.publicKey));
	signer = { keyId, key: pair.privateKey };
	keys = new Map([[toHex(keyId), pair.publicKey]]);
	code = await issuePersonalCode({ ...claims, anchor: anchorOf(chain) }, signer);
});

/** What a phone shows at a moment by its own clock, and what a gate says to it at another by its own. */
const shownAt = (phone: number) => showSlot(code, chain, slotAt(after(phone), issuedAt))!;
const readAt = async (text: string, gate: number) => {
	const read = await readPersonalCode(text, keys, after(gate));
	return read.ok ? 'ok' : read.reason;
};

test('a link is the beginning of SHA-256, as another library works it out', () => {
	let expected: Buffer = Buffer.from(chain.seed);
	for (let step = 0; step < 1_000; step++) expected = createHash('sha256').update(expected).digest().subarray(0, 16);

	expect(toHex(hashOn(chain.seed, 1_000))).toBe(expected.toString('hex'));
	expect(stepsTo(chain.seed, expected, 1_000)).toBe(1_000);
	expect(stepsTo(chain.seed, expected, 999)).toBeUndefined();
});

describe('a rotating code', () => {
	test('says who and which level, in at most 300 characters, another text each minute', async () => {
		expect(shownAt(0).length).toBeLessThanOrEqual(300);
		expect(shownAt(0)).toMatch(/^VAORA1:[0-9A-Z $%*+\-./:]+$/);
		expect(await readPersonalCode(shownAt(30), keys, after(30))).toEqual({ ok: true, claims });
		expect(shownAt(59)).toBe(shownAt(0));
		expect(shownAt(60)).not.toBe(shownAt(0));
	});

	test('is made on the phone as the signed message would be written', () => {
		const message = readMessage(decodeBase45(shownAt(0).slice(personalPrefix.length))!)!;

		expect(toHex(writeMessage(message))).toBe(toHex(decodeBase45(shownAt(0).slice(personalPrefix.length))!));
		expect(toHex(message.beside!)).toBe(toHex(hashOn(chain.seed, slots - 1)));
	});

	test.each([
		['as it is shown', 0, 0, 'ok'],
		['to the end of its minute', 0, 59.9, 'ok'],
		['a picture of the screen, 119 seconds old', 0, 119, 'ok'],
		['a picture of the screen, 121 seconds old', 0, 121, 'screenshot'],
		['a picture taken at the end of a minute', 59, 119, 'ok'],
		['a picture an hour old', 600, 4_200, 'screenshot'],
		['a picture of the day before', 0, 86_400, 'screenshot'],
		['from a phone a minute ahead', 660, 600, 'ok'],
		['from a phone two minutes ahead', 720, 600, 'not-yet-valid'],
		['from a phone a minute behind', 540, 600, 'ok'],
		['from a phone two minutes behind', 480, 600, 'screenshot'],
		['at a gate a minute behind, just after it was issued', 0, -59, 'ok'],
		['at a gate more than a minute behind', 0, -61, 'not-yet-valid'],
		['in its last minute', slots * 60 - 1, slots * 60 - 1, 'ok'],
		['the last minute’s, a minute later', slots * 60 - 1, slots * 60 + 59, 'ok'],
		['after it expired', slots * 60 - 1, slots * 60 + 300, 'expired'],
	])('%s', async (_what, phone, gate, answer) => {
		expect(await readAt(shownAt(phone), gate)).toBe(answer);
	});

	test('is shown in no slot before the first and none after the last', () => {
		expect(showSlot(code, chain, -1)).toBeUndefined();
		expect(showSlot(code, chain, slots - 1)).toBeDefined();
		expect(showSlot(code, chain, slots)).toBeUndefined();
	});
});

describe('whoever has seen a code', () => {
	/** The code with something else beside its signature. */
	const withLink = (beside: Uint8Array | undefined, shown = shownAt(600)) => {
		const message = readMessage(decodeBase45(shown.slice(personalPrefix.length))!)!;
		const { header, payload, signature } = message;
		return personalPrefix + encodeBase45(writeMessage({ header, payload, signature, ...(beside ? { beside } : {}) }));
	};
	const seen = () => readMessage(decodeBase45(shownAt(600).slice(personalPrefix.length))!)!.beside!;

	test('can hash it only to links of slots that are over', async () => {
		expect(await readAt(withLink(hashOn(seen(), 1)), 600)).toBe('ok');
		expect(await readAt(withLink(hashOn(seen(), 2)), 600)).toBe('screenshot');
		expect(await readAt(withLink(seen()), 720)).toBe('screenshot');
	});

	test('makes none of a later slot of what it says', async () => {
		const reached = new Set<string>();
		for (let step = 0; step <= 11; step++) reached.add(toHex(hashOn(seen(), step)));
		const later = Array.from({ length: 10 }, (_none, at) => hashOn(chain.seed, slots - 1 - (11 + at)));

		for (const link of later) expect(reached.has(toHex(link))).toBe(false);
		for (const guess of [new Uint8Array(16), seen().toReversed(), newSeed()])
			expect(await readAt(withLink(guess), 720)).toBe('bad-signature');
	});

	test('is not let in with the anchor, with a link cut short, nor without one', async () => {
		expect(await readAt(withLink(anchorOf(chain)), 0)).toBe('bad-signature');
		expect(await readAt(withLink(seen().slice(1)), 600)).toBe('malformed');
		expect(await readAt(withLink(undefined), 600)).toBe('malformed');
		expect(await readAt(code, 600)).toBe('malformed');
	});

	test('cannot give a code of paper a link', async () => {
		const paper = await issuePersonalCode({ ...claims, kind: 'static' }, signer);

		expect(await readAt(withLink(undefined, paper), 600)).toBe('ok');
		expect(await readAt(withLink(seen(), paper), 600)).toBe('malformed');
	});
});

describe('a signed message nobody would issue', () => {
	const sign = async (change: [number, unknown][]) => {
		const payload = new Map<number, unknown>([
			[1, 7],
			[2, 0],
			[3, 1],
			[4, issuedAt.getTime() / 1_000 + 3_600],
			[5, 1],
			[6, issuedAt.getTime() / 1_000],
			[7, anchorOf({ ...chain, slots: 60 })],
			...change,
		]);
		const signed = personalPrefix + encodeBase45(await signMessage(encode(payload), signer));
		return readAt(showSlot(signed, { ...chain, slots: 60 }, 0)!, 0);
	};

	test.each<[string, [number, unknown][], string]>([
		['as we write it', [], 'ok'],
		['without an anchor', [[7, null]], 'malformed'],
		['with a shorter anchor', [[7, new Uint8Array(8)]], 'malformed'],
		['that would have a gate hash for minutes', [[4, issuedAt.getTime() / 1_000 + slotsMax * 60]], 'malformed'],
	])('%s: %s', async (_what, change, answer) => {
		expect(await sign(change)).toBe(answer);
	});
});

describe('a short code, made by the server for a page without a script', () => {
	test.each([
		['as it is shown', 0, 'ok'],
		['119 seconds later', 119, 'ok'],
		['121 seconds later', 121, 'screenshot'],
		['at a gate a minute behind', -59, 'ok'],
		['at a gate more than a minute behind', -61, 'not-yet-valid'],
	])('%s', async (_what, gate, answer) => {
		const short = { ...claims, kind: 'short', expiresAt: after(120) } as const;

		expect(await readAt(await issuePersonalCode(short, signer), gate)).toBe(answer);
	});
});
