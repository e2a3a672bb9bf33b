import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { keyIdOf, p256, type Signer } from './cose.ts';
import { issuePersonalCode, personalPrefix, readPersonalCode, toHex } from './personal-code.ts';
import { anchorOf, newSeed, showSlot, slotMilliseconds } from './rotating-code.ts';

const now = new Date('2026-11-24T08:00:00+07:00');
const expiresAt = new Date('2026-11-27T08:00:00+07:00');
const said = { personId: '4611686018427387904', issuedAt: now, expiresAt };
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const mutationsOfEach = 34_000;

let signer: Signer;
let keys: Map<string, CryptoKey>;

beforeAll(async () => {
	const pair = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
	const keyId = await keyIdOf(await crypto.subtle.exportKey('jwk', pair.publicKey));
	signer = { keyId, key: pair.privateKey };
	keys = new Map([[toHex(keyId), pair.publicKey]]);
});

const makers: Record<string, () => Promise<string>> = {
	static: () => issuePersonalCode({ ...said, kind: 'static', level: 'green' }, signer),
	card: () => issuePersonalCode({ ...said, kind: 'card', serial: '7' }, signer),
	rotating: async () => {
		const chain = { seed: newSeed(), slots: (expiresAt.getTime() - now.getTime()) / slotMilliseconds };
		const code = await issuePersonalCode(
			{ ...said, kind: 'rotating', level: 'green', anchor: anchorOf(chain) },
			signer,
		);
		return showSlot(code, chain, 0)!;
	},
};

/** Letters put in, taken out, changed and moved; bytes changed under the letters. */
function mutate(code: string): fc.Arbitrary<string> {
	const place = fc.nat({ max: code.length });
	const piece = fc.string({ unit: fc.constantFrom(...letters), maxLength: 4 });
	const cuts = fc
		.array(fc.tuple(place, fc.nat({ max: 4 }), piece), { minLength: 1, maxLength: 4 })
		.map((all) => all.reduce((text, [at, n, put]) => text.slice(0, at) + put + text.slice(at + n), code));
	const swap = fc.tuple(place, place).map(([one, other]) => {
		const [from, to] = [Math.min(one, other), Math.max(one, other)];
		return code.slice(0, from) + code.slice(to) + code.slice(from, to);
	});
	const bytes = decodeBase45(code.slice(personalPrefix.length))!;
	const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }));
	const flips = fc.array(change, { minLength: 1, maxLength: 3 }).map((all) => {
		const forged = Uint8Array.from(bytes);
		for (const [at, bits] of all) forged[at]! ^= bits;
		return personalPrefix + encodeBase45(forged);
	});
	return fc.oneof(cuts, swap, flips).filter((text) => text.trim() !== code);
}

test.each(Object.keys(makers))(
	`of ${mutationsOfEach} mutations of a valid %s code none is accepted`,
	async (kind) => {
		const code = await makers[kind]!();
		expect(await readPersonalCode(code, keys, now)).toMatchObject({ ok: true, claims: { kind } });

		await fc.assert(
			fc.asyncProperty(mutate(code), async (forged) => !(await readPersonalCode(forged, keys, now)).ok),
			{ numRuns: mutationsOfEach },
		);
	},
	180_000,
);
