import Type from 'typebox';
import { findArea } from '#areas';
import { getContactRule, RuleName } from '#diseases';
import { actorId } from '#platform/actor';
import type { Db } from '#platform/db';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { readApart } from '#platform/table/read-apart';
import { role } from '#platform/who';
import { normalise } from '#shared/text/vietnamese';
import { sealBlocks } from './blocks.ts';
import { Kind } from './file/kinds.ts';
import { readManifest } from './file/manifest.ts';
import type { Table, TableReading } from './file/read-table.ts';
import { insertImport } from './queries.ts';
import { insertBlocks } from './queries-rows.ts';

export const megabytesMax = 20;
export const fileBytesMax = megabytesMax * 1024 * 1024;
const threadFile = new URL('./file/table-thread.ts', import.meta.url);

export const upload = operation({
	name: 'imports.upload',
	summary: {
		vi: 'Gửi một tệp CSV, XLSX hoặc ZIP từ hệ thống khác; chưa ghi gì, bước sau cho biết mỗi cột là gì',
		en: 'Sends a CSV, XLSX or ZIP file of another system; adds nothing yet, next is told what each column is',
	},
	who: role(['health-officer'], async ({ areaId }: { areaId: number }, db: Db) => ({
		area: (await findArea(db, areaId))?.path,
	})),
	input: Type.Object(
		{
			kind: Kind,
			areaId: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Who leads what the file holds' }),
			source: Type.String({
				minLength: 2,
				maxLength: 60,
				description: 'The system or office it is from; the same id of the same source is the same person',
			}),
			rule: RuleName,
			content: Type.String({ maxLength: (fileBytesMax / 3) * 4 + 8, description: 'The file in base64' }),
			fileName: Type.Optional(Type.String({ maxLength: 200 })),
			manifest: Type.Optional(
				Type.String({
					maxLength: 65_536,
					description: 'What the export says of the file: {"file", "rows", "sha256"}; refused when it is not so',
				}),
			),
		},
		{ additionalProperties: false },
	),
	bodyBytesMax: fileBytesMax * 1.4,
	output: Type.Object({ importId: Id, rows: Type.Integer() }),
	personal: 'records',
	limits: [{ what: 'person', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 100, seconds: 86_400 } }],
	run: async ({ db, now, caller, platform }, { kind, areaId, rule: name, content, fileName, manifest, ...given }) => {
		const source = normalise(given.source);
		if (source.length < 2) throw new Problem('invalid-input', { field: 'source' });
		const area = await findArea(db, areaId);
		if (!area) throw new Problem('invalid-input', { field: 'areaId' });
		const rule = await getContactRule(db, name, now);
		const table = await readApart<TableReading>(threadFile, Buffer.from(content, 'base64'), {
			...{ megabytesMax, asked: { kind } },
		});
		requireWhole(table, { manifest, fileName });
		const importId = newId();
		await db.run(
			insertImport(
				{
					...{ import_id: importId, kind, source, area_path: area.path, disease: rule.disease, rule: rule.rule },
					sent_by: actorId(caller.actor) ?? null,
					columns_sealed: platform.keys.encrypt(JSON.stringify(table.columns)),
					rows_total: table.rows.length,
				},
				now,
			),
		);
		for (const statement of insertBlocks(importId, sealBlocks(platform.keys, table.rows))) await db.run(statement);
		return { importId, rows: table.rows.length };
	},
});

/**
 * A file that was cut on its way is refused: in 2020 a spreadsheet that ended too early hid 15,841 infections for a week.
 * What it says itself in a last line counts, and what its manifest says, in an archive with it or beside it.
 */
function requireWhole(table: Table, given: { manifest?: string; fileName?: string }): void {
	const requireRows = (expected: number | undefined) => {
		const found = table.rows.length;
		if (expected !== undefined && expected !== found)
			throw new Problem('sheet-rows-missing', { field: 'file', values: { expected, found } });
	};
	requireRows(table.saidRows);
	const beside = given.manifest === undefined ? [] : [{ text: given.manifest, fileName: given.fileName }];
	for (const { text, fileName } of [...(table.manifest ? [table.manifest] : []), ...beside]) {
		const manifest = readManifest(text, fileName);
		if (!manifest) throw new Problem('manifest-unreadable', { field: 'manifest' });
		requireRows(manifest.rows);
		if (manifest.sha256 && manifest.sha256 !== table.sha256) throw new Problem('sheet-changed', { field: 'file' });
	}
}
