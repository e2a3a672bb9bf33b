import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { openTracing, type Tracing } from '#test/tracing';
import { deleteView, listViews, saveView } from './index.ts';

let tracing: Tracing;
beforeAll(async () => {
	tracing = await openTracing();
});
afterAll(() => tracing.platform.close());

const save = (who: Caller, name: string, isShared = false, filter: object = { classification: 'confirmed' }) =>
	call(tracing.platform, saveView, who, { name, filter, isShared });
const namesOf = async (who: Caller) => (await call(tracing.platform, listViews, who, {})).views.map(({ name }) => name);

test('a view is its owner’s until it is shared, and then of the area and below', async () => {
	const { officer, wardOfficer, strangeOfficer, nationalOfficer } = tracing;
	await save(officer, 'Của tỉnh, riêng');
	await save(officer, 'Của tỉnh', true);
	await save(nationalOfficer, 'Cả nước', true);

	expect(await namesOf(officer)).toEqual(['Cả nước', 'Của tỉnh', 'Của tỉnh, riêng']);
	expect(await namesOf(wardOfficer)).toEqual(['Cả nước', 'Của tỉnh']);
	expect(await namesOf(strangeOfficer)).toEqual(['Cả nước']);
	expect(await namesOf(nationalOfficer)).toEqual(['Cả nước']);
});

test('the same name saved again replaces the view', async () => {
	const { wardOfficer } = tracing;
	const first = await save(wardOfficer, 'Tử vong', false, { outcome: 'died' });
	const again = await save(wardOfficer, ' Tử  vong ', false, { outcome: 'died', order: 'onset' });

	expect(again).toEqual(first);
	const { views } = await call(tracing.platform, listViews, wardOfficer, {});
	expect(views.find(({ viewId }) => viewId === first.viewId)?.filter).toEqual({ outcome: 'died', order: 'onset' });
});

test('nobody but its owner deletes a view', async () => {
	const { platform, officer, wardOfficer } = tracing;
	const { viewId } = await save(officer, 'Để xoá', true);

	await expect(call(platform, deleteView, wardOfficer, { viewId })).rejects.toMatchObject({ code: 'not-found' });
	await call(platform, deleteView, officer, { viewId });

	expect(await namesOf(officer)).not.toContain('Để xoá');
});
