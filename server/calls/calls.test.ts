import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#platform/call';
import { newId } from '#platform/ids';
import { addPerson, listLooks, openTracing, type Tracing } from '#test/tracing';
import { addCalls, listCalls, noteCall, revealPerson, withdrawCalls } from './index.ts';

let tracing: Tracing;
beforeAll(async () => void (tracing = await openTracing()));
afterAll(() => tracing.platform.close());

const text = { vi: 'Hãy ở nhà.', en: 'Stay at home.' };

async function addCall(sourceId = newId()) {
	const { platform, areas } = tracing;
	const personId = await addPerson(platform, { fullName: 'Lê Thị Ước', phone: '+84901234567' });
	const add = () =>
		addCalls(
			platform.db,
			[{ personId, sourceId, areaPath: areas.baDinh.path, reason: 'no-answer', text }],
			platform.clock.now(),
		);
	await add();
	return { personId, sourceId, add };
}

const list = async (caller = tracing.officer, state: 'open' | 'noted' = 'open') =>
	(await call(tracing.platform, listCalls, caller, { state })).calls;
const ofPerson = async (personId: string, state: 'open' | 'noted' = 'open') =>
	(await list(tracing.officer, state)).filter(({ person }) => person === personId);

test('officers of the area see whom to call, masked; officers of elsewhere do not', async () => {
	const { personId } = await addCall();

	expect(await ofPerson(personId)).toMatchObject([
		{ maskedName: 'Lê Thị *** (0901 234 ***)', reason: 'no-answer', text },
	]);
	expect(await list(tracing.strangeOfficer)).toEqual([]);
});

test('a whole name is read for a purpose the person reads, until the outcome is noted', async () => {
	const { platform, officer, strangeOfficer } = tracing;
	const { personId } = await addCall();
	const callId = (await ofPerson(personId))[0]!.callId;
	const reveal = { callId, purpose: 'Gọi báo cảnh báo' };

	const revealed = await call(platform, revealPerson, officer, reveal);
	await call(platform, noteCall, officer, { callId, outcome: 'told', note: 'Sẽ ở nhà' });

	expect(revealed).toMatchObject({ fullName: 'Lê Thị Ước', phone: '+84901234567' });
	expect(await listLooks(platform, personId)).toContainEqual(
		expect.objectContaining({ operation: 'calls.reveal-person', purpose: reveal.purpose }),
	);
	await expect(call(platform, revealPerson, officer, reveal)).rejects.toMatchObject({ code: 'already-ended' });
	await expect(call(platform, noteCall, officer, { callId, outcome: 'told' })).rejects.toMatchObject({
		code: 'already-ended',
	});
	await expect(call(platform, revealPerson, strangeOfficer, reveal)).rejects.toMatchObject({ code: 'not-allowed' });
});

test('a person stands on the list once for each matter, and again when it fails after a call', async () => {
	const { personId, add } = await addCall();
	await add();
	const [only, ...more] = await ofPerson(personId);
	await call(tracing.platform, noteCall, tracing.officer, { callId: only!.callId, outcome: 'no-answer' });
	expect(await ofPerson(personId, 'noted')).toMatchObject([{ outcome: 'no-answer' }]);

	await add();

	expect(more).toEqual([]);
	expect(await ofPerson(personId)).toHaveLength(1);
});

test('what does not hold any more is not told by phone either', async () => {
	const { personId, sourceId } = await addCall();

	await withdrawCalls(tracing.platform.db, sourceId);

	expect(await ofPerson(personId)).toEqual([]);
});
