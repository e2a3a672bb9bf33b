import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addAlias, endAlias, forgetAliases } from '#identity';
import { listDue } from '#monitoring';
import { newId } from '#platform/ids';
import { addDeclared } from '#test/people';
import { openWatch, report, stateOf, tallyFaults, type Watch } from '#test/watch';

let watch: Watch;
let phones = 0;
let person: Awaited<ReturnType<typeof addDeclared>>;

beforeAll(async () => void (watch = await openWatch()));
afterAll(() => watch.platform.close());
beforeEach(async () => {
	person = await addDeclared(watch.platform, `+8490776${String(++phones).padStart(4, '0')}`);
});

/** Somebody else's record turns out to be the person's; gives what parts them. */
async function merge(gone: string): Promise<() => Promise<void>> {
	const { platform } = watch;
	const [mergeId, now] = [newId(), platform.clock.now()];
	await addAlias(platform.db, { personId: gone, staysId: person.personId, mergeId, now });
	forgetAliases(platform);
	return async () => {
		await endAlias(platform.db, mergeId, now);
		forgetAliases(platform);
	};
}

test('whoever is known under two ids reports once for the duties of both, and is asked once', async () => {
	const { platform } = watch;
	const card = await addDeclared(platform, `+8490776${String(++phones).padStart(4, '0')}`);
	for (const id of [person.personId, card.personId]) await watch.watch(id);
	await watch.watch(card.personId, { kind: 'contact' });
	const part = await merge(card.personId);

	expect(await listDue(platform.db, { persons: [card.personId, person.personId] }, platform.clock.now())).toHaveLength(
		1,
	);
	const answers = await report(platform, await person.caller(), [person.personId], { signs: ['cough'] });

	expect(answers).toMatchObject([{ person: person.personId, outcome: 'recorded', level: 'red' }]);
	expect(await stateOf(platform, person.personId)).toEqual(['symptomatic']);
	expect(await stateOf(platform, card.personId)).toEqual(['symptomatic']);
	expect(await tallyFaults(platform)).toEqual([]);
	await part();
});

test('a duty begun under the id that went is met by the one that stayed, and a mistake names the report', async () => {
	const { platform } = watch;
	const card = await addDeclared(platform, `+8490776${String(++phones).padStart(4, '0')}`);
	await watch.watch(card.personId);
	const part = await merge(card.personId);
	const caller = await person.caller();

	await expect(report(platform, caller, [person.personId], { signs: ['none', 'cough'] })).rejects.toMatchObject({
		options: { field: 'reports.0.answers.signs' },
	});
	expect(await report(platform, caller, [person.personId])).toMatchObject([
		{ person: person.personId, outcome: 'recorded' },
	]);
	expect(await stateOf(platform, card.personId)).toEqual(['asymptomatic']);
	await part();
});
