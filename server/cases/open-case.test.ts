import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { addPerson, caller, listLooks, openTracing, type Tracing } from '#test/tracing';
import { getCase } from './get-case.ts';
import { openCase } from './open-case.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const person = () => addPerson(tracing.platform, { fullName: 'Nguyễn Thị Đào', phone: '+84901234567' });
const inputFor = (person: string) => ({
	person,
	areaId: tracing.areas.baDinh.areaId,
	classification: 'confirmed' as const,
	rule: 'qd-5053',
	onsetOn: '2026-11-20',
	purpose: 'Điều tra ca bệnh',
});

test('an officer opens a case in a commune of the province, and it keeps the rule and its version', async () => {
	const { platform, officer } = tracing;

	const { caseId, wasOpen } = await call(platform, openCase, officer, inputFor(await person()));

	expect(wasOpen).toBe(false);
	expect(await call(platform, getCase, officer, { caseId })).toMatchObject({
		caseId,
		disease: 'covid-19',
		classification: 'confirmed',
		areaName: { vi: 'Phường Ba Đình, Thành phố Hà Nội' },
		onsetOn: '2026-11-20',
		usedRule: { rule: 'qd-5053', version: 1, daysBefore: 3 },
		window: { from: '2026-11-16T17:00:00.000Z', until: '2026-12-11T17:00:00.000Z' },
		maskedName: 'Nguyễn Thị *** (0901 234 ***)',
	});
});

test('opening a case twice gives the one that is open', async () => {
	const { platform, officer, wardOfficer } = tracing;
	const input = inputFor(await person());
	const first = await call(platform, openCase, officer, input);

	const second = await call(platform, openCase, wardOfficer, input);

	expect(second).toEqual({ caseId: first.caseId, wasOpen: true });
});

test('the person reads who opened a case about them, and why', async () => {
	const { platform, officer } = tracing;
	const input = inputFor(await person());

	await call(platform, openCase, officer, input);

	expect(await listLooks(platform, input.person)).toEqual([
		{ operation: 'cases.open-case', purpose: 'Điều tra ca bệnh', case_id: null },
	]);
});

describe('nobody opens a case', () => {
	test.each(['strangeOfficer', 'analyst', 'administrator'] as const)('as %s', async (who) => {
		const { platform, [who]: asking } = tracing;

		await expect(call(platform, openCase, asking, inputFor(await person()))).rejects.toMatchObject({
			code: 'not-allowed',
		});
	});

	test('without signing in', async () => {
		const opening = call(tracing.platform, openCase, caller({ kind: 'anyone' }), inputFor(await person()));

		await expect(opening).rejects.toMatchObject({ code: 'not-signed-in' });
	});

	test('in the province above the officer’s commune', async () => {
		const { platform, wardOfficer, areas } = tracing;
		const input = { ...inputFor(await person()), areaId: areas.haNoi.areaId };

		await expect(call(platform, openCase, wardOfficer, input)).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('in an area that does not exist', async () => {
		const { platform, officer, nationalOfficer } = tracing;
		const input = { ...inputFor(await person()), areaId: 999_999 };

		await expect(call(platform, openCase, officer, input)).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(call(platform, openCase, nationalOfficer, input)).rejects.toMatchObject({
			code: 'invalid-input',
			options: { field: 'areaId' },
		});
	});

	test('for a person who is not known', async () => {
		const opening = call(tracing.platform, openCase, tracing.officer, inputFor('123'));

		await expect(opening).rejects.toMatchObject({ code: 'person-not-found' });
	});

	test.each<[string, object]>([
		['rule', { rule: 'no-such-rule' }],
		['onsetOn', { onsetOn: '2026-11-25' }],
		['onsetOn', { onsetOn: '2026-02-30' }],
		['sampledOn', { sampledOn: '20/11/2026' }],
		['isolatedAt', { isolatedAt: '2026-11-24T08:00:01+07:00' }],
		['isolatedAt', { isolatedAt: 'hôm qua' }],
		['purpose', { purpose: 'x' }],
	])('with a %s that cannot be: %o', async (field, wrong) => {
		const opening = call(tracing.platform, openCase, tracing.officer, { ...inputFor(await person()), ...wrong });

		await expect(opening).rejects.toMatchObject({ code: 'invalid-input', options: { field } });
	});
});
