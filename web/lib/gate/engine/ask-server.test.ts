import { describe, expect, test } from 'vitest';
import { askOver, ServerFault } from './ask-server.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
	askOver(async () => new Response(JSON.stringify(body), { status, headers }));

async function faultOf(asking: Promise<unknown>): Promise<ServerFault> {
	const fault = await asking.then(
		() => undefined,
		(error) => error,
	);
	expect(fault).toBeInstanceOf(ServerFault);
	return fault;
}

const problem = {
	code: 'place-not-found',
	title: 'Không tìm thấy địa điểm',
	titleEn: 'Place not found',
	detail: 'Hãy kiểm tra lại mã trên áp phích.',
	detailEn: 'Check the code on the poster.',
	field: 'place',
};

describe('asking the server', () => {
	test('sends the device’s token and no cookie', async () => {
		let sent: RequestInit | undefined;
		const ask = askOver(async (_address, init) => {
			sent = init;
			return Response.json({ ok: true });
		});

		expect(await ask('devices.get-bundle', { a: 1 }, { token: 'secret' })).toEqual({ ok: true });
		expect(sent).toMatchObject({
			method: 'POST',
			body: '{"a":1}',
			credentials: 'omit',
			headers: { authorization: 'Bearer secret' },
		});
	});

	test('a refusal is told in the server’s words, both languages, with its field', async () => {
		expect(await faultOf(answer(404, problem)('visits.check-in', {}))).toMatchObject({
			words: {
				vi: 'Không tìm thấy địa điểm. Hãy kiểm tra lại mã trên áp phích.',
				en: 'Place not found. Check the code on the poster.',
			},
			code: 'place-not-found',
			fields: [{ field: 'place' }],
			isForGood: true,
		});
	});

	test.each([
		[429, false],
		[503, false],
		[500, false],
		[401, false],
		[403, false],
		[422, true],
		[413, true],
	])('%d is refused for good: %s', async (status, isForGood) => {
		expect(await faultOf(answer(status, problem)('a.b', {}))).toMatchObject({ status, isForGood });
	});

	test('Retry-After is heard, from the document or the header', async () => {
		const byHeader = await faultOf(answer(503, problem, { 'retry-after': '7' })('a.b', {}));
		const byDocument = await faultOf(answer(429, { ...problem, retryAfterSeconds: 30 })('a.b', {}));

		expect([byHeader.retryAfterSeconds, byDocument.retryAfterSeconds]).toEqual([7, 30]);
	});

	test.each<[string, typeof fetch]>([
		['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
		['a page of some Wi-Fi’s own', async () => new Response('<html>Đăng nhập Wi-Fi</html>', { status: 200 })],
		[
			'a server that never answers',
			(_address, init) =>
				new Promise((_resolve, reject) => init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason))),
		],
	])('%s is no answer: to be tried again', async (_what, fetch) => {
		const fault = await faultOf(askOver(fetch)('a.b', {}, { timeoutMilliseconds: 20 }));

		expect(fault).toMatchObject({ status: undefined, isForGood: false });
		expect(fault.words.vi).toContain('Máy chủ chưa trả lời');
	});
});
