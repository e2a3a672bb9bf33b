import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEntries, listMyLooks } from '#audit';
import { listInside, listToday } from '#logbook';
import { call } from '#platform/call';
import { newUuid } from '#platform/ids';
import { operations } from '#server/modules';
import type { TestPlatform } from '#test/database';
import {
	addCafe,
	addDeclared,
	administrator,
	anybody,
	declare,
	openVaora,
	type SignedIn,
	signIn,
	staff,
} from '#test/people';
import { checkIn } from '#visits';
import { lookWords } from './look-words.ts';

let platform: TestPlatform;
let manager: SignedIn;
let place: string;

beforeAll(async () => {
	platform = await openVaora();
	manager = await signIn(platform, '+84901000001');
	place = (await addCafe(platform, manager)).placeId;
});
afterAll(() => platform.close());

const visit = async (person: SignedIn & { personId: string }) =>
	call(platform, checkIn, await person.caller(), { id: newUuid(), place, person: person.personId });
const looksOf = async (person: SignedIn, cursor?: string) =>
	call(platform, listMyLooks, await person.caller(), cursor ? { cursor } : {});

describe('a person', () => {
	test('sees that the place they went to looked at its list, in words, and not their own acts', async () => {
		const person = await addDeclared(platform, '+84901000002');
		await visit(person);

		await call(platform, listToday, await manager.caller(), { place });

		const { looks } = await looksOf(person);
		expect(looks).toEqual([
			{
				at: platform.clock.now().toISOString(),
				persons: [person.personId],
				authority: '',
				by: 'account',
				what: lookWords('logbook.list-today'),
				purpose: 'in-out-control',
			},
		]);
	});

	test('sees looks at those they declared for, and nobody else’s', async () => {
		const person = await addDeclared(platform, '+84901000003');
		const child = { ...person, ...(await declare(platform, person, {}, 'other')) };
		await visit(child);
		await call(platform, listInside, await manager.caller(), { place });

		expect((await looksOf(person)).looks.flatMap((look) => look.persons)).toEqual([child.personId]);
		expect((await looksOf(await addDeclared(platform, '+84901000004'))).looks).toEqual([]);
	});

	test('reads all looks page by page, each once', async () => {
		const person = await addDeclared(platform, '+84901000005');
		await visit(person);
		for (let looked = 0; looked < 120; looked++) await call(platform, listInside, await manager.caller(), { place });

		const pages = [];
		let cursor: string | undefined;
		do {
			const page = await looksOf(person, cursor);
			pages.push(page.looks.length);
			cursor = page.nextCursor;
		} while (cursor);

		expect(pages).toEqual([50, 50, 20]);
	});

	test('may not read the log of the installation', async () => {
		const person = await signIn(platform, '+84901000006');

		await expect(call(platform, listEntries, await person.caller(), {})).rejects.toMatchObject({ code: 'not-allowed' });
		await expect(call(platform, listEntries, staff('CDC', { name: 'health-officer' }), {})).rejects.toMatchObject({
			code: 'not-allowed',
		});
		await expect(call(platform, listMyLooks, anybody, {})).rejects.toMatchObject({ code: 'not-signed-in' });
		await expect(call(platform, listMyLooks, administrator, {})).rejects.toMatchObject({ code: 'not-allowed' });
	});
});

test('an administrator reads every entry page by page, refused attempts too, each once', async () => {
	platform.clock.set('2026-11-24T09:00:00+07:00');
	const seen: string[] = [];
	let cursor: string | undefined;
	for (let pages = 0; pages < 20; pages++) {
		const page = await call(platform, listEntries, administrator, cursor ? { cursor } : {});
		seen.push(...page.entries.map((entry) => `${entry.operation} ${entry.outcome}`));
		cursor = page.nextCursor;
		if (!cursor) break;
	}

	expect(seen.filter((one) => one === 'logbook.list-inside done')).toHaveLength(121);
	expect(seen).toContain('audit.list-entries refused');
	expect(seen).toContain('visits.check-in done');
});

test('every kind of look at somebody else’s data has words of its own', () => {
	const reading = [...operations.values()].filter(({ name, personal, who }) => {
		const isOwn = /^(the person|a person signed in by phone|anyone)$/.test(who.words);
		// Those about nobody who could be told of it: the log itself, a place's controllers, a rule.
		return (
			personal !== 'records' &&
			personal !== 'none' &&
			!isOwn &&
			!/^(audit|places|identity|zones|diseases|outbreaks|risk)\.|\.(set-clock|set-template|open-site|get-numbers)$/.test(
				name,
			)
		);
	});

	const wordless = reading.map(({ name }) => name).filter((name) => lookWords(name).vi.includes(name));
	expect(wordless).toEqual([]);
});

test.each([
	'visits.list-today',
	'visits.list-inside',
	'visits.list-log',
	'visits.search-log',
	'visits.list-not-left',
	'visits.list-passengers',
	'visits.export-log',
	'endings.make-certificate',
	'endings.revoke-certificate',
] as const)('what was done as %s, before it was of a module of its own, keeps its words', (former) => {
	expect(operations.has(former)).toBe(false);
	expect(lookWords(former).vi).not.toContain(former);
	const now = former.replace('visits.', 'logbook.').replace('endings.', 'certificates.');
	expect(operations.has(now)).toBe(true);
	expect(lookWords(former)).toEqual(lookWords(now));
});
