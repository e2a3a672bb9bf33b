import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getChain, getNumbers } from '#chains';
import { listCases } from '#cases';
import { call } from '#platform/call';
import { writeCsv } from '#shared/text/csv';
import { type Importing, openImporting } from '#test/importing';
import { hasSharedData, readSharedJson, sharedData } from '#test/shared-data';

let door: Importing;
beforeAll(async () => {
	door = await openImporting();
});
afterAll(() => door.platform.close());

const read = (name: string) => readFileSync(sharedData(`outbreaks-r/${name}`));
const withR = test.skipIf(!hasSharedData('outbreaks-r'));

const numbersOf = (disease: string, from: string, until: string) =>
	call(door.platform, getNumbers, door.officer, { disease, from, until });

/** How many of a chain's cases each infected, the most first. */
async function chainOf(caseId: string) {
	const chain = await call(door.platform, getChain, door.officer, { caseId });
	return {
		...chain,
		infected: chain.nodes.map((node) => node.infected).sort((one, other) => other - one),
		generations: Math.max(...chain.nodes.map((node) => node.generation)),
	};
}

withR('MERS in Korea 2015: 162 cases and 98 links, out-degrees 38, 26, 21; sent again it adds nothing', async () => {
	const given = { source: 'KCDC', rule: 'mers-who', classification: 'confirmed' as const };
	const cases = await door.import({ kind: 'cases', ...given, content: read('mers_korea_2015__linelist.csv') });
	const links = await door.import({ kind: 'links', ...given, content: read('mers_korea_2015__contacts.csv') });

	expect(cases.rows).toMatchObject({ total: 162, good: 162, faulty: 0, added: 162, known: 0 });
	expect(links.rows).toMatchObject({ total: 98, good: 98, added: 98 });
	const chain = await chainOf(await door.caseOf('KCDC', 'SK_14'));
	expect(chain.infected.slice(0, 3)).toEqual([38, 26, 21]);
	expect(chain.links).toHaveLength(98);
	expect((await numbersOf('mers', '2015-04-01', '2015-12-31')).links).toBe(98);

	const again = await door.import({ kind: 'cases', ...given, content: read('mers_korea_2015__linelist.csv') });
	const linksAgain = await door.import({ kind: 'links', ...given, content: read('mers_korea_2015__contacts.csv') });
	expect([again.rows, linksAgain.rows]).toMatchObject([
		{ added: 0, known: 162 },
		{ added: 0, known: 98 },
	]);
	const listed = await call(door.platform, listCases, door.officer, { disease: 'mers', limit: 1 });
	expect(listed.cases).toHaveLength(1);
});
