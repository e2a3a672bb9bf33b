import { expect, test } from 'vitest';
import { encodeBase45 } from './base45.ts';
import { p256, signMessage } from './cose.ts';
import { recognise } from './index.ts';
import { placeUrl } from './place-code.ts';

/** `K7QF2M9X` with its check character. */
const place = 'K7QF2M9XV';
const now = new Date('2026-11-24T08:00:00+07:00');
const national = '001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<1<00<0123232422';

test('a personal code is known, and gives its message unverified', async () => {
	const { privateKey } = await crypto.subtle.generateKey(p256, false, ['sign', 'verify']);
	const signer = { keyId: Uint8Array.of(1, 2, 3, 4), key: privateKey };

	const found = recognise(`VAORA1:${encodeBase45(await signMessage(Uint8Array.of(9), signer))}`, now);

	expect(found).toMatchObject({ ok: true, name: 'personal', content: { payload: Uint8Array.of(9) } });
});

test.each([
	['the address on a poster', placeUrl('https://vaora.example.vn', place), 'place', place],
	['a place’s code typed by hand', ' k7qf-2m9x-v ', 'place', place],
	['the national code', national, 'national', { documentNumber: '001093029317' }],
])('%s is known', (_what, text, name, content) => {
	const found = recognise(text, now);

	expect(found).toMatchObject({ ok: true, name });
	expect(found.ok && found.content).toEqual(typeof content === 'string' ? content : expect.objectContaining(content));
});

test.each([
	['nothing', ' \n', 'Chưa đọc được gì'],
	['half a vaccination certificate', 'HC1:6BF', 'Chứng nhận tiêm chủng hoặc xét nghiệm: có chữ bị sai'],
	['another site', 'https://example.vn/', 'Đây không phải mã mà Vaora biết'],
	['far too much', '|'.repeat(100_000), 'Đây không phải mã mà Vaora biết'],
	['half a personal code', 'VAORA1:6BF', 'Mã cá nhân Vaora: có chữ bị sai'],
	['a place’s code with a wrong letter', 'K7QF-2M9X-W', 'Mã địa điểm: có chữ bị sai'],
	['a poster’s address with a wrong letter', placeUrl('https://vaora.example.vn', 'K7QF2M9XW'), 'Mã địa điểm: có chữ'],
	['a national code with a broken day', national.replace('1987', '87'), 'Mã QR cá nhân quốc gia: có chữ bị sai'],
])('%s is refused in words', (_what, text, words) => {
	const found = recognise(text, now);

	expect(found.ok ? 'ok' : found.why.vi).toContain(words);
	expect(found.ok ? '' : found.why.en).not.toBe('');
});
