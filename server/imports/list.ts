import Type from 'typebox';
import { officer, officerRanges } from '#identity';
import { operation } from '#platform/operation';
import { Import, toImports } from './import.ts';
import { selectImports } from './queries.ts';

const rowsMax = 20;
const idMax = '9223372036854775807';

export const list = operation({
	name: 'imports.list',
	summary: {
		vi: 'Những lần nhập danh sách trong địa bàn phụ trách, mới nhất trước',
		en: 'The imports of the officer’s areas, the newest first',
	},
	who: officer,
	input: Type.Object(
		{
			before: Type.Optional(
				Type.Object(
					{ sentAt: Type.String({ format: 'date-time' }), importId: Type.String({ pattern: '^[0-9]{1,18}$' }) },
					{ additionalProperties: false, description: '`next` of the page before' },
				),
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		imports: Type.Array(Import),
		next: Type.Optional(Type.Object({ sentAt: Type.String(), importId: Type.String() })),
	}),
	personal: 'none',
	run: async ({ db, now, caller }, { before }) => {
		const start = before
			? { sentAt: new Date(before.sentAt), importId: before.importId }
			: { sentAt: new Date(now.getTime() + 1), importId: idMax };
		const found = await db.rows(selectImports(officerRanges(caller.actor), start, rowsMax + 1));
		const imports = await toImports(db, found.slice(0, rowsMax));
		const last = imports.at(-1);
		return {
			imports,
			...(found.length > rowsMax && last ? { next: { sentAt: last.sentAt, importId: last.importId } } : {}),
		};
	},
});
