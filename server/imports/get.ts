import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { getImportRow, Import, officerOfImport, toImports } from './import.ts';

export const get = operation({
	name: 'imports.get',
	summary: { vi: 'Một lần nhập danh sách đã tới đâu', en: 'How far an import is' },
	who: officerOfImport,
	input: Type.Object({ importId: Id }, { additionalProperties: false }),
	output: Import,
	personal: 'none',
	run: async ({ db }, { importId }) => (await toImports(db, [await getImportRow(db, importId)]))[0]!,
});
