import { afterAll, beforeAll, expect, test } from 'vitest';
import { getCase, listCases } from '#cases';
import { listRecorded } from '#contacts';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { writeGoData } from '#test/go-data';
import { type Importing, openImporting } from '#test/importing';

let door: Importing;
beforeAll(async () => {
	door = await openImporting();
});
afterAll(() => door.platform.close());

test('Go.Data’s cases, contacts, tests and follow-ups come in by their paths, once however often they are sent', async () => {
	const files = writeGoData(40);
	const given = { source: 'Go.Data', rule: 'qd-5053' };
	for (const expected of [
		{ cases: { added: 40, known: 0 }, contacts: { added: 80 }, tests: { added: 40 }, followUps: { added: 160 } },
		{ cases: { added: 0, known: 40 }, contacts: { added: 0 }, tests: { added: 0 }, followUps: { added: 0 } },
	]) {
		const all = { total: 40, good: 40, refused: 0 };
		const cases = await door.import({ kind: 'cases', ...given, content: files.cases });
		expect(cases.rows).toMatchObject({ ...all, ...expected.cases });
		const contacts = await door.import({ kind: 'contacts', ...given, content: files.contacts });
		expect(contacts.rows).toMatchObject({ good: 80, ...expected.contacts });
		expect((await door.import({ kind: 'tests', ...given, content: files.tests })).rows).toMatchObject(expected.tests);
		const followUps = await door.import({ kind: 'follow-ups', ...given, content: files.followUps });
		expect(followUps.rows).toMatchObject({ good: 240, ...expected.followUps });
	}

	const { cases } = await call(door.platform, listCases, door.officer, {
		disease: 'covid-19',
		state: 'closed',
		limit: 100,
	});
	expect(cases.filter(({ classification }) => classification === 'discarded')).toHaveLength(10);

	// A positive test of the laboratory gives its case grounds; without one nobody learns whom it met.
	const [positive, negative] = [await door.caseOf('Go.Data', 'case-3'), await door.caseOf('Go.Data', 'case-2')];
	const contacts = await call(door.platform, listRecorded, door.officer, { caseId: positive });
	expect(contacts.contacts).toHaveLength(2);
	expect(contacts.contacts[0]).toMatchObject({ origin: 'import', state: 'found', level: 1 });
	expect(contacts.contacts[0]!.maskedName).toMatch(/^Nguyễn Văn \*\*\*/);
	await expect(call(door.platform, listRecorded, door.officer, { caseId: negative })).rejects.toMatchObject({
		code: 'case-without-grounds',
	});

	const head = await call(door.platform, getCase, door.officer, { caseId: await door.caseOf('Go.Data', 'case-5') });
	expect(head).toMatchObject({ outcome: 'recovered', outcomeOn: '2026-11-22', onsetOn: '2026-11-15' });
	const attempts = await door.platform.db.rows(sql<{ outcome: string; tries: number }>`
		select outcome, count(*)::integer as tries from monitoring.contact_attempt group by outcome order by outcome`);
	expect(attempts).toEqual([
		{ outcome: 'no-answer', tries: 40 },
		{ outcome: 'visited', tries: 120 },
	]);
});
