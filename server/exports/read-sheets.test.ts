import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { type Exporting, openExporting } from '#test/exporting';
import { listLooks } from '#test/tracing';
import { readSheets } from './read-sheets.ts';

let tracing: Exporting;
let met: string;
let caseId: string;
beforeAll(async () => {
	tracing = await openExporting();
	({ met, caseId } = tracing);
});
afterAll(() => tracing.platform.close());

const purpose = 'Báo cáo Sở Y tế';

describe('an investigation form', () => {
	const print = async (names: 'masked' | 'revealed') => {
		const { platform, officer } = tracing;
		const found = sql<{ contact_id: string }>`select contact_id from contacts.contact where person_id = ${met}`;
		const { contact_id } = await platform.db.one(found);
		return call(platform, readSheets, officer, { caseId, contactIds: [contact_id], names, purpose });
	};

	test('is filled in with what is known of a contact and where they met the case', async () => {
		const { sheets } = await print('revealed');

		expect(sheets).toMatchObject([
			{
				...{ name: 'Ưng Hoàng Phúc Đức', born: '1980', phone: '0987 654 321', level: 1, minutes: 70 },
				places: [{ name: 'Chợ Long Biên', minutes: 70 }],
			},
		]);
		expect(await listLooks(tracing.platform, met)).toContainEqual({
			...{ operation: 'exports.read-sheets', purpose, case_id: caseId },
		});
	});

	test('tells of a masked one neither phone nor street', async () => {
		const { sheets } = await print('masked');

		expect(sheets).toMatchObject([{ name: 'Ưng Hoàng Phúc *** (0987 654 ***)', born: '45–59' }]);
		// A random id may hold any digits.
		expect(JSON.stringify({ ...sheets[0], contactId: '' })).not.toMatch(/Đức|Đội Cấn|1980|654321/);
	});

	test('is not printed for more people than one officer may take away', async () => {
		const { platform, officer } = tracing;
		const contactIds = Array.from({ length: 51 }, (_, index) => String(index + 1));

		await expect(
			call(platform, readSheets, officer, { caseId, contactIds, names: 'masked', purpose }),
		).rejects.toMatchObject({ code: 'approval-needed' });
	});
});
