import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sealCard, unsealCard } from '#shared/gate/sealed-card';
import { Installation } from '#test/gate-device';
import type { CardAnswer } from './device-operations.ts';
import { hold } from './hold-bundle.ts';
import { Presence } from './presence.ts';
import { readPerson } from './read-person.ts';
import { openStore } from './store.ts';

const now = new Date('2026-11-25T08:00:00+07:00');
let installation: Installation;
let presence: Presence;
let lookedUp: CardAnswer | undefined;

beforeAll(async () => {
	installation = await Installation.make();
});
beforeEach(async () => {
	lookedUp = undefined;
	presence = await Presence.open(await openStore(`read-${crypto.randomUUID()}`), now.getTime());
});

async function read({ text, how = 'camera' }: { text: string; how?: 'camera' | 'typed' }) {
	const held = await hold(installation.bundle(now));
	const asked = { lookUp: async () => lookedUp, isRevoked: async () => undefined };
	const seal = (card: Parameters<typeof sealCard>[0]) => sealCard(card, held.sealTo);
	const device = { held, presence, now, deviceNow: now, inside: undefined, ...asked, seal };
	return readPerson({ text, how, direction: 'in' }, device);
}

const person = (reading: Awaited<ReturnType<typeof read>>) => {
	if (reading.kind !== 'person') throw new Error(reading.words.en);
	return reading;
};

const cccd = '001090000001|123456789|Nguyễn Thị Lan|01021990|Nữ|Số 1 Hàng Bạc, Hà Nội|01012022';

describe('a card', () => {
	test('read without a network is left to the guard, with what helps to compare and to declare', async () => {
		const reading = person(await read({ text: cccd }));

		expect(reading).toMatchObject({
			verdict: 'amber',
			reasons: [{ code: 'cannot-look-up' }],
			hint: { vi: 'Nguyễn Thị *** · ******000001' },
			prefill: {
				'full-name': 'Nguyễn Thị Lan',
				'document-number': '001090000001',
				'birth-year': '1990',
				gender: 'female',
			},
		});
	});

	test('is sealed to the server, whatever the device decides', async () => {
		const { who } = person(await read({ text: cccd }));
		if (who.kind !== 'sealed') throw new Error('not sealed');

		expect(JSON.stringify(who)).not.toMatch(/001090000001|123456789|Nguyễn|Hàng Bạc/);
		expect(await unsealCard(who.sealed, await installation.unsealKeys())).toEqual({
			document: '001090000001',
			formerDocument: '123456789',
			fullName: 'Nguyễn Thị Lan',
			birthDate: '1990-02-01',
			gender: 'female',
		});
	});

	test('with a network is what the server says', async () => {
		lookedUp = {
			verdict: 'red',
			reasons: [{ code: 'symptoms', vi: 'Có triệu chứng', en: 'Symptoms' }],
			maskedName: '***',
			isNew: false,
		};

		expect(await read({ text: cccd })).toMatchObject({
			verdict: 'red',
			reasons: [{ code: 'symptoms', words: { vi: 'Có triệu chứng' } }],
		});
	});

	test.each([
		['001090000001', { document: '001090000001' }],
		['001 090 000 001', { document: '001090000001' }],
		['123456789', { formerDocument: '123456789' }],
		['GD4010123456789', { insurance: 'GD4010123456789' }],
		['k7q-f2m', { number: 'K7QF2M' }],
	])('typed by hand as %s is found as well', async (text, card) => {
		const { who } = person(await read({ text, how: 'typed' }));

		expect(await unsealCard(who.kind === 'sealed' ? who.sealed : '', await installation.unsealKeys())).toEqual(card);
	});
});

describe('a personal number with a network', () => {
	const answer = { verdict: 'green' as const, reasons: [], maskedName: 'Lò Thị ***', isNew: false };

	test('brings the masked name to compare with who stands there', async () => {
		lookedUp = answer;

		expect(person(await read({ text: 'k7q-f2m', how: 'typed' })).hint?.vi).toBe('Lò Thị *** · Mã số K7Q-F2M');
		expect(person(await read({ text: '001090000001', how: 'typed' })).hint?.vi).toMatch(/^Lò Thị \*\*\* · /);
	});

	test('that nobody has was written wrongly, and is nobody to be stopped', async () => {
		lookedUp = { ...answer, verdict: 'not-declared', maskedName: '', isNew: true };

		expect(await read({ text: 'k7q-f2m', how: 'typed' })).toMatchObject({
			kind: 'fault',
			words: { vi: expect.stringContaining('Không ai có mã số K7Q-F2M') },
		});
		expect(await read({ text: '001090000001', how: 'typed' })).toMatchObject({ verdict: 'not-declared' });
	});
});
