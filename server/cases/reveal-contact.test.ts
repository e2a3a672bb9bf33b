import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { addCase, addPerson, addVisit, listLooks, openTracing, type Tracing } from '#test/tracing';
import { chooseRule } from './choose-rule.ts';
import { closeCase } from './close-case.ts';
import { getCase } from './get-case.ts';
import { revealContact } from './reveal-contact.ts';

let tracing: Tracing;
let caseId: string;
let sick: string;
let met: string;
let stranger: string;
beforeAll(async () => {
	tracing = await openTracing();
	const { platform, market, areas } = tracing;
	sick = await addPerson(platform, { fullName: 'Nguyễn Thị Tuyết Mai', phone: '+84901234567' });
	met = await addPerson(platform, {
		...{ fullName: 'Ưng Hoàng Phúc Đức', phone: '+84987654321' },
		...{ address: '12 ngõ 5 Đội Cấn', areaId: areas.baDinh.areaId },
	});
	stranger = await addPerson(platform, { fullName: 'Người Lạ' });
	caseId = await addCase(tracing, sick);
	await addVisit(platform, { person: sick, place: market, from: '21 10:00', until: '21 12:00' });
	await addVisit(platform, { person: met, place: market, from: '21 11:50', until: '21 12:30' });
	await addVisit(platform, { person: stranger, place: market, from: '21 12:00', until: '21 12:30' });
});
afterAll(() => tracing.platform.close());

const purpose = 'Gọi điện thông báo cách ly';

test('an officer reads name, phone and address of somebody who shared a place with the case', async () => {
	const revealed = await call(tracing.platform, revealContact, tracing.officer, { caseId, person: met, purpose });

	expect(revealed).toEqual({
		person: met,
		fullName: 'Ưng Hoàng Phúc Đức',
		phone: '+84987654321',
		address: '12 ngõ 5 Đội Cấn, Phường Ba Đình, Thành phố Hà Nội',
	});
	expect(await listLooks(tracing.platform, met)).toContainEqual({
		operation: 'cases.reveal-contact',
		purpose,
		case_id: caseId,
	});
});

test('and those of the case', async () => {
	const revealed = await call(tracing.platform, revealContact, tracing.wardOfficer, { caseId, person: sick, purpose });

	expect(revealed).toEqual({ person: sick, fullName: 'Nguyễn Thị Tuyết Mai', phone: '+84901234567' });
});

test('but nobody’s who came as the case left', async () => {
	const revealing = call(tracing.platform, revealContact, tracing.officer, { caseId, person: stranger, purpose });

	await expect(revealing).rejects.toMatchObject({ code: 'person-not-found' });
	expect(await listLooks(tracing.platform, stranger)).toEqual([]);
});

test('nor of somebody too short at the place for the rule of the case', async () => {
	const { platform, officer } = tracing;
	await call(platform, chooseRule, officer, { caseId, rule: 'who-2021' });

	await expect(call(platform, revealContact, officer, { caseId, person: met, purpose })).rejects.toMatchObject({
		code: 'person-not-found',
	});
	await call(platform, chooseRule, officer, { caseId, rule: 'qd-5053' });
});

test('without a purpose nothing is revealed', async () => {
	const revealing = call(tracing.platform, revealContact, tracing.officer, { caseId, person: met, purpose: '' });

	await expect(revealing).rejects.toMatchObject({ code: 'invalid-input', options: { field: 'purpose' } });
});

test.each(['strangeOfficer', 'analyst', 'administrator'] as const)('to %s nothing is revealed', async (who) => {
	const revealing = call(tracing.platform, revealContact, tracing[who], { caseId, person: met, purpose });

	await expect(revealing).rejects.toMatchObject({ code: 'not-allowed' });
});

test('once the case is closed nothing is revealed, not even the case', async () => {
	const { platform, officer } = tracing;
	const other = await addCase(tracing, met);
	await call(platform, closeCase, officer, { caseId: other, reason: 'finished' });

	const revealing = call(platform, revealContact, officer, { caseId: other, person: met, purpose });
	await expect(revealing).rejects.toMatchObject({ code: 'case-closed' });
	const head = await call(platform, getCase, officer, { caseId: other });
	expect(head).not.toHaveProperty('maskedName');
	expect(head).not.toHaveProperty('person');
	expect(head.closedAt).toBe('2026-11-24T01:00:00.000Z');
});
