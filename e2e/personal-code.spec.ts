import { p256 } from '../shared/codes/cose.ts';
import { readNationalCode } from '../shared/codes/national-code.ts';
import { readPersonalCode } from '../shared/codes/personal-code.ts';
import { declare, newPhone, signIn } from './journey.ts';
import { expect, expectAccessible, test } from './person.ts';

test('after declaring, a person has a signed code that anyone can verify, and the national one beside it', async ({
	page,
	context,
	request,
}) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Hồ Thị Thanh Thuý' }, true);
	await page.getByRole('link', { name: 'Mã cá nhân' }).click();
	const text = (await page.locator('[data-code]').getAttribute('data-code'))!;
	const national = readNationalCode((await page.locator('[data-national]').getAttribute('data-national'))!);

	expect(text.length).toBeLessThanOrEqual(300);
	const published = await (await request.post('/api/v1/declarations.public-keys', { data: {} })).json();
	const keys = new Map<string, CryptoKey>();
	for (const { keyId, key } of published.keys)
		keys.set(keyId, await crypto.subtle.importKey('jwk', key, p256, false, ['verify']));
	const read = await readPersonalCode(text, keys, new Date());
	expect(read).toMatchObject({ ok: true, claims: { level: 'green' } });
	expect(national).toMatchObject({ fullName: 'HO THI THANH THUY', isDeclaredByAnother: false });
	await expectAccessible(page);
});

test('the printed code is five centimetres wide', async ({ page, context }) => {
	await page.goto('/declare');
	await signIn(page, context, newPhone());
	await declare(page, { name: 'Bùi Thị Xuân' }, true);
	await page.getByRole('link', { name: 'Mã cá nhân' }).click();
	await page.emulateMedia({ media: 'print' });

	const { width } = (await page.locator('[data-code] svg').boundingBox())!;
	expect(width / (96 / 2.54)).toBeCloseTo(5, 1);
});
