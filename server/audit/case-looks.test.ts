import { afterAll, beforeAll, expect, test } from 'vitest';
import { countCaseLooks, listCaseLooks } from '#audit';
import { getCase, getTimeline } from '#cases';
import { listContacts } from '#contacts';
import { call } from '#platform/call';
import { addCase, addPerson, openTracing, type Tracing } from '#test/tracing';

let tracing: Tracing;
let caseId: string;
beforeAll(async () => {
	tracing = await openTracing();
	caseId = await addCase(tracing, await addPerson(tracing.platform, { fullName: 'Hồ Thị Xem' }));
});
afterAll(() => tracing.platform.close());

const looks = (by = tracing.officer) => call(tracing.platform, listCaseLooks, by, { caseId });

test('who leads a case sees which authority looked and acted, and who was refused', async () => {
	await call(tracing.platform, getCase, tracing.wardOfficer, { caseId });
	await expect(call(tracing.platform, listContacts, tracing.strangeOfficer, { caseId })).rejects.toMatchObject({
		code: 'not-allowed',
	});

	const found = (await looks()).looks.map(({ operation, authority, isRefused }) => [operation, authority, isRefused]);

	expect(found).toContainEqual(['cases.get-case', 'Trạm Y tế phường Ba Đình', false]);
	expect(found).toContainEqual(['cases.decide-clinically', 'CDC Hà Nội', false]);
	expect(found).toContainEqual(['contacts.list-contacts', 'CDC Huế', true]);
	expect(JSON.stringify(await looks())).not.toContain('Hồ Thị Xem');
});

test('the days tell how often, without what was refused; another case has its own', async () => {
	const other = await addCase(tracing, await addPerson(tracing.platform, { fullName: 'Hồ Thị Khác' }));
	for (let time = 0; time < 3; time++) await call(tracing.platform, getTimeline, tracing.wardOfficer, { caseId });

	const { groups } = await call(tracing.platform, countCaseLooks, tracing.officer, { caseId });

	expect(groups.find(({ operation }) => operation === 'cases.get-timeline')).toMatchObject({
		...{ day: '2026-11-24', authority: 'Trạm Y tế phường Ba Đình', times: 3, persons: 3 },
	});
	expect(groups.map(({ authority }) => authority)).not.toContain('CDC Huế');
	const others = await call(tracing.platform, countCaseLooks, tracing.officer, { caseId: other });
	expect(others.groups.map(({ operation }) => operation)).not.toContain('cases.get-timeline');
});

test('an officer of another province is told nothing of it', async () => {
	await expect(looks(tracing.strangeOfficer)).rejects.toMatchObject({ code: 'not-allowed' });
});
