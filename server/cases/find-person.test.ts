import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { addCase, addPerson, listLooks, openTracing, type Tracing } from '#test/tracing';
import { closeCase } from './close-case.ts';
import { findPerson } from './find-person.ts';

let tracing: Tracing;
let mother: string;
let child: string;
beforeAll(async () => {
	tracing = await openTracing();
	const { platform } = tracing;
	mother = await addPerson(platform, {
		fullName: 'Đặng Thị Ngọc Ánh',
		phone: '+84912345678',
		documentNumber: '001190012345',
	});
	child = await addPerson(platform, { fullName: 'Đặng Bình', phone: '+84912345678' });
});
afterAll(() => tracing.platform.close());

const purpose = 'Tìm người có kết quả dương tính';
const byPhone = { kind: 'phone' as const, value: '0912 345 678', purpose };

test('a family that shares a phone is found whole, with masked names', async () => {
	const { persons } = await call(tracing.platform, findPerson, tracing.officer, byPhone);

	expect(persons.map((one) => one.person).sort()).toEqual([mother, child].sort());
	expect(persons.map((one) => one.maskedName).sort()).toEqual([
		'Đặng *** (0912 345 ***)',
		'Đặng Thị Ngọc *** (0912 345 ***)',
	]);
});

test('a document number finds its owner however it is written', async () => {
	const { persons } = await call(tracing.platform, findPerson, tracing.officer, {
		kind: 'document',
		value: ' 001 190 012 345 ',
		purpose,
	});

	expect(persons.map((one) => one.person)).toEqual([mother]);
});

test('nobody is found by a number nobody has, or by half of one', async () => {
	const { platform, officer } = tracing;

	for (const value of ['0912345679', '0912', 'Đặng'])
		expect(await call(platform, findPerson, officer, { ...byPhone, value })).toEqual({ persons: [] });
});

test('open cases within the officer’s reach are told, others and closed ones are not', async () => {
	const { platform, officer, strangeOfficer } = tracing;
	const caseId = await addCase(tracing, child);
	const casesSeenBy = async (who: typeof officer) =>
		(await call(platform, findPerson, who, byPhone)).persons.flatMap((one) => one.openCases.map((head) => head.caseId));

	expect(await casesSeenBy(officer)).toEqual([caseId]);
	expect(await casesSeenBy(strangeOfficer)).toEqual([]);

	await call(platform, closeCase, officer, { caseId, reason: 'finished' });
	expect(await casesSeenBy(officer)).toEqual([]);
});

test('whoever was found reads who looked, and why', async () => {
	const person = await addPerson(tracing.platform, { fullName: 'Lý A', phone: '+84933333333' });

	await call(tracing.platform, findPerson, tracing.officer, { ...byPhone, value: '0933333333' });

	expect(await listLooks(tracing.platform, person)).toEqual([
		{ operation: 'cases.find-person', purpose, case_id: null },
	]);
});

test('without a purpose nobody is searched for', async () => {
	const search = call(tracing.platform, findPerson, tracing.officer, { ...byPhone, purpose: '' });

	await expect(search).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'purpose' } });
});

test.each(['analyst', 'administrator'] as const)('%s searches for nobody', async (who) => {
	const search = call(tracing.platform, findPerson, tracing[who], byPhone);

	await expect(search).rejects.toMatchObject({ code: 'not-allowed' });
});

test('an officer who tries out numbers is stopped', async () => {
	const { platform, wardOfficer } = tracing;
	const tryOne = (index: number) =>
		call(platform, findPerson, wardOfficer, { ...byPhone, value: `09${10_000_000 + index}` });
	for (let index = 0; index < 300; index++) await tryOne(index);

	await expect(tryOne(300)).rejects.toMatchObject({ code: 'too-many-requests' });
});
