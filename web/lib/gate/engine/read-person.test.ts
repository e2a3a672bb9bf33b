import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { personalCodeWords } from '#shared/codes/personal-code';
import { anchorOf, newSeed, showSlot } from '#shared/codes/rotating-code';
import { type GateBundle, hashPerson } from '#shared/gate/bundle';
import { packHashes } from '#shared/gate/open-bundle';
import { sealCard } from '#shared/gate/sealed-card';
import { Installation } from '#test/gate-device';
import type { Reading } from '#web/gate/gate.ts';
import { hold } from './hold-bundle.ts';
import { Presence } from './presence.ts';
import { type Device, readPerson, type Scanned } from './read-person.ts';
import { openStore } from './store.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = new Date('2026-11-25T08:00:00+07:00');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const lan = '4611686018427387904';
const times = { issuedAt: later(-hour), expiresAt: later(hour) };

let installation: Installation;
let presence: Presence;

beforeAll(async () => {
	installation = await Installation.make();
});

beforeEach(async () => {
	presence = await Presence.open(await openStore(`read-${crypto.randomUUID()}`), now.getTime());
});

interface Circumstances {
	bundle?: Partial<GateBundle>;
	at?: Date;
	inside?: number;
}

async function read(scanned: Partial<Scanned> & { text: string }, { bundle, at = now, inside }: Circumstances = {}) {
	const held = await hold(installation.bundle(later(-hour), bundle));
	const device: Device = {
		held,
		presence,
		now: at,
		deviceNow: at,
		inside,
		lookUp: async () => undefined,
		isRevoked: async () => undefined,
		seal: (card) => sealCard(card, held.sealTo),
	};
	return readPerson({ how: 'camera', direction: 'in', ...scanned }, device);
}

const person = (reading: Reading) => {
	if (reading.kind !== 'person') throw new Error(reading.words.en);
	return reading;
};

const codesOf = (reading: Reading) => person(reading).reasons.map(({ code }) => code);

describe('a signed code, without a network', () => {
	test.each(['green', 'amber', 'red'] as const)(
		'of somebody whose declaration was %s is that verdict',
		async (level) => {
			const code = await installation.code({ personId: lan, kind: 'static', level, ...times });

			const reading = await read({ text: code });

			expect(reading).toMatchObject({ verdict: level, direction: 'in', isRepeat: false });
			expect(person(reading).who).toEqual({ kind: 'code', person: lan, code });
			expect(person(reading).hint).toBeUndefined();
		},
	);

	test('of somebody who is to be in isolation stops them, and does not say why', async () => {
		const code = await installation.code({ personId: lan, kind: 'static', level: 'green', ...times });
		const bundle = installation.bundle(now);
		const others = await Promise.all(['1', '2', '3'].map((id) => hashPerson(bundle.salt, id)));
		const restricted = packHashes([...others, await hashPerson(bundle.salt, lan)]);

		expect(await read({ text: code }, { bundle: { restricted } })).toMatchObject({
			verdict: 'red',
			reasons: [{ code: 'call-health-station' }],
		});
		expect(await read({ text: code }, { bundle: { restricted: packHashes(others) } })).toMatchObject({
			verdict: 'green',
		});
	});

	test('given back before it was shown is refused; one issued after that is not', async () => {
		const code = await installation.code({ personId: lan, kind: 'static', level: 'green', ...times });
		const mine = await hashPerson(installation.bundle(now).salt, lan);
		const revoked = (before: Date) => [{ person: mine, before: before.toISOString() }];

		expect(await read({ text: code }, { bundle: { revoked: revoked(now) } })).toMatchObject({ kind: 'fault' });
		expect(await read({ text: code }, { bundle: { revoked: revoked(times.issuedAt) } })).toMatchObject({
			verdict: 'green',
		});
	});

	test('that rotates is read in its minute, and a screenshot of it is refused two minutes later', async () => {
		const chain = { seed: newSeed(), slots: 120 };
		const claims = { personId: lan, kind: 'rotating', level: 'green', ...times, anchor: anchorOf(chain) } as const;
		const shown = showSlot(await installation.code(claims), chain, 60)!;

		expect(await read({ text: shown }, { at: later(30_000) })).toMatchObject({ verdict: 'green' });
		expect(await read({ text: shown }, { at: later(4 * minute) })).toEqual({
			...{ kind: 'fault', isPerson: true, word: { vi: 'MÃ ĐÃ CŨ', en: 'OLD CODE' } },
			words: personalCodeWords.screenshot,
		});
	});

	test('of a person’s card takes its standing from the bundle', async () => {
		const code = await installation.code({ personId: lan, kind: 'card', serial: '9', ...times });
		const mine = await hashPerson(installation.bundle(now).salt, lan);
		const member = (level: 'green' | 'red', validUntil: Date) => ({
			bundle: { members: [{ person: mine, level, validUntil: validUntil.toISOString() }] },
		});

		expect(await read({ text: code }, member('green', later(minute)))).toMatchObject({ verdict: 'green' });
		expect(await read({ text: code }, member('red', later(minute)))).toMatchObject({ verdict: 'red' });
		expect(codesOf(await read({ text: code }, member('green', now)))).toEqual(['declaration-expired']);
		expect(codesOf(await read({ text: code }))).toEqual(['cannot-look-up']);
	});
});

describe('a code that does not hold says what to do', () => {
	const issue = (change: object) =>
		installation.code({ personId: lan, kind: 'static', level: 'green', ...times, ...change });

	test.each<[keyof typeof personalCodeWords, () => Promise<string>]>([
		['expired', () => issue({ expiresAt: later(-6 * minute) })],
		['not-yet-valid', () => issue({ issuedAt: later(6 * minute) })],
		['bad-signature', async () => tamper(await issue({}))],
		['malformed', async () => (await issue({})).slice(0, -4)],
		[
			'unknown-key',
			async () => (await Installation.make()).code({ personId: lan, kind: 'static', level: 'green', ...times }),
		],
	])('%s', async (reason, make) => {
		const reading = await read({ text: await make() });

		expect(reading.kind).toBe('fault');
		if (reason === 'malformed') return;
		expect(reading).toMatchObject({ kind: 'fault', isPerson: true, words: personalCodeWords[reason] });
		const hasWord = reason === 'expired' || reason === 'bad-signature';
		expect(reading.kind === 'fault' && reading.word !== undefined).toBe(hasWord);
	});

	test('every fault has words of its own in both languages', () => {
		const words = Object.values(personalCodeWords).flatMap(({ vi, en }) => [vi, en]);

		expect(words.every((text) => text.length > 20)).toBe(true);
		expect(new Set(words).size).toBe(words.length);
	});

	/** Another letter in the middle of the signature. */
	function tamper(code: string): string {
		const at = code.length - 30;
		return code.slice(0, at) + (code[at] === '0' ? '1' : '0') + code.slice(at + 1);
	}
});

describe('what is no person’s code is told in words', () => {
	test.each([
		['a poster', 'https://vaora.example/p/K7QF2M9X4'],
		['an old poster', 'https://tokhaiyte.vn/?page=Group.checkin&groupId=60a1b2c3d4e5f60718293a4b'],
		['a health certificate that is damaged', 'HC1:6BF+70790T9WJWG'],
		['anything else', 'xin chào'],
		['nothing', ''],
	])('%s', async (_what, text) => {
		const reading = await read({ text });

		expect(reading.kind).toBe('fault');
		expect(reading.kind === 'fault' && reading.words.vi && reading.words.en).toBeTruthy();
	});

	test('a code typed with Vietnamese typing on brings the advice', async () => {
		expect(await read({ text: 'vaora1ơ6bfoxnđ', how: 'typed' })).toMatchObject({
			kind: 'fault',
			advice: { en: expect.stringContaining('Vietnamese typing') },
		});
	});
});

describe('how full the place is', () => {
	const place = () => ({ ...installation.bundle(now).place, capacity: 10 });
	const green = () => installation.code({ personId: lan, kind: 'static', level: 'green', ...times });

	test.each([
		[9, 'in', 'green'],
		[10, 'in', 'amber'],
		[10, 'out', 'green'],
	] as const)('with %d inside, who goes %s is %s', async (inside, direction, verdict) => {
		const reading = await read({ text: await green(), direction }, { bundle: { place: place() }, inside });

		expect(person(reading).verdict).toBe(verdict);
	});
});

describe('the same person again', () => {
	const code = () => installation.code({ personId: lan, kind: 'static', level: 'green', ...times });

	test('within seconds is a repeat; a while later it is not', async () => {
		const text = await code();
		await read({ text });

		expect(await read({ text }, { at: later(9_000) })).toMatchObject({ isRepeat: true });
		expect(await read({ text }, { at: later(21_000) })).toMatchObject({ isRepeat: false });
	});

	test('the other way is no repeat', async () => {
		const text = await code();
		await read({ text });

		expect(await read({ text, direction: 'out' }, { at: later(2_000) })).toMatchObject({ isRepeat: false });
	});

	test('at a gate for both ways, who is inside goes out, but not moments after going in', async () => {
		const text = await code();
		const first = person(await read({ text, direction: 'both' }));
		await presence.pass([text], first.direction, now.getTime());

		const soon = await read({ text, direction: 'both' }, { at: later(5_000) });
		const afterwards = await read({ text, direction: 'both' }, { at: later(10 * minute) });

		expect([first, soon, afterwards]).toMatchObject([
			{ direction: 'in', isRepeat: false },
			{ direction: 'in', isRepeat: true },
			{ direction: 'out', isRepeat: false },
		]);
	});
});
