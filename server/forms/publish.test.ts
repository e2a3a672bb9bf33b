import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, getCurrent, publish } from '#forms';
import { call } from '#platform/call';
import type { TestPlatform } from '#test/database';
import { questionnaire } from '#test/declaration';
import { administrator, anybody, openVaora, signIn, staff } from '#test/people';

let platform: TestPlatform;

beforeAll(async () => {
	platform = await openVaora();
});
afterAll(() => platform.close());

const next = (version: string) => ({ ...questionnaire, version }) as unknown as Record<string, unknown>;

describe('an administrator', () => {
	test('publishes a version, which anybody can read and which never changes', async () => {
		await call(platform, publish, administrator, { questionnaire: next('2') });
		await call(platform, publish, administrator, { questionnaire: next('2') });

		const other = { ...next('2'), title: 'Khác' };
		await expect(call(platform, publish, administrator, { questionnaire: other })).rejects.toMatchObject({
			code: 'conflict',
		});
		const read = await call(platform, get, anybody, { url: questionnaire.url, version: '2' });
		expect(read.questionnaire).toEqual(next('2'));
	});

	test('is told what stands in the way of publishing', async () => {
		const faulty = { ...next('4'), _title: undefined, item: [{ linkId: 'A', type: 'quantity', text: 'x' }] };

		await expect(call(platform, publish, administrator, { questionnaire: faulty })).rejects.toMatchObject({
			code: 'form-faulty',
			options: { values: { faults: expect.stringMatching(/A.*type/) } },
		});
		await expect(call(platform, publish, administrator, { questionnaire: {} })).rejects.toMatchObject({
			code: 'form-faulty',
		});
	});
});

test('nobody else publishes', async () => {
	const person = await signIn(platform, '+84901000001');

	for (const caller of [await person.caller(), staff('CDC', { name: 'health-officer' }, { name: 'analyst' })])
		await expect(call(platform, publish, caller, { questionnaire: next('5') })).rejects.toMatchObject({
			code: 'not-allowed',
		});
	await expect(call(platform, publish, anybody, { questionnaire: next('5') })).rejects.toMatchObject({
		code: 'not-signed-in',
	});
});

test('a form or version that does not exist is not found', async () => {
	await expect(call(platform, getCurrent, anybody, { name: 'entry' })).rejects.toMatchObject({ code: 'not-found' });
	await expect(call(platform, get, anybody, { url: 'urn:x', version: '1' })).rejects.toMatchObject({
		code: 'not-found',
	});
});
