import type { Static } from 'typebox';
import { recordFound } from '#contacts';
import { exports, getExport, getExportPart, orderExport, writeExport } from '#exports';
import { forms } from '#forms';
import { monitoring } from '#monitoring';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { TestPlatform } from './database.ts';
import { addCase, addPerson, addVisit, openTracing } from './tracing.ts';
import { unzip } from './unzip.ts';

/** A case and somebody who shared a market with it for 70 minutes. */
export async function openExporting() {
	const tracing = await openTracing();
	const { platform, market, areas, officer } = tracing;
	for (const module of [forms, monitoring, exports]) await module.prepare?.(platform);
	const sick = await addPerson(platform, { fullName: 'Nguyễn Thị Tuyết Mai', birthYear: 1990, gender: 'female' });
	const met = await addPerson(platform, {
		...{ fullName: 'Ưng Hoàng Phúc Đức', phone: '+84987654321', birthYear: 1980, gender: 'male' },
		...{ address: '12 ngõ 5, "Đội Cấn"', areaId: areas.baDinh.areaId },
	});
	const caseId = await addCase(tracing, sick);
	await addVisit(platform, { person: sick, place: market, from: '21 10:00', until: '21 12:00' });
	await addVisit(platform, { person: met, place: market, from: '21 10:05', until: '21 11:15' });
	await call(platform, recordFound, officer, { caseId });
	return { ...tracing, sick, met, caseId };
}
export type Exporting = Awaited<ReturnType<typeof openExporting>>;

type Ordered = Static<typeof orderExport.input>;

/** Orders an export, lets its job run, and gives what its zip holds. */
export async function takeExport(platform: TestPlatform, officer: Caller, ordered: Ordered) {
	const { exportId } = await call(platform, orderExport, officer, ordered);
	await writeExport(platform, exportId);
	return fetchExport(platform, officer, exportId);
}

/** What a finished export holds, by the names of its files without their day and number, and its manifest. */
export async function fetchExport(platform: TestPlatform, officer: Caller, exportId: string) {
	const told = await call(platform, getExport, officer, { exportId });
	const parts: Buffer[] = [];
	for (let part = 1; part <= told.parts; part++) {
		const { base64 } = await call(platform, getExportPart, officer, { exportId, part });
		parts.push(Buffer.from(base64, 'base64'));
	}
	const zip = Buffer.concat(parts);
	const files = unzip(zip);
	const manifest = JSON.parse(files.get('manifest.json')!.toString());
	return { exportId, told, zip, files, manifest, first: [...files.values()][0]! };
}
