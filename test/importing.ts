import { get, getColumns, imports, mapColumns, start, upload } from '#imports';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import { sql } from '#platform/sql';
import { writeCsv } from '#shared/text/csv';
import { fold } from '#shared/text/vietnamese';
import { openTracing, type Tracing } from './tracing.ts';

/** Of the line lists in tests. */
export const caseHeadings = [
	'Mã ca',
	'Họ và tên',
	'Giới tính',
	'Năm sinh',
	'Điện thoại',
	'Ngày khởi phát',
	'Phân loại',
	'Nguồn lây',
];
export const caseRow = (id: string, change: Record<number, string> = {}) =>
	Object.assign([id, `Nguyễn Văn ${id}`, 'Nam', '1987', '', '20/11/2026', 'Xác định', ''], change);
export const caseList = (...rows: string[][]) => writeCsv([caseHeadings, ...rows]);

interface Sent {
	kind: 'cases' | 'contacts' | 'links' | 'tests' | 'follow-ups';
	source: string;
	rule: string;
	content: Buffer | string;
	manifest?: string;
	fileName?: string;
}

type Told = Partial<Omit<Parameters<typeof mapColumns.run & {}>[1], 'importId' | 'columns'>> & {
	/** Of columns that are not guessed, by their headings. */
	columns?: Record<string, string | null>;
};

/** An officer of Hà Nội who imports files, on 24 November 2026. */
export async function openImporting(opened?: Tracing) {
	const tracing = opened ?? (await openTracing());
	const { platform, officer, areas } = tracing;
	const send = (sent: Sent, by: Caller = officer) =>
		call(platform, upload, by, {
			...{ kind: sent.kind, source: sent.source, rule: sent.rule, areaId: areas.haNoi.areaId },
			content: Buffer.from(sent.content).toString('base64'),
			...(sent.manifest === undefined ? {} : { manifest: sent.manifest }),
			...(sent.fileName === undefined ? {} : { fileName: sent.fileName }),
		});
	const columnsOf = (importId: string, by: Caller = officer) => call(platform, getColumns, by, { importId });
	async function map(importId: string, { columns: named = {}, ...told }: Told = {}) {
		const { columns } = await columnsOf(importId);
		const fields = columns.map(({ heading, field }) => (Object.hasOwn(named, heading) ? named[heading]! : field));
		return call(platform, mapColumns, officer, { importId, columns: fields, ...told });
	}
	const run = (name: string, payload?: unknown) =>
		imports.jobs!.find((job) => job.name === `imports.${name}`)!.run(platform, platform.clock.now(), payload);
	async function begin(importId: string) {
		await call(platform, start, officer, { importId, faultyRows: 'leave-out' });
		await run('add-rows', { importId });
		return call(platform, get, officer, { importId });
	}
	return {
		...tracing,
		...{ send, columnsOf, map, run, begin },
		/** All of it: sent, its columns as they are guessed, added. */
		async import({ kind, source, rule, content, ...told }: Sent & Told) {
			const { importId } = await send({ kind, source, rule, content });
			await map(importId, told);
			return begin(importId);
		},
		/** The case an id of a source is. */
		async caseOf(source: string, id: string): Promise<string> {
			const hash = platform.keys.hash('imported id', `${areas.haNoi.path}\n${fold(source)}\n${id}`);
			const known = sql<{ case_id: string }>`select case_id from imports.known where external_hash = ${hash}`;
			return (await platform.db.one(known)).case_id;
		},
	};
}
export type Importing = Awaited<ReturnType<typeof openImporting>>;
