import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { certificateWords, issueCertificateCode } from '#shared/codes/certificate-code';
import { sealCard } from '#shared/gate/sealed-card';
import { Installation } from '#test/gate-device';
import { hold } from './hold-bundle.ts';
import { Presence } from './presence.ts';
import { readPerson } from './read-person.ts';
import { openStore } from './store.ts';

const now = new Date('2026-11-25T08:00:00+07:00');
let installation: Installation;
let presence: Presence;
let isRevoked: boolean | undefined;

beforeAll(async () => {
	installation = await Installation.make();
	presence = await Presence.open(await openStore(`read-${crypto.randomUUID()}`), now.getTime());
});
beforeEach(() => {
	isRevoked = undefined;
});

async function read({ text }: { text: string }) {
	const held = await hold(installation.bundle(now));
	const asked = { lookUp: async () => undefined, isRevoked: async () => isRevoked };
	const device = { held, presence, now, deviceNow: now, inside: undefined, ...asked };
	const seal = (card: Parameters<typeof sealCard>[0]) => sealCard(card, held.sealTo);
	return readPerson({ text, how: 'camera', direction: 'in' }, { ...device, seal });
}

describe('a certificate of completed isolation', () => {
	const said = { certificateId: '5', fullName: 'NGUYỄN THỊ BƯỞI', fromOn: '2026-11-10', completedOn: '2026-11-17' };
	const decided = {
		decidedBy: 'Chủ tịch UBND',
		decisionNumber: '1/QĐ',
		issuedAt: new Date('2026-11-17T08:00:00+07:00'),
	};
	const issue = (more: object = {}, signer = installation.signer) =>
		issueCertificateCode({ ...said, ...decided, ...more }, signer, 'https://vaora.example.vn/verify/certificate');

	test('that holds is told as such, with what to scan instead, and names nobody', async () => {
		isRevoked = false;

		const reading = await read({ text: await issue() });

		expect(reading).toMatchObject({ kind: 'fault', word: { vi: 'GIẤY CÓ GIÁ TRỊ' } });
		expect(reading.kind === 'fault' && reading.words.vi).toMatch(/hoàn thành ngày 17\/11\/2026.*hãy quét mã cá nhân/);
		expect(JSON.stringify(reading)).not.toContain('BƯỞI');
	});

	test('without a network says that nobody could be asked whether it was taken back', async () => {
		const reading = await read({ text: await issue() });

		expect(reading).toMatchObject({ word: { vi: 'GIẤY CÓ GIÁ TRỊ' } });
		expect(reading.kind === 'fault' && reading.words.vi).toContain('Không có mạng');
	});

	test('that was taken back, is expired, or is another system’s is void, each in its words', async () => {
		const stranger = await Installation.make();
		const expired = await read({ text: await issue({ expiresOn: '2026-11-20' }) });
		const foreign = await read({ text: await issue({}, stranger.signer) });
		isRevoked = true;
		const revoked = await read({ text: await issue() });

		for (const [reading, reason] of [
			[expired, 'expired'],
			[foreign, 'unknown-key'],
			[revoked, 'revoked'],
		] as const)
			expect(reading).toEqual({
				...{
					kind: 'fault',
					words: certificateWords[reason],
					word: expect.objectContaining({ vi: 'GIẤY KHÔNG GIÁ TRỊ' }),
				},
			});
	});
});
