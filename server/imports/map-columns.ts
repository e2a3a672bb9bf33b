import Type, { type Static } from 'typebox';
import { officerRanges } from '#identity';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { blocksOf } from './blocks.ts';
import { checkFile } from './check-file.ts';
import { type Field, fieldsOf, requiredOf } from './file/fields.ts';
import type { Kind } from './file/kinds.ts';
import type { FileColumn, Mapping } from './file/mapping.ts';
import { type ChoiceField, choicesOf, isChoiceField, meaningKey } from './file/meanings.ts';
import { holdImport, Import, officerOfImport, toImports } from './import.ts';
import { selectImport, updateChecked } from './queries.ts';
import { deleteFaults, insertFaults } from './queries-rows.ts';
import { readHabit, rememberHabit } from './remembered.ts';

const Input = Type.Object(
	{
		importId: Id,
		columns: Type.Array(Type.Union([Type.String({ pattern: '^[A-Za-z]{2,30}$' }), Type.Null()]), {
			maxItems: 250,
			description: 'What each column of the file is, in its order; null leaves one out',
		}),
		dayOrder: Type.Optional(
			Type.Union([Type.Literal('day-first'), Type.Literal('month-first')], {
				description: 'How 03/04/2026 is read where no day of the column tells; day first unless told',
			}),
		),
		words: Type.Optional(
			Type.Array(
				Type.Object(
					{
						field: Type.String({ pattern: '^[A-Za-z]{2,30}$' }),
						word: Type.String({ minLength: 1, maxLength: 200 }),
						means: Type.String({ pattern: '^[a-z-]{0,30}$', description: 'Empty: leave the cell empty' }),
					},
					{ additionalProperties: false },
				),
				{ maxItems: 200, description: 'What words of the file mean that nobody knew' },
			),
		),
		classification: Type.Optional(
			Type.Union([Type.Literal('suspected'), Type.Literal('probable'), Type.Literal('confirmed')], {
				description: 'Of cases whose row does not say; suspected unless told',
			}),
		),
		certainty: Type.Optional(
			Type.Union([Type.Literal('possible'), Type.Literal('probable'), Type.Literal('confirmed')], {
				description: 'Of links whose row does not say; probable unless told',
			}),
		),
		contactOn: Type.Optional(
			Type.String({ format: 'date', description: 'When they met, for contacts whose row does not say' }),
		),
	},
	{ additionalProperties: false },
);

export const mapColumns = operation({
	name: 'imports.map-columns',
	summary: {
		vi: 'Cho biết mỗi cột của tệp là gì rồi kiểm tra từng ô; chưa ghi gì, và có thể làm lại',
		en: 'Says what each column of the file is and checks every cell; adds nothing, and may be done again',
	},
	who: officerOfImport,
	input: Input,
	output: Import,
	personal: 'records',
	run: async ({ db, now, caller, platform: { keys } }, { importId, ...given }) => {
		const row = await holdImport(db, importId);
		if (row.state !== 'read' && row.state !== 'checked') throw new Problem('conflict');
		const columns: FileColumn[] = JSON.parse(keys.decrypt(row.columns_sealed));
		const today = dayOf(now);
		const officer = actorId(caller.actor);
		const habit = await readHabit(db, officer, row.kind);
		const mapping = readMapping(row.kind, columns, given, today, habit.meanings);
		const reach = officerRanges(caller.actor);
		const file = await checkFile({ db, keys, reach }, row, { kind: row.kind, columns, mapping, today });
		const faulty = [...file.faultsOf].map(([number, { block, faults }]) => ({ number, block, faults }));
		await db.run(deleteFaults(importId));
		for (const statement of insertFaults(importId, faulty)) await db.run(statement);
		const findings = { words: [...file.unknownWords.values()], days: Object.fromEntries(file.days) };
		await db.run(
			updateChecked({
				...{ importId, mapping, findingsSealed: keys.encrypt(JSON.stringify(findings)), now },
				...{ good: file.rows - faulty.length, faulty: faulty.length },
				steps: blocksOf(row.rows_total) * (hasLinks(row.kind, mapping) ? 2 : 1),
			}),
		);
		if (officer) await rememberHabit(db, officer, row.kind, columns, mapping);
		return (await toImports(db, [await db.one(selectImport(importId))]))[0]!;
	},
});

/** Whether rows of cases say who infected them: links are added when all the cases are there. */
export const hasLinks = (kind: Kind, { columns }: Mapping): boolean =>
	kind === 'cases' && columns.includes('infectorId');

type Given = Omit<Static<typeof Input>, 'importId'>;

function readMapping(
	kind: Kind,
	file: readonly FileColumn[],
	given: Given,
	today: string,
	remembered: Mapping['meanings'],
): Mapping {
	const refuse = (field: string): never => {
		throw new Problem('invalid-input', { field });
	};
	if (given.columns.length !== file.length) refuse('columns');
	const allowed = new Set<string>(fieldsOf[kind]);
	const seen = new Set<string>();
	for (const [at, field] of given.columns.entries()) {
		if (field === null) continue;
		if (!allowed.has(field)) refuse(`columns.${at}`);
		if (seen.has(field)) throw new Problem('column-twice', { field: `columns.${at}` });
		seen.add(field);
	}
	const missing = requiredOf[kind].filter((any) => !any.some((field) => seen.has(field)));
	if (missing.length) throw new Problem('columns-unmapped', { field: 'columns' });
	if (kind === 'contacts' && !seen.has('contactOn') && !given.contactOn) refuse('contactOn');
	if (given.contactOn && given.contactOn > today) refuse('contactOn');
	const meanings = structuredClone(remembered);
	for (const [index, { field, word, means }] of (given.words ?? []).entries()) {
		if (!isChoiceField(field) || (means && !Object.hasOwn(choicesOf(field), means))) refuse(`words.${index}.means`);
		const words = (meanings[field as ChoiceField] ??= {});
		words[meaningKey(word)] = means;
	}
	return {
		...{ columns: given.columns as (Field | null)[], dayOrder: given.dayOrder ?? 'day-first', meanings },
		...{ classification: given.classification ?? 'suspected', certainty: given.certainty ?? 'probable' },
		...(given.contactOn ? { contactOn: given.contactOn } : {}),
	};
}
