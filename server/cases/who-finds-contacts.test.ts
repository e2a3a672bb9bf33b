import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { addCase, addPerson, openTracing, type Tracing } from '#test/tracing';
import { closeCase } from './close-case.ts';
import { findContacts } from './find-contacts.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const person = () => addPerson(tracing.platform, { fullName: 'Nguyễn Văn An' });
const find = (caseId: string, who: Caller = tracing.officer) => call(tracing.platform, findContacts, who, { caseId });

describe('nobody finds contacts', () => {
	test('of a case in another province, nor learns whether it exists', async () => {
		const caseId = await addCase(tracing, await person());

		const problems = await Promise.all(
			[caseId, newId()].map((id) => find(id, tracing.strangeOfficer).catch((error) => error.toDocument())),
		);

		expect(problems[0]).toEqual(problems[1]);
		expect(problems[0]).toMatchObject({ code: 'not-allowed' });
	});

	test.each(['analyst', 'administrator'] as const)('as %s', async (who) => {
		const caseId = await addCase(tracing, await person());

		await expect(find(caseId, tracing[who])).rejects.toMatchObject({ code: 'not-allowed' });
	});

	test('as a partner whose key is for something else', async () => {
		const { officer } = tracing;
		const caseId = await addCase(tracing, await person());
		const partner = (scope: string): Caller => ({
			...officer,
			actor: {
				kind: 'partner',
				id: '1',
				scopes: [scope],
				roles: 'roles' in officer.actor ? officer.actor.roles : [],
				authority: 'x',
			},
		});

		await expect(find(caseId, partner('places.get'))).rejects.toMatchObject({ code: 'not-allowed' });
		expect(await find(caseId, partner('cases.find-contacts'))).toMatchObject({ total: 0 });
	});

	test('once the case is closed', async () => {
		const caseId = await addCase(tracing, await person());
		await call(tracing.platform, closeCase, tracing.officer, { caseId, reason: 'finished' });

		await expect(find(caseId)).rejects.toMatchObject({ code: 'case-closed' });
	});
});
