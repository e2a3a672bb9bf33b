import type { Static } from 'typebox';
import { getExport, getExportPart, orderExport, writeExport } from '#exports';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { TestPlatform } from './database.ts';
import { unzip } from './unzip.ts';

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
