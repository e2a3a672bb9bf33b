import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { type Exporting, fetchExport, openExporting } from '#test/exporting';
import { addCase, addPerson, later } from '#test/tracing';
import { cancel } from './cancel.ts';
import { decide } from './decide.ts';
import { get } from './get.ts';
import { getPart } from './get-part.ts';
import { list } from './list.ts';
import { order } from './order.ts';
import { writeExport } from './write-export.ts';

let tracing: Exporting;
let caseId: string;
beforeAll(async () => {
	tracing = await openExporting();
	({ caseId } = tracing);
});
afterAll(() => tracing.platform.close());

const purpose = 'Báo cáo Sở Y tế';
const rowsOf = (csv: Buffer): string[][] => parse(csv, { bom: true });

describe('more people than one officer may take away', () => {
	let last = 0;
	const addMany = async () => {
		const { platform } = tracing;
		const before = last;
		last += 51;
		const many = await addCase(tracing, await addPerson(platform, { fullName: `Đỗ Quang Hải ${last}` }));
		await platform.db.run(sql`insert into contacts.contact (contact_id, case_id, person_id, level, origin,
			last_exposed_at, state, found_at)
			select 8000000000000000000 + n, ${many}, n, 1, 'visit', ${platform.clock.now()}, 'found', ${platform.clock.now()}
			from generate_series(${before + 1}::bigint, ${last}::bigint) n`);
		return many;
	};

	test('wait for a second officer, who is not the first', async () => {
		const { platform, officer, nationalOfficer, wardOfficer, strangeOfficer } = tracing;
		const many = await addMany();
		const asked = {
			subject: 'contacts' as const,
			format: 'csv' as const,
			names: 'masked' as const,
			purpose,
			caseId: many,
		};

		const ordered = await call(platform, order, officer, asked);
		await writeExport(platform, ordered.exportId);

		expect(ordered).toMatchObject({ state: 'to-approve', rowsExpected: 51 });
		const { exportId } = ordered;
		await expect(call(platform, decide, officer, { exportId, isApproved: true })).rejects.toMatchObject({
			code: 'second-officer-needed',
		});
		await expect(call(platform, decide, strangeOfficer, { exportId, isApproved: true })).rejects.toMatchObject({
			code: 'not-allowed',
		});
		expect((await call(platform, list, wardOfficer, {})).toApprove).toMatchObject([{ exportId }]);
		expect(await call(platform, decide, nationalOfficer, { exportId, isApproved: true })).toMatchObject({
			...{ state: 'waiting', approvedBy: 'Bộ Y tế' },
		});
		await writeExport(platform, exportId);
		const { first, manifest } = await fetchExport(platform, officer, exportId);
		expect(rowsOf(first)).toHaveLength(52);
		expect(manifest.approvedBy).toBe('Bộ Y tế');
		await expect(call(platform, getPart, nationalOfficer, { exportId, part: 1 })).rejects.toMatchObject({
			code: 'not-allowed',
		});
	});

	test('wait a day and not a moment longer', async () => {
		const { platform, officer, nationalOfficer } = tracing;
		const asked = {
			...{ subject: 'contacts' as const, format: 'csv' as const, names: 'masked' as const, purpose },
			caseId: await addMany(),
		};
		const [inTime, late] = [await call(platform, order, officer, asked), await call(platform, order, officer, asked)];
		const decided = ({ exportId }: { exportId: string }) =>
			call(platform, decide, nationalOfficer, { exportId, isApproved: true });

		later(platform, 86_400 - 1);
		expect(await decided(inTime)).toMatchObject({ state: 'waiting' });
		later(platform, 1);
		await expect(decided(late)).rejects.toMatchObject({ code: 'already-ended' });
	});

	test('refused or stopped, there is no file', async () => {
		const { platform, officer, nationalOfficer } = tracing;
		const many = await addMany();
		const asked = {
			subject: 'contacts' as const,
			format: 'csv' as const,
			names: 'masked' as const,
			purpose,
			caseId: many,
		};
		const [first, second] = [await call(platform, order, officer, asked), await call(platform, order, officer, asked)];

		await call(platform, decide, nationalOfficer, { exportId: first.exportId, isApproved: false });
		await call(platform, cancel, officer, { exportId: second.exportId });

		for (const [{ exportId }, state] of [
			[first, 'refused'],
			[second, 'cancelled'],
		] as const) {
			await writeExport(platform, exportId);
			expect(await call(platform, get, officer, { exportId })).toMatchObject({ state, parts: 0 });
			await expect(call(platform, decide, nationalOfficer, { exportId, isApproved: true })).rejects.toMatchObject({
				code: 'already-ended',
			});
		}
	});
});

test('nobody takes away who met a case that no laboratory and no clinician found', async () => {
	const { platform, officer } = tracing;
	const suspected = await addCase(tracing, await addPerson(platform, { fullName: 'Lê Văn Ngờ' }), {
		...{ onsetOn: '2026-11-20', isSuspected: true },
	});
	const asked = { subject: 'contacts' as const, format: 'csv' as const, names: 'masked' as const, purpose };

	await expect(call(platform, order, officer, { ...asked, caseId: suspected })).rejects.toMatchObject({
		code: 'case-without-grounds',
	});
});

test.each(['strangeOfficer', 'analyst', 'administrator'] as const)('%s takes no case away', async (who) => {
	await expect(
		call(tracing.platform, order, tracing[who], { subject: 'cases', format: 'csv', names: 'masked', purpose, caseId }),
	).rejects.toMatchObject({ code: 'not-allowed' });
});
