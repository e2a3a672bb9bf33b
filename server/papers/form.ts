import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import type { Kind } from '#isolation';
import type { Db } from '#platform/db';
import { Problem } from '#platform/problem';
import { insertTemplate, selectTemplates, type TemplateRow } from './queries.ts';

/** Of NĐ 165/2026, Phụ lục IV; Mẫu 01 is the certificate of `endings`. */
export const Form = Type.Union([
	Type.Literal('mau-02', { description: 'Decision: at home' }),
	Type.Literal('mau-03', { description: 'Decision: at a border gate' }),
	Type.Literal('mau-04', { description: 'Decision: at a site or elsewhere' }),
	Type.Literal('mau-05', { description: 'Extension' }),
	Type.Literal('mau-06', { description: 'Decision on a transfer' }),
	Type.Literal('mau-07', { description: 'Decision: at a clinic' }),
	Type.Literal('mau-08', { description: 'Letter to where somebody is transferred' }),
	Type.Literal('mau-09', { description: 'Record of handing over' }),
	Type.Literal('thong-bao', { description: 'Notice to the police and the leader of the neighbourhood' }),
]);
export type Form = Static<typeof Form>;

export const templateFields = {
	form: Form,
	title: Type.String({ minLength: 3, maxLength: 300 }),
	body: Type.String({ minLength: 20, maxLength: 6_000 }),
	isConfirmed: Type.Boolean({ description: 'An administrator compared it with the official text' }),
	source: Type.String({ minLength: 3, maxLength: 500 }),
};
export const Template = Type.Object({ ...templateFields, version: Type.Integer({ minimum: 1 }) });
export type Template = Static<typeof Template>;

/** The words a template may name, with what each says in an example. */
const examples = {
	fullName: 'NGUYỄN THỊ VÍ DỤ',
	birthYear: '1980',
	documentNumber: '001080000000',
	nationality: 'Việt Nam',
	address: 'Số 12 phố Quán Thánh, Phường Ba Đình',
	phone: '0901 234 567',
	kind: 'tại nhà, nơi lưu trú',
	site: 'cơ sở cách ly',
	disease: 'covid-19',
	reason: 'tiếp xúc với ca bệnh',
	fromOn: '24/11/2026',
	untilOn: '30/11/2026',
	decidedBy: 'Chủ tịch UBND phường Ba Đình',
	decisionNumber: '91/QĐ-UBND',
	authority: 'Trạm Y tế phường Ba Đình',
	area: 'Phường Ba Đình',
	contact: '024 3733 0000',
	before: 'tại nhà, Phường Ba Đình',
	after: 'cơ sở khám bệnh, Phường Hoàn Kiếm',
	stepDecidedBy: 'Chủ tịch UBND phường Ba Đình',
	stepDecisionNumber: '95/QĐ-UBND',
	stepReason: 'có triệu chứng nặng',
	printedOn: '24/11/2026',
};
export type Facts = Partial<Record<keyof typeof examples, string>>;
export const templateWords = Object.keys(examples) as (keyof Facts)[];

/** The first `{word}` of a template that nothing fills; undefined when all are known. */
export const unknownWord = (text: string): string | undefined =>
	[...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!).find((word) => !Object.hasOwn(examples, word));

/** A text with its `{words}` filled; what is not known stays as dots to be written by hand. */
export const fill = (text: string, facts: Facts): string =>
	text.replace(/\{(\w+)\}/g, (_whole, word: string) => facts[word as keyof Facts] || '…………');

/** A template as it would read for somebody who does not exist. */
export const fillExample = (text: string): string => fill(text, examples);

const decisionOf: Record<Kind, Form> = {
	...{ home: 'mau-02', gate: 'mau-03', site: 'mau-04', elsewhere: 'mau-04', clinic: 'mau-07' },
};

/** Which papers an order has, by where somebody stays and what was done since, in the order in which they are written. */
export const formsOf = (kind: Kind, done: { isExtended: boolean; isTransferred: boolean }): Form[] => [
	decisionOf[kind],
	'thong-bao',
	...(done.isExtended ? (['mau-05'] as const) : []),
	...(done.isTransferred ? (['mau-06', 'mau-08', 'mau-09'] as const) : []),
];

/** The newest version of each form. */
export const readTemplates = async (db: Db): Promise<Template[]> => (await db.rows(selectTemplates())).map(toTemplate);

export async function getTemplate(db: Db, form: Form): Promise<Template> {
	const template = (await readTemplates(db)).find((one) => one.form === form);
	if (!template) throw new Problem('not-found', { field: 'form' });
	return template;
}

const toTemplate = ({ is_confirmed, form, ...row }: TemplateRow): Template => ({
	...{ ...row, form: form as Form, isConfirmed: is_confirmed },
});

/** Adds the texts the product comes with; those that are there stay as they are. */
export async function ensureTemplates(db: Db): Promise<void> {
	const folder = join(import.meta.dirname, 'templates');
	for (const name of readdirSync(folder).sort()) {
		const { isConfirmed, ...one } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Template;
		await db.run(insertTemplate({ ...one, is_confirmed: isConfirmed }));
	}
}
