import Type, { type Static } from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { columnLetters } from './file/faults.ts';
import { columnOf, fieldsOf } from './file/fields.ts';
import { guessColumns } from './file/guess.ts';
import type { FileColumn, Mapping } from './file/mapping.ts';
import { type ChoiceField, choicesOf, isChoiceField } from './file/meanings.ts';
import { getImportRow, officerOfImport } from './import.ts';
import { readHabit } from './remembered.ts';

const Words = Type.Object({ vi: Type.String(), en: Type.String() });
const Choice = Type.Object({ name: Type.String(), words: Words });
const Day = Type.String({ format: 'date' });

const Output = Type.Object({
	columns: Type.Array(
		Type.Object({
			letters: Type.String({ description: 'As spreadsheets name it: A, B … AA' }),
			heading: Type.String(),
			samples: Type.Array(Type.String(), { description: 'Three of its values at most' }),
			field: Type.Union([Type.String(), Type.Null()], { description: 'What it was told or is guessed to be' }),
			isEitherOrder: Type.Boolean({ description: 'Its days can be read day first or month first' }),
		}),
	),
	fields: Type.Array(Choice),
	words: Type.Array(
		Type.Object({
			...{ field: Type.String(), fieldWords: Words, word: Type.String(), rows: Type.Integer() },
			choices: Type.Array(Choice),
			means: Type.Optional(Type.String()),
		}),
		{ description: 'Words nobody knows the meaning of, or that were given one' },
	),
	days: Type.Array(Type.Object({ words: Words, first: Day, last: Day }), { description: 'What was read of the days' }),
	dayOrder: Type.Union([Type.Literal('day-first'), Type.Literal('month-first')]),
	classification: Type.String(),
	certainty: Type.String(),
	contactOn: Type.Optional(Day),
});

export const getColumns = operation({
	name: 'imports.get-columns',
	summary: {
		vi: 'Các cột của một tệp với ba giá trị mẫu, và mỗi cột được hiểu là gì',
		en: 'The columns of a file with three sample values, and what each is taken for',
	},
	who: officerOfImport,
	input: Type.Object({ importId: Id }, { additionalProperties: false }),
	output: Output,
	personal: 'reads',
	purpose: () => 'Nhập danh sách từ tệp · Importing a list from a file',
	run: async ({ db, caller, platform: { keys } }, { importId }) => {
		const row = await getImportRow(db, importId);
		const columns: FileColumn[] = JSON.parse(keys.decrypt(row.columns_sealed));
		const habit = await readHabit(db, actorId(caller.actor), row.kind);
		const headings = columns.map(({ heading }) => heading);
		const told = row.mapping?.columns ?? guessColumns(row.kind, headings, habit.headings);
		const { mapping, kind } = row;
		return {
			columns: columns.map(({ heading, samples, dayOrder }, at) => ({
				...{ letters: columnLetters(at), heading, samples, field: told[at] ?? null },
				isEitherOrder: dayOrder === 'either',
			})),
			fields: fieldsOf[kind].map((name) => ({ name, words: wordsOf(columnOf(kind, name)) })),
			words: wordsOfFile(row.findings_sealed && JSON.parse(keys.decrypt(row.findings_sealed)), mapping, habit.meanings),
			days: daysOf(kind, row.findings_sealed && JSON.parse(keys.decrypt(row.findings_sealed))),
			dayOrder: mapping?.dayOrder ?? 'day-first',
			classification: mapping?.classification ?? 'suspected',
			certainty: mapping?.certainty ?? 'probable',
			...(mapping?.contactOn ? { contactOn: mapping.contactOn } : {}),
		};
	},
});

interface Findings {
	words: { field: ChoiceField; word: string; rows: number }[];
	days: Record<string, { first: string; last: string }>;
}

const wordsOf = ({ vi, en }: { vi: string; en: string }) => ({ vi, en });

/** Those nobody knew in the last check, then those that were given a meaning. */
function wordsOfFile(
	findings: Findings | null,
	mapping: Mapping | null,
	remembered: Mapping['meanings'],
): Static<typeof Output>['words'] {
	const toWord = (field: ChoiceField, word: string, rows: number, means?: string) => ({
		...{ field, fieldWords: wordsOf(columnOf('cases', field)), word, rows },
		choices: Object.entries(choicesOf(field)).map(([name, words]) => ({ name, words: wordsOf(words) })),
		...(means === undefined ? {} : { means }),
	});
	const unknown = (findings?.words ?? []).map(({ field, word, rows }) => toWord(field, word, rows));
	const told = Object.entries(mapping?.meanings ?? remembered).flatMap(([field, words]) =>
		isChoiceField(field) ? Object.entries(words).map(([word, means]) => toWord(field, word, 0, means)) : [],
	);
	return [...unknown, ...told].slice(0, 200);
}

const daysOf = (kind: Parameters<typeof columnOf>[0], findings: Findings | null) =>
	Object.entries(findings?.days ?? {}).map(([field, span]) => ({
		words: wordsOf(columnOf(kind, field as Parameters<typeof columnOf>[1])),
		...span,
	}));
