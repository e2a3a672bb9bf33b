import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { system } from '#platform/who';
import { dayOf } from '#shared/language';
import { addCaseRows } from './add-cases.ts';
import { addContactRows } from './add-contacts.ts';
import { addFollowUpRows } from './add-follow-ups.ts';
import { addLinkRows } from './add-links.ts';
import { addTestRows } from './add-tests.ts';
import type { Add } from './adding.ts';
import { blocksOf, readBlock, rowsAtOnce } from './blocks.ts';
import type { Kind } from './file/kinds.ts';
import type { FileColumn } from './file/mapping.ts';
import { readRow } from './file/read-row.ts';
import { scopeOf } from './known.ts';
import { lockImport, moveImport, setState } from './queries.ts';
import { insertFaults, lockSource, selectFaultsOfBlock } from './queries-rows.ts';

const addOf: Record<Kind, Add> = {
	...{ cases: addCaseRows, contacts: addContactRows, links: addLinkRows, tests: addTestRows },
	'follow-ups': addFollowUpRows,
};

export const addBlock = operation({
	name: 'imports.add-block',
	summary: {
		vi: 'Ghi vài trăm dòng tiếp theo của một tệp đang nhập, cùng lúc với việc đã tới đâu',
		en: 'Adds the next few hundred rows of an import, in one transaction with how far it is',
	},
	who: system,
	input: Type.Object({ importId: Id }, { additionalProperties: false }),
	output: Type.Object({ isLeft: Type.Boolean() }),
	personal: 'changes',
	purpose: () => 'Nhập danh sách từ tệp · Importing a list from a file',
	run: async ({ db, now, platform: { keys }, about }, { importId }) => {
		const row = await db.find(lockImport(importId));
		if (row?.state !== 'running' || !row.mapping) return { isLeft: false };
		if (row.steps_done >= row.steps_total) {
			await db.run(setState(importId, 'done', now));
			return { isLeft: false };
		}
		const blocks = blocksOf(row.rows_total);
		const isSecondTime = row.steps_done >= blocks;
		const block = row.steps_done % blocks;
		const scope = scopeOf(row);
		await db.rows(lockSource(scope));
		const faulty = await db.rows(selectFaultsOfBlock(importId, block, rowsAtOnce));
		const isFaulty = new Set(faulty.map(({ number }) => number));
		const columns: FileColumn[] = JSON.parse(keys.decrypt(row.columns_sealed));
		const today = dayOf(now);
		const reader = { kind: row.kind, columns, mapping: row.mapping, today };
		const entries = (await readBlock(db, keys, importId, block))
			.filter(({ number }) => !isFaulty.has(number))
			.map((one) => readRow(one, reader).entry);
		const add = isSecondTime ? addLinkRows : addOf[row.kind];
		const done = await add({ db, keys, now, row, mapping: row.mapping, scope, today }, entries);
		about(...done.persons);
		const refused = done.refused.map((number) => ({ number, block, faults: [{ fault: 'no-longer-valid' as const }] }));
		for (const statement of insertFaults(importId, refused, 'on conflict do nothing')) await db.run(statement);
		await db.run(
			moveImport({
				...{ importId, steps: row.steps_done + 1, links: done.links, refused: refused.length, now },
				added: isSecondTime ? 0 : done.added,
				known: isSecondTime ? 0 : done.known,
			}),
		);
		return { isLeft: true };
	},
});
