import { afterAll, beforeAll, expect, test } from 'vitest';
import { getCase } from '#cases';
import { call } from '#platform/call';
import { type Exporting, openExporting, takeExport } from '#test/exporting';
import { type Importing, openImporting } from '#test/importing';

let from: Exporting;
let to: Importing;
beforeAll(async () => {
	[from, to] = [await openExporting(), await openImporting()];
});
afterAll(() => Promise.all([from.platform.close(), to.platform.close()]));

const take = (subject: 'cases' | 'contacts', format: 'csv' | 'xlsx' | 'go-data') =>
	takeExport(from.platform, from.officer, {
		...{ subject, format, names: 'masked', purpose: 'Chuyển cho CDC khác', caseId: from.caseId },
	});

test.each(['csv', 'xlsx', 'go-data'] as const)(
	'a case one installation exports as %s, another takes',
	async (format) => {
		const given = { source: `Vaora ${format}`, rule: 'qd-5053' };
		const { zip } = await take('cases', format);

		const done = await to.import({ kind: 'cases', ...given, content: zip });

		expect(done.rows).toMatchObject({ total: 1, good: 1, added: 1 });
		const sent = await call(from.platform, getCase, from.officer, { caseId: from.caseId });
		const taken = await call(to.platform, getCase, to.officer, { caseId: await to.caseOf(given.source, sent.number!) });
		expect(taken).toMatchObject({ classification: sent.classification, onsetOn: sent.onsetOn });
	},
);

test('its contacts follow, by Go.Data’s layout', async () => {
	const { zip } = await take('contacts', 'go-data');

	const done = await to.import({ kind: 'contacts', source: 'Vaora go-data', rule: 'qd-5053', content: zip });

	expect(done.rows).toMatchObject({ good: 1, added: 1 });
});

test('an export with other rows than its manifest says is not taken', async () => {
	const { first, manifest } = await take('cases', 'go-data');
	const sent = { kind: 'cases' as const, source: 'Vaora', rule: 'qd-5053', fileName: manifest.files[0].file };
	const more = `${first.toString()}HN-1\r\n`;

	await expect(to.send({ ...sent, content: more, manifest: JSON.stringify(manifest) })).rejects.toMatchObject({
		code: 'sheet-rows-missing',
	});
});
