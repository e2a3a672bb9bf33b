import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import type { Db } from '#platform/db';
import { insertTemplate, selectTemplate, type TemplateRow } from './queries.ts';

/** The text of the certificate, whose `{words}` are filled with what is known; a line each. */
export const templateFields = {
	title: Type.String({ minLength: 3, maxLength: 200 }),
	body: Type.String({ minLength: 20, maxLength: 4_000 }),
	isSample: Type.Boolean({ description: 'Not the official wording; says so on the paper' }),
	source: Type.String({ minLength: 3, maxLength: 500 }),
	validDays: Type.Optional(
		Type.Integer({ minimum: 1, maximum: 3_660, description: 'So many days after the isolation; without it for ever' }),
	),
};
export const Template = Type.Object({ ...templateFields, version: Type.Integer({ minimum: 1 }) });
export type Template = Static<typeof Template>;

/** What a template may name. */
export const templateWords = [
	...['fullName', 'birthYear', 'address', 'kind', 'disease', 'fromOn', 'completedOn', 'decidedBy', 'decisionNumber'],
	...['area', 'authority', 'issuedOn'],
] as const;

/** The first `{word}` of a template that nothing fills; undefined when all are known. */
export const unknownWord = (body: string): string | undefined =>
	[...body.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!).find((word) => !templateWords.includes(word as never));

/** The lines of a template with its `{words}` filled; what is not known stays as dots to be written by hand. */
export const fillTemplate = (body: string, facts: Readonly<Record<string, string | undefined>>): string[] =>
	body.replace(/\{(\w+)\}/g, (_whole, word: string) => facts[word] || '…………').split('\n');

/** The newest version. */
export async function readTemplate(db: Db): Promise<Template> {
	return toTemplate(await db.one(selectTemplate()));
}

const toTemplate = ({ is_sample, valid_days, ...row }: TemplateRow): Template => ({
	...{ ...row, isSample: is_sample },
	...(valid_days === null ? {} : { validDays: valid_days }),
});

/** Adds the text the product comes with; one that is there stays as it is. */
export async function ensureTemplate(db: Db): Promise<void> {
	const { isSample, ...template } = JSON.parse(
		readFileSync(join(import.meta.dirname, 'templates/completion.json'), 'utf8'),
	) as Template;
	await db.run(insertTemplate({ ...template, is_sample: isSample, valid_days: null }));
}
