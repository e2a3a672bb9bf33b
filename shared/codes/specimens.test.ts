import { beforeAll, describe, expect, test } from 'vitest';
import { encodeBase45 } from './base45.ts';
import { issueCertificateCode } from './certificate-code.ts';
import { keyIdOf, p256, signMessage } from './cose.ts';
import { formats, recognise } from './index.ts';
import { issuePersonalCode } from './personal-code.ts';

const now = new Date('2026-11-24T08:00:00+07:00');
const hex = (text: string) => Buffer.from(text).toString('hex');

/** One of each that is right, and one that is meant to be of the kind and damaged. */
interface Specimens {
	right: string;
	damaged: string;
}

let specimens: Record<(typeof formats)[number]['name'], Specimens>;

beforeAll(async () => {
	const pair = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
	const signer = { keyId: await keyIdOf(await crypto.subtle.exportKey('jwk', pair.publicKey)), key: pair.privateKey };
	const claims = { kind: 'card', personId: '7', serial: '81', issuedAt: now, expiresAt: now } as const;
	const personal = await issuePersonalCode(claims, signer);
	const compressed = await new Response(
		new Blob([Uint8Array.from(await signMessage(new Uint8Array(100), signer))])
			.stream()
			.pipeThrough(new CompressionStream('deflate')),
	).arrayBuffer();
	const certificate = `HC1:${encodeBase45(new Uint8Array(compressed))}`;
	const cccd = '079190000001|020123456|Đặng Thị Ánh|01011990|Nữ|Hà Nội|01012021';
	const bhyt = `7915061943|${hex('Nguyễn Thị Hằng')}|15/08/1987|2|-|01 - C54|01/01/2026|-|18/12/2025|1|-|4|1|1|4|1|$`;
	const national = '001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<1<00<0123232422';
	const passport = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
	const old = 'https://tokhaiyte.vn/?page=Group.checkin&groupId=5e89726392bd2184ae730883';
	const said = { certificateId: '5', fullName: 'NGUYỄN THỊ BƯỞI', fromOn: '2026-11-20', completedOn: '2026-11-23' };
	const decided = { decidedBy: 'Chủ tịch UBND', decisionNumber: '1/QĐ', issuedAt: now };
	const page = 'https://vaora.example.vn/verify/certificate';
	const completion = await issueCertificateCode({ ...said, ...decided }, signer, page);
	specimens = {
		personal: { right: personal, damaged: personal.slice(0, -9) },
		'health-certificate': { right: certificate, damaged: certificate.slice(0, 30) },
		completion: { right: completion, damaged: completion.slice(0, -200) },
		cccd: { right: cccd, damaged: cccd.replace('01011990', '31021990') },
		bhyt: { right: bhyt, damaged: bhyt.replace('|$', '') },
		national: { right: national, damaged: national.replace('1987-01-18', '18/01/1987') },
		passport: { right: passport, damaged: passport.replace('7408122', '7408132') },
		'old-place': { right: old, damaged: old.slice(0, -1) },
		pairing: {
			right: 'https://vaora.example.vn/gate#pair=K7QF2M9XV',
			damaged: 'https://vaora.example.vn/gate#pair=K7QF2M9XW',
		},
		place: { right: 'K7QF-2M9X-V', damaged: 'K7QF-2M9X-W' },
		number: { right: 'K7Q-F2M', damaged: 'K7Q-F2U' },
	};
});

describe.each(formats.map(({ name }) => name))('the format %s', (name) => {
	test('reads its own, and no other format takes it for one of its own first', () => {
		expect(recognise(specimens[name].right, now)).toMatchObject({ ok: true, name });
	});

	test('knows what is damaged of its own, and does not read it', () => {
		expect(recognise(specimens[name].damaged, now)).toMatchObject({ ok: false, name });
	});

	test('takes nothing of another format for its own', () => {
		const format = formats.find((one) => one.name === name)!;

		for (const other of formats)
			if (other.name !== name)
				expect([other.name, format.parse(specimens[other.name].right, now)]).toEqual([other.name, undefined]);
	});
});
