import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
	checkCertificate,
	getCertificate,
	getTemplate,
	listMine,
	makeCertificate,
	revokeCertificate,
	setTemplate,
	verify,
} from '#certificates';
import { decide } from '#endings';
import { call } from '#platform/call';
import { addDeclared, administrator, anybody, moveTo } from '#test/people';
import { openRestrictions, type Restrictions } from '#test/restrictions';

let vaora: Restrictions;
beforeAll(async () => void (vaora = await openRestrictions()));
beforeEach(() => vaora.nextPerson());
afterAll(() => vaora.platform.close());

const decision = { decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: '120/QĐ-UBND' };

/** An order whose three days are over this morning, ended by decision. */
async function complete(): Promise<string> {
	const orderId = await vaora.order();
	await moveTo(vaora.platform, '2026-11-26T08:00:00+07:00');
	expect(await call(vaora.platform, decide, vaora.callers.ward, { orders: [orderId], ...decision })).toMatchObject({
		ended: [orderId],
	});
	return orderId;
}

test('the certificate is a page whose code anybody can verify, and holds for this installation only', async () => {
	const orderId = await complete();

	const made = await call(vaora.platform, makeCertificate, await vaora.person.caller(), { orderId });

	expect(Buffer.from(made.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
	expect(await call(vaora.platform, verify, anybody, { code: made.code })).toMatchObject({
		holds: true,
		claims: { fullName: 'NGUYỄN THỊ BƯỞI', fromOn: '2026-11-24', completedOn: '2026-11-26', ...decision },
	});
	const forged = `${made.code.slice(0, -3)}${made.code.endsWith('AAA') ? 'BBB' : 'AAA'}`;
	expect(await call(vaora.platform, verify, anybody, { code: forged })).toMatchObject({ holds: false });
	const stranger = await addDeclared(vaora.platform, vaora.newPhone());
	await expect(call(vaora.platform, makeCertificate, await stranger.caller(), { orderId })).rejects.toMatchObject({
		code: 'not-allowed',
	});
});

test('an order in force has no certificate', async () => {
	const orderId = await vaora.order();

	await expect(call(vaora.platform, makeCertificate, vaora.callers.ward, { orderId })).rejects.toMatchObject({
		code: 'not-completed',
	});
});

test('the text of the certificate is a sample until an administrator sets another; unknown words are refused', async () => {
	const before = await call(vaora.platform, getTemplate, vaora.callers.ward, {});
	expect(before).toMatchObject({ isSample: true, version: 1 });
	const set = (body: string) =>
		call(vaora.platform, setTemplate, administrator, {
			...{ title: 'GIẤY XÁC NHẬN', body, isSample: false, source: 'Bộ Y tế' },
		});

	await expect(set('Xác nhận ông/bà {phone} đã hoàn thành')).rejects.toMatchObject({ options: { field: 'body' } });
	expect(await set('Xác nhận ông/bà {fullName} đã hoàn thành')).toMatchObject({ version: 2, isSample: false });
	expect(await call(vaora.platform, getTemplate, vaora.callers.ward, {})).toMatchObject({ version: 2 });
});

test('a certificate that was taken back is void for whoever scans it, and the person has it no more', async () => {
	const orderId = await complete();
	const { code } = await call(vaora.platform, makeCertificate, await vaora.person.caller(), { orderId });
	const verified = await call(vaora.platform, verify, anybody, { code });
	const { certificateId } = verified.claims!;
	const isRevoked = async () => (await call(vaora.platform, checkCertificate, anybody, { certificateId })).isRevoked;
	const revoke = (by = vaora.callers.ward) =>
		call(vaora.platform, revokeCertificate, by, { orderId, reason: 'Kết quả xét nghiệm ghi nhầm người' });
	expect(await isRevoked()).toBe(false);
	await expect(revoke(vaora.callers.nextDoor)).rejects.toMatchObject({ code: 'not-allowed' });

	await revoke();

	expect(await isRevoked()).toBe(true);
	expect(await call(vaora.platform, getCertificate, vaora.callers.ward, { orderId })).toMatchObject({
		certificate: { certificateId, revoked: { reason: 'Kết quả xét nghiệm ghi nhầm người' } },
	});
	expect(await call(vaora.platform, verify, anybody, { code })).toEqual({
		...{ holds: false, why: expect.objectContaining({ vi: expect.stringContaining('bị cơ quan cấp huỷ') }) },
	});
	expect((await call(vaora.platform, listMine, await vaora.person.caller(), {})).certificates).toEqual([]);
	await expect(revoke()).rejects.toMatchObject({ code: 'not-completed' });
	await expect(call(vaora.platform, makeCertificate, vaora.callers.ward, { orderId })).rejects.toMatchObject({
		code: 'not-completed',
	});
});

test('a certificate printed by a text with an end is expired the day after it', async () => {
	const before = await call(vaora.platform, getTemplate, vaora.callers.ward, {});
	const { title, body, isSample, source } = before;
	await call(vaora.platform, setTemplate, administrator, { title, body, isSample, source, validDays: 10 });
	const orderId = await complete();
	const { code } = await call(vaora.platform, makeCertificate, vaora.callers.ward, { orderId });
	const verifyOn = async (at: string) => {
		await moveTo(vaora.platform, at);
		return call(vaora.platform, verify, anybody, { code });
	};

	expect(await verifyOn('2026-12-06T23:59:00+07:00')).toMatchObject({
		holds: true,
		claims: { expiresOn: '2026-12-06' },
	});
	expect(await verifyOn('2026-12-07T00:00:00+07:00')).toMatchObject({ holds: false });
	await call(vaora.platform, setTemplate, administrator, { title, body, isSample, source });
});
